import { and, asc, count, eq, gt, inArray, isNotNull, or, sum } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { itemKeys, items } from '../../db/schema.ts';
import type { Field } from '../fields/field.ts';
import { soleOf } from '../fields/keys.ts';
import { limits } from '../fields/limits.ts';
import { type Doc, type Value, valueIn } from '../fields/value.ts';

/** Values that several items hold: how many items in all, and some of the values. */
export type Doubles = { items: number; examples: readonly Value[] };

/** What keeps a field from being unique: values of it that more than one item holds. Undefined where there are none. */
export const doublesOf = async (db: Reader, field: Field): Promise<Doubles | undefined> => {
  const alike = keysTwice(db, field).as('alike');
  const [all] = await db.select({ items: sum(alike.items).mapWith(Number), keys: count() }).from(alike);
  if (!all || all.keys === 0) return undefined;
  // What is sorted by is a text's beginning, so that two may be alike and not the same: then the documents tell.
  const certain = field.kind !== 'link' && (await longest(db, field)) < limits.key;
  const docs = await docsOf(db, field, certain ? examples : mostRead);
  const known = new Map<string, { value: Value; items: number }>();
  for (const doc of docs)
    for (const value of valuesIn(doc, field)) {
      const sole = soleOf(field, value) ?? '';
      known.set(sole, { value, items: (known.get(sole)?.items ?? 0) + 1 });
    }
  const twice = [...known.values()].filter((one) => one.items > 1);
  if (twice.length === 0) return certain ? { items: all.items, examples: [] } : undefined;
  const found = certain ? all.items : twice.reduce((sofar, one) => sofar + one.items, 0);
  return { items: found, examples: twice.slice(0, examples).map((one) => one.value) };
};

const examples = 3;

/** Beyond so many keys of which each stands for several items, nobody looks at all of them to tell how many are the same. */
const mostRead = 200;

const keysTwice = (db: Reader, field: Field) =>
  db
    .select({ key: itemKeys.key, number: itemKeys.number, ref: itemKeys.ref, items: count().as('items') })
    .from(itemKeys)
    .where(
      and(
        eq(itemKeys.field, field.keysN),
        or(isNotNull(itemKeys.key), isNotNull(itemKeys.number), isNotNull(itemKeys.ref)),
      ),
    )
    .groupBy(itemKeys.key, itemKeys.number, itemKeys.ref)
    .having(gt(count(), 1));

/** The length of the longest key that several items have. */
const longest = async (db: Reader, field: Field): Promise<number> => {
  if (field.kind !== 'text') return 0;
  const rows = await keysTwice(db, field).limit(mostRead);
  return Math.max(0, ...rows.map((row) => row.key?.length ?? 0));
};

/** The documents of the items behind the first keys that several have, of each at most ten. */
const docsOf = async (db: Reader, field: Field, keys: number): Promise<Doc[]> => {
  const found: Doc[] = [];
  for (const { key, number, ref } of await keysTwice(db, field).orderBy(asc(itemKeys.key)).limit(keys)) {
    const same = [
      ...(key === null ? [] : [eq(itemKeys.key, key)]),
      ...(number === null ? [] : [eq(itemKeys.number, number)]),
      ...(ref === null ? [] : [eq(itemKeys.ref, ref)]),
    ];
    const some = db
      .select({ item: itemKeys.item })
      .from(itemKeys)
      .where(and(eq(itemKeys.field, field.keysN), ...same))
      .limit(10);
    const rows = await db.select({ doc: items.doc }).from(items).where(inArray(items.seq, some));
    found.push(...rows.map((row) => row.doc as Doc)); // only src/apps/items writes it
  }
  return found;
};

const valuesIn = (doc: Doc, field: Field): readonly (string | number | boolean)[] => {
  const value = valueIn(doc, field);
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [value];
};
