import { type Column, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { audit } from '../db/schema.ts';
import type { AuditFilter } from './shapes.ts';

/** How a filter is answered: several walks down an index, each from the newest entry on, and what every entry on the way must fit. */
export type Walks = { walks: readonly (SQL | undefined)[]; rest: SQL | undefined };

/**
 * Ways to what fits a filter that touch little else, however long the log is: one for each thing, person or action that is asked
 * for, since an index gives the entries of one in their order, and of several in none.
 */
export const walksFor = async (db: Reader, { objects, actors, actions }: AuditFilter): Promise<Walks> => {
  const byActor = actors?.map((id) => (id === null ? isNull(audit.actorId) : eq(audit.actorId, id)));
  const byAction = actions?.map((action) => eq(audit.action, action));
  const ofActors = actors && oneOf(audit.actorId, actors);
  const ofActions = actions && oneOf(audit.action, actions);
  if (objects) {
    const byObject = objects.flatMap((id) => [eq(audit.objectId, id), eq(audit.memberId, id)]);
    return { walks: byObject, rest: both(ofActors, ofActions) };
  }
  if (byActor && byAction)
    return (await fewer(db, byActor, byAction))
      ? { walks: byActor, rest: ofActions }
      : { walks: byAction, rest: ofActors };
  return { walks: byActor ?? byAction ?? [undefined], rest: undefined };
};

const both = (one: SQL | undefined, other: SQL | undefined): SQL | undefined =>
  one && other ? sql`${one} and ${other}` : (one ?? other);

// Joined to nothing, so that no index is taken for it: it would lead through all that fits, in no order.
const oneOf = (column: Column, values: readonly (string | null)[]): SQL =>
  values.length === 0 ? sql`1 = 0` : sql`coalesce(${column}, '') || '' in ${values.map((value) => value ?? '')}`;

/** Whether the first lead past fewer entries than the others, as far as it takes few to tell. */
const fewer = async (db: Reader, some: readonly SQL[], others: readonly SQL[]): Promise<boolean> => {
  let [one, other] = [0, 0];
  for (const walk of some) one += await atMost(db, walk);
  for (const walk of others) other += await atMost(db, walk);
  return one <= other;
};

const atMost = async (db: Reader, walk: SQL): Promise<number> =>
  (await db.select({ one: sql`1` }).from(audit).where(walk).limit(2_000)).length;
