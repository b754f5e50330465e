import { asc, eq, inArray, type SQLWrapper } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { unitMembers, unitPaths, units } from '../../db/schema.ts';

/**
 * A sub-select of one column `id`: the units that a person is placed in, and all that lie above those. So whatever is given to
 * one of them is given to this person. It does not ask whether the person is active: whoever uses it does.
 *
 * @param user an id, its placeholder, or a column of the query around it
 */
export const unitsAround = (db: Reader, user: string | SQLWrapper) =>
  db
    .select({ id: unitPaths.ancestorId })
    .from(unitMembers)
    .innerJoin(unitPaths, eq(unitPaths.unitId, unitMembers.unitId))
    .where(eq(unitMembers.userId, user));

/** Names of what lies above a unit, from the top, and its own: as a path that tells two of one name apart. */
export type UnitPath = readonly [string, ...string[]];

/** The paths of these units by id, in one query. Those that do not exist have none. */
export const unitPathNames = async (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, UnitPath>> => {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: unitPaths.unitId, name: units.name })
    .from(unitPaths)
    .innerJoin(units, eq(units.id, unitPaths.ancestorId))
    .where(inArray(unitPaths.unitId, [...ids]))
    // The unit itself is no step away: it comes first, and everything above it is put before it.
    .orderBy(asc(unitPaths.depth));
  const paths = new Map<string, UnitPath>();
  for (const { id, name } of rows) paths.set(id, [name, ...(paths.get(id) ?? [])]);
  return paths;
};
