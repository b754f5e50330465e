import { and, asc, eq, notInArray, or } from 'drizzle-orm';
import { contains } from '../db/contains.ts';
import type { Reader } from '../db/doors.ts';
import { searchKey } from '../db/key.ts';
import { groups, units, users } from '../db/schema.ts';
import {
  type GroupChoice,
  groupColumns,
  toGroups,
  type UnitChoice,
  type UserChoice,
  unitColumns,
  userColumns,
  withPaths,
} from './choice.ts';
import type { Audience } from './reach.ts';

/** How many matches of each kind a search shows. */
export const matchLimit = 20;

/** What a search found, by name; `more` when it leaves others out. */
export type Matches = { groups: GroupChoice[]; units: UnitChoice[]; users: UserChoice[]; more: boolean };

/**
 * Groups and units in whose name `text` occurs, and active users in whose name or e-mail it does, without those in `except`;
 * nothing for no text.
 */
export const audienceMatching = async (db: Reader, text: string, except: Audience): Promise<Matches> => {
  const key = searchKey(text);
  if (key === '') return { groups: [], units: [], users: [], more: false };
  const found = {
    groups: await groupsMatching(db, key, except.groups),
    units: await unitsMatching(db, key, except.units),
    users: await usersMatching(db, key, except.users),
  };
  return {
    groups: toGroups(found.groups.slice(0, matchLimit)),
    units: await withPaths(db, found.units.slice(0, matchLimit)),
    users: found.users.slice(0, matchLimit),
    more: Object.values(found).some((rows) => rows.length > matchLimit),
  };
};

const groupsMatching = (db: Reader, key: string, except: readonly string[]) =>
  db
    .select(groupColumns)
    .from(groups)
    .where(and(contains(groups.nameKey, key), notInArray(groups.id, [...except])))
    .orderBy(asc(groups.nameKey), asc(groups.id))
    .limit(matchLimit + 1);

const unitsMatching = (db: Reader, key: string, except: readonly string[]) =>
  db
    .select(unitColumns)
    .from(units)
    .where(and(contains(units.nameKey, key), notInArray(units.id, [...except])))
    .orderBy(asc(units.nameKey), asc(units.id))
    .limit(matchLimit + 1);

const usersMatching = (db: Reader, key: string, except: readonly string[]) =>
  db
    .select(userColumns)
    .from(users)
    .where(
      and(
        eq(users.active, true),
        or(contains(users.nameKey, key), contains(users.emailKey, key)),
        notInArray(users.id, [...except]),
      ),
    )
    .orderBy(asc(users.nameKey), asc(users.id))
    .limit(matchLimit + 1);
