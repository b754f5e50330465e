import { and, count, countDistinct, eq, gt, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { itemKeys, items } from '../../db/schema.ts';
import type { Field } from '../fields/field.ts';
import { arrived } from '../items/scope.ts';

/** How many items hold a value in a field. Deleted ones do not count. */
export const heldBy = async (db: Reader, field: Pick<Field, 'keysN'>): Promise<number> => {
  const [row] = await db
    .select({ items: countDistinct(itemKeys.item) })
    .from(itemKeys)
    .where(and(eq(itemKeys.field, field.keysN), holdsSomething));
  return row?.items ?? 0;
};

/** How many items of a field's app hold nothing in it. */
export const lacking = async (db: Reader, field: Field): Promise<number> => {
  const [all] = await db
    .select({ items: count() })
    .from(items)
    .where(and(eq(items.appId, field.appId), isNull(items.deletedAt), arrived(db)));
  return Math.max(0, (all?.items ?? 0) - (await heldBy(db, field)));
};

/** How many items hold each of these choices; those that none holds are missing. */
export const choicesHeld = async (
  db: Reader,
  field: Pick<Field, 'keysN'>,
  choiceIds: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  if (choiceIds.length === 0) return new Map();
  const rows = await db
    .select({ id: itemKeys.ref, items: count() })
    .from(itemKeys)
    .where(and(eq(itemKeys.field, field.keysN), inArray(itemKeys.ref, [...choiceIds])))
    .groupBy(itemKeys.ref);
  return new Map(rows.flatMap(({ id, items: held }) => (id === null ? [] : [[id, held] as const])));
};

/**
 * The choices of a field that have to stay, since items hold them. Where items held something else before, all of them: deleted items come
 * back with what they held, and the history of changed ones names it.
 */
export const choicesKept = async (db: Reader, field: Field): Promise<ReadonlySet<string>> => {
  if (field.kind !== 'choice' && field.kind !== 'choices') return new Set();
  const ids = field.options.choices.map(({ id }) => id);
  if (await hasPast(db, field.appId)) return new Set(ids);
  return new Set((await choicesHeld(db, field, ids)).keys());
};

const hasPast = async (db: Reader, appId: string): Promise<boolean> => {
  const [one] = await db
    .select({ seq: items.seq })
    .from(items)
    .where(and(eq(items.appId, appId), or(isNotNull(items.deletedAt), gt(items.version, 1))))
    .limit(1);
  return one !== undefined;
};

const holdsSomething = or(isNotNull(itemKeys.key), isNotNull(itemKeys.number), isNotNull(itemKeys.ref));
