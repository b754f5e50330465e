import { and, desc, eq, lt, or } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { fields, itemChanges, items, users } from '../../db/schema.ts';
import type { Field } from '../fields/field.ts';
import type { Value } from '../fields/value.ts';
import { toField } from '../read.ts';
import type { ChangedValues, ChangeKind } from './changes.ts';

/** What a field held before and after a change; null for nothing. */
type ChangedField = { field: Field; removed: boolean; before: Value | null; after: Value | null };

/** Something that was done to an item. */
export type Change = {
  id: string;
  /** Ms since 1970, UTC. */
  at: number;
  kind: ChangeKind;
  /** Null: the product itself. */
  actor: { id: string; name: string } | null;
  /** The session from whose chat it was done. */
  sessionId: string | null;
  /** In the order of the fields, removed ones last; those that are gone for good are left out. */
  fields: readonly ChangedField[];
};

/**
 * What was done to an item, newest first. Rights are asked before (`itemFor`). What it says of other items goes through `namesFor` with
 * its viewer, as everything shown does.
 *
 * @param before a change after which to go on, with its time
 */
export const historyOf = async (
  db: Reader,
  itemId: string,
  { before, limit = 50 }: { before?: { at: number; id: string } | undefined; limit?: number } = {},
): Promise<readonly Change[]> => {
  const [item] = await db.select({ seq: items.seq, appId: items.appId }).from(items).where(eq(items.id, itemId));
  if (!item) return [];
  const known = await fieldsOf(db, item.appId);
  const rows = await db
    .select({ change: itemChanges, name: users.name })
    .from(itemChanges)
    .leftJoin(users, eq(users.id, itemChanges.actorId))
    .where(and(eq(itemChanges.item, item.seq), before && isBefore(before)))
    .orderBy(desc(itemChanges.at), desc(itemChanges.id))
    .limit(limit);
  return rows.map(({ change: { id, at, kind, actorId, sessionId, values }, name }) => ({
    ...{ id, at, kind, sessionId, fields: changedFields(known, values as ChangedValues) },
    actor: actorId === null ? null : { id: actorId, name: name ?? '' },
  }));
};

const isBefore = ({ at, id }: { at: number; id: string }) =>
  or(lt(itemChanges.at, at), and(eq(itemChanges.at, at), lt(itemChanges.id, id)));

type Known = { field: Field; removed: boolean };

const fieldsOf = async (db: Reader, appId: string): Promise<readonly Known[]> => {
  const rows = await db.select().from(fields).where(eq(fields.appId, appId)).orderBy(fields.position, fields.n);
  const known = rows.map((row) => ({ field: toField(row), removed: row.removedAt !== null }));
  return [...known.filter(({ removed }) => !removed), ...known.filter(({ removed }) => removed)];
};

const changedFields = (known: readonly Known[], values: ChangedValues): ChangedField[] =>
  known.flatMap(({ field, removed }) => {
    const change = values[String(field.n)];
    return change ? [{ field, removed, before: change[0], after: change[1] }] : [];
  });
