import { and, asc, eq, inArray, notInArray } from 'drizzle-orm';
import { contains } from '../../db/contains.ts';
import type { Reader } from '../../db/doors.ts';
import { searchKey } from '../../db/key.ts';
import { unitMembers, units, users } from '../../db/schema.ts';
import { listUsers, type Page, type UserRow, usersWhere, type Wanted } from '../lists.ts';
import { type UnitPath, unitPathNames } from './scope.ts';

/** A unit, by the names of what lies above it and its own. */
export type PlacedUnit = { id: string; path: UnitPath };

/** People who are placed in a unit itself, by name. */
export const listPlaced = async (db: Reader, unitId: string, wanted: Wanted): Promise<Page<UserRow>> =>
  await usersWhere(db, wanted, inArray(users.id, placedIds(db, unitId)));

/** How many are placed in a unit itself. */
export const countPlaced = async (db: Reader, unitId: string): Promise<number> =>
  await db.$count(unitMembers, eq(unitMembers.unitId, unitId));

/** Active people who are not placed in a unit, by name. */
export const listNotPlaced = async (db: Reader, unitId: string, wanted: Wanted): Promise<Page<UserRow>> =>
  await usersWhere(db, wanted, and(eq(users.active, true), notInArray(users.id, placedIds(db, unitId))));

/** The units in which a person is placed, by their path. */
export const unitsOfUser = async (db: Reader, userId: string): Promise<readonly PlacedUnit[]> =>
  (await unitsOf(db, [userId])).get(userId) ?? [];

/** What a search in the org structure finds: units by their name, people by name or email with the units they are placed in. */
export type FoundInUnits = {
  units: readonly PlacedUnit[];
  people: readonly (UserRow & { units: readonly PlacedUnit[] })[];
  /** More than these were found. */
  more: boolean;
};

/** Searches the org structure, for what is no empty text. */
export const searchUnits = async (db: Reader, search: string): Promise<FoundInUnits> => {
  const found = await db
    .select({ id: units.id })
    .from(units)
    .where(contains(units.nameKey, searchKey(search)))
    .orderBy(asc(units.nameKey), asc(units.id))
    .limit(mostUnits + 1);
  const ids = found.slice(0, mostUnits).map(({ id }) => id);
  const people = await listUsers(db, { search, after: undefined });
  const places = await unitsOf(
    db,
    people.rows.map(({ id }) => id),
  );
  return {
    units: await withPaths(db, ids),
    people: people.rows.map((user) => ({ ...user, units: places.get(user.id) ?? [] })),
    more: found.length > mostUnits || people.after !== null,
  };
};

const mostUnits = 50;

const placedIds = (db: Reader, unitId: string) =>
  db.select({ id: unitMembers.userId }).from(unitMembers).where(eq(unitMembers.unitId, unitId));

/** The units of several people, in two queries. */
const unitsOf = async (db: Reader, userIds: readonly string[]): Promise<ReadonlyMap<string, readonly PlacedUnit[]>> => {
  const rows = await db
    .select()
    .from(unitMembers)
    .where(inArray(unitMembers.userId, [...userIds]));
  const placed = await withPaths(db, [...new Set(rows.map(({ unitId }) => unitId))]);
  const byPath = placed.toSorted((one, other) => compare(keyOf(one), keyOf(other)));
  return new Map(
    userIds.map((id) => {
      const mine = new Set(rows.filter(({ userId }) => userId === id).map(({ unitId }) => unitId));
      return [id, byPath.filter((unit) => mine.has(unit.id))];
    }),
  );
};

const withPaths = async (db: Reader, ids: readonly string[]): Promise<readonly PlacedUnit[]> => {
  const paths = await unitPathNames(db, ids);
  return ids.flatMap((id) => {
    const path = paths.get(id);
    return path ? [{ id, path }] : [];
  });
};

const keyOf = ({ path }: PlacedUnit): string => path.map(searchKey).join('\n');

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
