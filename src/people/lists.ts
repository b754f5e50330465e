import { and, asc, type Column, eq, gt, inArray, notInArray, or, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { contains } from '../db/contains.ts';
import type { Reader } from '../db/doors.ts';
import { searchKey } from '../db/key.ts';
import { groupMembers, groups, users } from '../db/schema.ts';
import { personAvatar } from './avatar.ts';
import type { Group } from './groups.ts';
import { noPassword } from './password/password.ts';

/** What of a list is wanted: names (and emails) that contain `search`, the page after the cursor `after`. */
export type Wanted = { search: string; after: string | undefined };

/** A page of a list; `after` is the cursor of the next page, null on the last. */
export type Page<Row> = { rows: readonly Row[]; after: string | null };

/** `invited`: has not come yet. `avatar`: the address of the picture, null for none. */
export type UserRow = {
  id: string;
  name: string;
  email: string;
  active: boolean;
  invited: boolean;
  avatar: string | null;
};

export type GroupRow = Group & { members: number };

const pageSize = 50;

/** Users by name. */
export const listUsers = async (db: Reader, wanted: Wanted): Promise<Page<UserRow>> =>
  await usersWhere(db, wanted, undefined);

/** Active users by name. */
export const listActive = async (db: Reader, wanted: Wanted): Promise<Page<UserRow>> =>
  await usersWhere(db, wanted, eq(users.active, true));

/** Members of a group by name. */
export const listMembers = async (db: Reader, groupId: string, wanted: Wanted): Promise<Page<UserRow>> =>
  await usersWhere(db, wanted, inArray(users.id, memberIds(db, groupId)));

/** Active users who do not belong to a group, by name. */
export const listOthers = async (db: Reader, groupId: string, wanted: Wanted): Promise<Page<UserRow>> =>
  await usersWhere(db, wanted, and(eq(users.active, true), notInArray(users.id, memberIds(db, groupId))));

/** Groups by name, with how many people belong to them. */
export const listGroups = async (db: Reader, { search, after }: Wanted): Promise<Page<GroupRow>> => {
  const members = db.$count(groupMembers, eq(groupMembers.groupId, groups.id));
  const rows = await db
    .select({ id: groups.id, name: groups.name, system: groups.system, key: groups.nameKey, members })
    .from(groups)
    .where(and(matches(search, groups.nameKey), afterCursor(groups.nameKey, groups.id, after)))
    .orderBy(asc(groups.nameKey), asc(groups.id))
    .limit(pageSize + 1);
  return paged(rows);
};

/** Users by name, of those for whom `where` holds. */
export const usersWhere = async (
  db: Reader,
  { search, after }: Wanted,
  where: SQL | undefined,
): Promise<Page<UserRow>> => {
  const rows = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      active: users.active,
      passwordHash: users.passwordHash,
      fileId: users.avatarFileId,
      key: users.nameKey,
    })
    .from(users)
    .where(and(where, matches(search, users.nameKey, users.emailKey), afterCursor(users.nameKey, users.id, after)))
    .orderBy(asc(users.nameKey), asc(users.id))
    .limit(pageSize + 1);
  const shown = rows.map(({ fileId, passwordHash, ...row }) => ({
    ...row,
    invited: passwordHash === noPassword,
    avatar: personAvatar(row.id, fileId),
  }));
  return paged(shown);
};

const memberIds = (db: Reader, groupId: string) =>
  db.select({ id: groupMembers.userId }).from(groupMembers).where(eq(groupMembers.groupId, groupId));

type Key = typeof users.nameKey | typeof groups.nameKey;

/** Nothing to look for matches all. */
const matches = (search: string, ...columns: readonly Column[]): SQL | undefined => {
  const key = searchKey(search);
  return key === '' ? undefined : or(...columns.map((column) => contains(column, key)));
};

const afterCursor = (key: Key, id: typeof users.id | typeof groups.id, after: string | undefined): SQL | undefined => {
  const cursor = cursorSchema.safeParse(after);
  if (!cursor.success) return undefined;
  const [lastKey, lastId] = cursor.data;
  return or(gt(key, lastKey), and(eq(key, lastKey), gt(id, lastId)));
};

const paged = <Row extends { id: string; key: string }>(found: readonly Row[]): Page<Omit<Row, 'key'>> => {
  const rows = found.slice(0, pageSize);
  const last = rows.at(-1);
  const after = found.length > pageSize && last ? writeCursor(last.key, last.id) : null;
  return { rows: rows.map(({ key: _, ...row }) => row), after };
};

const writeCursor = (key: string, id: string): string => Buffer.from(JSON.stringify([key, id])).toString('base64url');

// What is no cursor starts the list at its beginning: an old address must not end in an error.
const cursorSchema = z
  .string()
  .transform((written, context) => {
    try {
      return JSON.parse(Buffer.from(written, 'base64url').toString()) as unknown;
    } catch {
      context.addIssue('not a cursor');
      return z.NEVER;
    }
  })
  .pipe(z.tuple([z.string(), z.string()]));
