import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/doors.ts';
import { searchKey } from '../../db/key.ts';
import { appViews } from '../../db/schema.ts';
import type { AppMay } from '../app.ts';

/** A list as somebody set it up and named it. `query`: of the list's address. `shared`: everybody's who sees the app. */
export type View = { id: string; name: string; query: string; shared: boolean };

/** Whoever changes views, and what they may do with the app's items: who edits these, changes what everybody has. */
export type Keeper = { person: string; may: AppMay };

export type ViewRefusal = 'gone' | 'too-many' | 'sent-before';

/** The views of an app that somebody has: everybody's, then their own, by name. Whether they see the app is asked elsewhere. */
export const viewsFor = async (db: Reader, personId: string, appId: string): Promise<View[]> => {
  const rows = await db
    .select()
    .from(appViews)
    .where(and(eq(appViews.appId, appId), or(isNull(appViews.ownerId), eq(appViews.ownerId, personId))))
    .orderBy(sql`${appViews.ownerId} is not null`, asc(appViews.nameKey), asc(appViews.id))
    .limit(2 * mostViews);
  return rows.map(({ id, name, query, ownerId }) => ({ id, name, query, shared: ownerId === null }));
};

/** Whether somebody may rename, change or delete a view of theirs or of everybody's. */
export const mayChange = (view: Pick<View, 'shared'>, may: AppMay): boolean => !view.shared || may.edit;

/** Keeps a view. The same form sent twice keeps one; shared ones are for who edits items alone. */
export const addView = async (
  tx: Tx,
  { person, may }: Keeper,
  appId: string,
  view: View & { at: number },
): Promise<ViewRefusal | undefined> => {
  const { id, name, query, shared, at } = view;
  if (!mayChange(view, may)) return 'gone';
  const ownerId = shared ? null : person;
  const same = shared ? isNull(appViews.ownerId) : eq(appViews.ownerId, person);
  if ((await tx.$count(appViews, and(eq(appViews.appId, appId), same))) >= mostViews) return 'too-many';
  const added = await tx
    .insert(appViews)
    .values({ id, appId, ownerId, name, nameKey: searchKey(name), query, createdAt: at })
    .onConflictDoNothing()
    .returning({ id: appViews.id });
  if (added.length > 0) return undefined;
  const [before] = await tx.select().from(appViews).where(eq(appViews.id, id));
  const again = before?.appId === appId && before.ownerId === ownerId && before.name === name && before.query === query;
  return again ? undefined : 'sent-before';
};

/** Renames a view, or keeps another list in it. */
export const changeView = async (
  tx: Tx,
  keeper: Keeper,
  appId: string,
  id: string,
  change: { name?: string; query?: string },
): Promise<ViewRefusal | undefined> => {
  const { name, query } = change;
  const changed = await tx
    .update(appViews)
    .set({
      ...(name !== undefined && { name, nameKey: searchKey(name) }),
      ...(query !== undefined && { query }),
    })
    .where(theirs(keeper, appId, id))
    .returning({ id: appViews.id });
  return changed.length === 0 ? 'gone' : undefined;
};

/** Deletes a view: what is gone already stays so. */
export const deleteView = async (tx: Tx, keeper: Keeper, appId: string, id: string): Promise<void> => {
  await tx.delete(appViews).where(theirs(keeper, appId, id));
};

const theirs = ({ person, may }: Keeper, appId: string, id: string) =>
  and(
    eq(appViews.id, id),
    eq(appViews.appId, appId),
    may.edit ? or(isNull(appViews.ownerId), eq(appViews.ownerId, person)) : eq(appViews.ownerId, person),
  );

/** Of one person, and of everybody, in one app. */
const mostViews = 100;
