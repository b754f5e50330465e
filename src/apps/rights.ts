import { and, eq, inArray, isNull, type Placeholder } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { appRights, apps, groupMembers, users } from '../db/schema.ts';
import { type Params, statement } from '../db/statement.ts';
import type { AppMay } from './app.ts';

/** A user's id, or the placeholder of one in a prepared statement. */
export type UserId = string | Placeholder<string>;

/**
 * Sub-select of the ids of the apps whose items an active person sees: one of their groups may see, create or edit, and the app is
 * not archived. This is the one place that says so; lists, pages, searches, exports and the picker of references all ask it.
 */
export const appsSeenBy = (db: Reader, userId: UserId) => {
  const rights = selectHeld(db, userId).as('held');
  return db.select({ id: rights.app }).from(rights);
};

/** Which apps' items very many people see, as far as they see any: asked for all at once. */
export const appsSeenByAll = (db: Reader, userIds: readonly string[]): Promise<{ userId: string; id: string }[]> =>
  db
    .selectDistinct({ userId: groupMembers.userId, id: appRights.appId })
    .from(appRights)
    .innerJoin(groupMembers, eq(groupMembers.groupId, appRights.groupId))
    .innerJoin(apps, eq(apps.id, appRights.appId))
    .innerJoin(users, eq(users.id, groupMembers.userId))
    .where(and(inArray(groupMembers.userId, [...userIds]), eq(users.active, true), isNull(apps.archivedAt)));

/** What a person may do with the items of an app; nothing where it does not exist or is archived. */
export const mayIn = async (db: Reader, userId: string, appId: string): Promise<AppMay> => {
  const rows = await heldIn(db, { user: userId, app: appId });
  const may = (what: 'create' | 'edit') => rows.some((row) => row.may === what);
  return { see: rows.length > 0, create: may('create'), edit: may('edit') };
};

/** The same for several apps at once; those that the person does not see are missing. */
export const mayInEach = async (
  db: Reader,
  userId: string,
  appIds: readonly string[],
): Promise<ReadonlyMap<string, AppMay>> => {
  if (appIds.length === 0) return new Map();
  const rights = selectHeld(db, userId).as('held');
  const rows = await db
    .select({ app: rights.app, may: rights.may })
    .from(rights)
    .where(inArray(rights.app, [...appIds]));
  const found = new Map<string, AppMay>();
  for (const { app, may } of rows) {
    const known = found.get(app) ?? { see: true, create: false, edit: false };
    found.set(app, { ...known, [may]: true });
  }
  return found;
};

const selectHeld = (db: Reader, userId: UserId) =>
  db
    .select({ app: appRights.appId, may: appRights.may })
    .from(appRights)
    .innerJoin(groupMembers, eq(groupMembers.groupId, appRights.groupId))
    .innerJoin(apps, eq(apps.id, appRights.appId))
    .innerJoin(users, eq(users.id, groupMembers.userId))
    .where(and(eq(groupMembers.userId, userId), eq(users.active, true), isNull(apps.archivedAt)));

const heldIn = statement((db, p: Params<{ user: string; app: string }>) => {
  const rights = selectHeld(db, p('user')).as('held');
  return db
    .select({ may: rights.may })
    .from(rights)
    .where(eq(rights.app, p('app')));
});
