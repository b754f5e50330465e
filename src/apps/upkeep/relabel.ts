import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/doors.ts';
import { fields, itemKeys } from '../../db/schema.ts';
import { type Params, statement } from '../../db/statement.ts';
import type { Field } from '../fields/field.ts';
import type { FieldKind } from '../fields/kinds.ts';
import { namesFor } from '../fields/names.ts';
import { type Definition, lockAnyApp, placesOf } from '../items/definition.ts';
import type { Item } from '../items/item.ts';
import { keyRows, rewriteKeys } from '../items/keys.ts';
import { itemsBySeq } from '../items/rows.ts';
import { toField } from '../read.ts';
import { type JobOf, removeJob, setDone } from './jobs.ts';
import type { TaskOf } from './task.ts';
import { callAnew } from './titles.ts';
import type { Unit } from './walk.ts';

/** Makes the next items that name something found by its new name, and called by it. */
export const relabel = async (tx: Tx, job: JobOf<'relabel'>, unit: Unit): Promise<void> => {
  const naming = await fieldsNaming(tx, job.task);
  let { task, done } = job;
  for (;;) {
    const id = task.ids[task.place];
    if (id === undefined) return removeJob(tx, job);
    const field = naming.find(({ n }) => n >= task.n);
    if (!field) {
      task = { ...task, place: task.place + 1, n: 0 };
      done = 0;
      unit.did(1);
    } else {
      const items = await relabelIn(tx, task, field, { id, after: done, limit: unit.slice });
      const last = items.at(-1);
      if (last) [task, done] = [{ ...task, n: field.n }, last.seq];
      if (items.length < unit.slice) [task, done] = [{ ...task, n: field.n + 1 }, 0];
      unit.did(items.length);
    }
    if (unit.tired) return setDone(tx, { id: job.id, task }, done);
  }
};

const kinds: Record<Exclude<TaskOf<'relabel'>['what'], 'choice'>, FieldKind[]> = {
  user: ['user'],
  item: ['reference', 'references'],
  account: ['account'],
};

/** Fields that can name it, in the order of their numbers; removed ones too, whose keys wait for them. */
const fieldsNaming = async (db: Reader, { what, field }: TaskOf<'relabel'>): Promise<readonly Field[]> => {
  const rows = await db
    .select()
    .from(fields)
    .where(what === 'choice' ? eq(fields.id, field ?? '') : inArray(fields.kind, kinds[what]))
    .orderBy(asc(fields.n));
  return rows.map(toField);
};

const relabelIn = async (
  tx: Tx,
  { what }: TaskOf<'relabel'>,
  field: Field,
  { id, after, limit }: { id: string; after: number; limit: number },
): Promise<readonly Item[]> => {
  const rows = await holding(tx, { field: field.keysN, ref: id, after, limit });
  if (rows.length === 0) return [];
  const of = await lockAnyApp(tx, field.appId);
  if (!of) return [];
  const items = await itemsBySeq(
    tx,
    rows.map(({ item }) => item),
  );
  const keys = new Map(rows.map(({ item, key }) => [item, key]));
  const stale = what === 'choice' ? items : await reKey(tx, of, field, id, items, keys);
  // Nobody is found by the title of another item: it may be one that is not theirs to see.
  await callAnew(tx, of, stale, what === 'item' ? 'same words' : 'all words');
  await callAnew(
    tx,
    of,
    items.filter((item) => !stale.includes(item)),
    'same words',
  );
  return items;
};

/** Writes the keys that are others now, and tells of which items. Where the key is the same, so are the words. */
const reKey = async (
  tx: Tx,
  of: Definition,
  field: Field,
  id: string,
  items: readonly Item[],
  keys: ReadonlyMap<number, string | null>,
): Promise<Item[]> => {
  const places = placesOf(of).filter((place) => place.field.n === field.n);
  const docs = items.map(({ doc }) => doc);
  const names = await namesFor(tx, [field], docs, null);
  const stale = items.filter((item) => {
    const row = keyRows(places.slice(0, 1), item, names).find(({ ref }) => ref === id);
    // One that was cut off tells nothing of what follows.
    return row?.key !== keys.get(item.seq) || (row?.key ?? '').length >= longestTold;
  });
  for (const item of stale) await rewriteKeys(tx, places, item, names);
  return stale;
};

/** Keys below this many characters are whole names. */
const longestTold = 99;

const holding = statement((db, p: Params<{ field: number; ref: string; after: number; limit: number }>) =>
  db
    .select({ item: itemKeys.item, key: itemKeys.key })
    .from(itemKeys)
    .where(and(eq(itemKeys.field, p('field')), eq(itemKeys.ref, p('ref')), gt(itemKeys.item, p('after'))))
    .orderBy(asc(itemKeys.item))
    .limit(p('limit')),
);
