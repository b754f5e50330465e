import { asc, inArray } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { groups, units, users } from '../db/schema.ts';
import { unitPathNames } from '../people/units/scope.ts';

/** A group that can be given a part in a line; `everyone`: the one to which everybody belongs. */
export type GroupChoice = { id: string; name: string; everyone: boolean };

/** A unit that can be let write to a line; `above`: the names of the units it lies in, from the top. */
export type UnitChoice = { id: string; name: string; above: readonly string[] };

/** Somebody who can be let write to a line. */
export type UserChoice = { id: string; name: string; email: string; active: boolean };

/** All groups, by name. */
export const groupChoices = async (db: Reader): Promise<GroupChoice[]> =>
  toGroups(await db.select(groupColumns).from(groups).orderBy(asc(groups.nameKey)));

/** The users with these ids, by name; deactivated ones too, since they may still stand in a line's audience. */
export const usersChosen = async (db: Reader, ids: readonly string[]): Promise<UserChoice[]> =>
  await db
    .select(userColumns)
    .from(users)
    .where(inArray(users.id, [...ids]))
    .orderBy(asc(users.nameKey), asc(users.id));

/** The units with these ids, by name. */
export const unitsChosen = async (db: Reader, ids: readonly string[]): Promise<UnitChoice[]> =>
  await withPaths(
    db,
    await db
      .select(unitColumns)
      .from(units)
      .where(inArray(units.id, [...ids]))
      .orderBy(asc(units.nameKey), asc(units.id)),
  );

/** What is read of each kind. */
export const groupColumns = { id: groups.id, name: groups.name, system: groups.system };
export const unitColumns = { id: units.id, name: units.name };
export const userColumns = { id: users.id, name: users.name, email: users.email, active: users.active };

/** Rows of groups as choices. */
export const toGroups = (rows: readonly { id: string; name: string; system: string | null }[]): GroupChoice[] =>
  rows.map(({ system, ...group }) => ({ ...group, everyone: system === 'everyone' }));

/** Rows of units with what lies above each, in one query. */
export const withPaths = async (db: Reader, rows: readonly { id: string; name: string }[]): Promise<UnitChoice[]> => {
  const ids = rows.map((row) => row.id);
  const paths = await unitPathNames(db, ids);
  return rows.map((row) => ({ ...row, above: paths.get(row.id)?.slice(0, -1) ?? [] }));
};
