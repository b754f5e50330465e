import { asc, eq } from 'drizzle-orm';
import type { Db, Reader } from '../../db/doors.ts';
import { itemsWithWords } from '../../db/item-search.ts';
import { searchKey } from '../../db/key.ts';
import { apps, itemKeys, items } from '../../db/schema.ts';
import { namesFor } from '../fields/names.ts';
import { titleOf } from '../fields/title.ts';
import { type Definition, definitionOf, placesOf } from '../items/definition.ts';
import type { Item } from '../items/item.ts';
import { keyRows, type StoredKey, wordsOf } from '../items/keys.ts';
import { toItem } from '../items/rows.ts';
import { jobs } from './jobs.ts';
import { workOnUpkeep } from './work.ts';

/** Does all upkeep that there is, as if an hour had passed; throws where it finds no end. */
export const drain = async (db: Db, now = Date.now() + 3_600_000): Promise<void> => {
  for (let units = 0; await workOnUpkeep(db, now, small); units++)
    if (units > 5_000) throw new Error(`No end: ${JSON.stringify(await jobs(db.read))}`);
};

/** Units of very few items, so that there are many. */
export const small = { most: 2, slice: 2, ms: 1_000 };

/**
 * Makes again from the documents whatever is kept beside them, and tells where the two differ.
 *
 * @param how `settled`: nothing is to be done, and all must be the same to the letter. `underway`: names may be old, and numbers that take a
 *   place later are not looked at; but each item has its rows in every field that can be asked for.
 */
export const disagreements = async (db: Db, how: 'settled' | 'underway'): Promise<string[]> => {
  const wrong: string[] = [];
  const expected: StoredKey[] = [];
  const fresh = new Set(
    (await jobs(db.read)).flatMap(({ task }) => (task.kind === 'rekey' && task.fresh ? task.field : [])),
  );
  for (const { id } of await db.read.select({ id: apps.id }).from(apps)) {
    const of = await definitionOf(db.read, id);
    if (!of) continue;
    const there = (await itemsOf(db.read, id)).filter((item) => item.deletedAt === null);
    const places = placesOf({ ...of, pending: { rekeys: new Map(), conversions: [] } });
    const asked = how === 'settled' ? places : places.filter(({ field }) => !fresh.has(field.id));
    const names = await namesOf(db.read, of, there);
    for (const item of there) expected.push(...keyRows(asked, item, names));
    if (how === 'settled')
      wrong.push(...(await wrongTitles(of, there, names)), ...(await wrongWords(db.read, of, there, names)));
  }
  const stored = await db.read.select().from(itemKeys).orderBy(asc(itemKeys.field), asc(itemKeys.item));
  const numbers = new Set(expected.map(({ field }) => field));
  const kept = how === 'settled' ? stored : stored.filter(({ field }) => numbers.has(field));
  return [...wrong, ...differences(expected.map(said(how)), kept.map(said(how)))];
};

const itemsOf = async (db: Reader, app: string): Promise<Item[]> =>
  (await db.select().from(items).where(eq(items.appId, app))).map(toItem);

const namesOf = (db: Reader, of: Definition, there: readonly Item[]) =>
  namesFor(
    db,
    placesOf(of).map(({ field }) => field),
    there.map(({ doc }) => doc),
    null,
  );

type Names = Awaited<ReturnType<typeof namesOf>>;

const said = (how: 'settled' | 'underway') => (row: StoredKey) => {
  const { field, item, position, key, number, ref, sole } = row;
  return JSON.stringify(
    how === 'settled' ? { field, item, position, key, number, ref, sole } : { field, item, position, ref },
  );
};

const differences = (expected: readonly string[], stored: readonly string[]): string[] => {
  const [should, is] = [new Set(expected), new Set(stored)];
  return [
    ...expected.filter((row) => !is.has(row)).map((row) => `missing ${row}`),
    ...stored.filter((row) => !should.has(row)).map((row) => `too many ${row}`),
  ];
};

const wrongTitles = async ({ app }: Definition, there: readonly Item[], names: Names): Promise<string[]> =>
  there.flatMap((item) => {
    const title = titleOf(app, item.number, item.doc, names);
    return title === item.title ? [] : [`called “${item.title}” instead of “${title}”`];
  });

/** Each word finds exactly the items in which it stands. */
const wrongWords = async (db: Reader, { app }: Definition, there: readonly Item[], names: Names): Promise<string[]> => {
  const words = new Map(there.map((item) => [item.seq, cut(wordsOf(app, item, names))]));
  const wrong: string[] = [];
  for (const word of new Set([...words.values()].flat())) {
    const query = itemsWithWords(db, app.id, word);
    const found = query ? (await query).map(({ item }) => item).sort() : [];
    const should = [...words].filter(([, own]) => own.some((one) => one.startsWith(word))).map(([seq]) => seq);
    if (found.join() !== should.sort().join())
      wrong.push(`“${word}” finds ${found.join()} instead of ${should.join()}`);
  }
  return wrong;
};

const cut = (text: string): string[] => searchKey(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
