import { and, asc, eq, inArray, notInArray, or } from 'drizzle-orm';
import { contains } from '../db/contains.ts';
import type { Reader } from '../db/doors.ts';
import { searchKey } from '../db/key.ts';
import { groups, users } from '../db/schema.ts';

/** A group that can be given a part in a line. */
export type GroupChoice = { id: string; name: string };

/** Somebody who can be let write to a line. */
export type UserChoice = { id: string; name: string; email: string; active: boolean };

/** How many matches a search for people shows. */
export const matchLimit = 20;

/** All groups, by name. */
export const groupChoices = async (db: Reader): Promise<GroupChoice[]> =>
  await db.select({ id: groups.id, name: groups.name }).from(groups).orderBy(asc(groups.nameKey));

/** The users with these ids, by name; deactivated ones too, since they may still stand in a line's audience. */
export const usersChosen = async (db: Reader, ids: readonly string[]): Promise<UserChoice[]> =>
  await db
    .select(choice)
    .from(users)
    .where(inArray(users.id, [...ids]))
    .orderBy(asc(users.nameKey), asc(users.id));

/** Whom a search found, by name; `more` when the list leaves others out. */
export type Matches = { users: UserChoice[]; more: boolean };

/** Active users in whose name or e-mail `text` occurs, without those in `except`; nobody for no text. */
export const usersMatching = async (db: Reader, text: string, except: readonly string[]): Promise<Matches> => {
  const key = searchKey(text);
  if (key === '') return { users: [], more: false };
  const found = await db
    .select(choice)
    .from(users)
    .where(
      and(
        eq(users.active, true),
        notInArray(users.id, [...except]),
        or(contains(users.nameKey, key), contains(users.emailKey, key)),
      ),
    )
    .orderBy(asc(users.nameKey), asc(users.id))
    .limit(matchLimit + 1);
  return { users: found.slice(0, matchLimit), more: found.length > matchLimit };
};

const choice = { id: users.id, name: users.name, email: users.email, active: users.active };
