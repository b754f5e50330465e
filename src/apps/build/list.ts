import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { apps, items } from '../../db/schema.ts';
import type { AppIcon, AppMay } from '../app.ts';
import { appIcons } from '../app.ts';
import { arrived } from '../items/scope.ts';
import { mayInEach } from '../rights.ts';

/** An app as the list of all apps shows it. `items`: how many, and no more than `mostCounted` + 1. */
export type ListedApp = {
  id: string;
  name: string;
  icon: AppIcon;
  archivedAt: number | null;
  /** Null for an administrator who sees none of its items. */
  may: AppMay | null;
  items: number;
};

/** Beyond so many items nobody counts. */
export const mostCounted = 10_000;

/** The apps whose items a person sees, and all apps for an administrator; by name, archived ones at the end. */
export const appsFor = async (
  db: Reader,
  person: { id: string; administrator: boolean },
): Promise<readonly ListedApp[]> => {
  const rows = await db
    .select({ id: apps.id, name: apps.name, icon: apps.icon, archivedAt: apps.archivedAt })
    .from(apps)
    .where(person.administrator ? undefined : isNull(apps.archivedAt))
    .orderBy(asc(sql`case when ${apps.archivedAt} is null then 0 else 1 end`), asc(apps.nameKey));
  const may = await mayInEach(
    db,
    person.id,
    rows.map((row) => row.id),
  );
  const shown = rows.filter((row) => person.administrator || may.has(row.id));
  const listed: ListedApp[] = [];
  for (const { icon, ...row } of shown) {
    const known = appIcons.find((one) => one === icon) ?? appIcons[0];
    listed.push({ ...row, icon: known, may: may.get(row.id) ?? null, items: await itemsIn(db, row.id) });
  }
  return listed;
};

/** The apps that a field can refer to, by name: all that are not archived. */
export const appsToReferTo = async (db: Reader): Promise<readonly { id: string; name: string }[]> =>
  await db
    .select({ id: apps.id, name: apps.name })
    .from(apps)
    .where(isNull(apps.archivedAt))
    .orderBy(asc(apps.nameKey));

/** The names of apps by their ids, archived ones too. */
export const appNames = async (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: apps.id, name: apps.name })
    .from(apps)
    .where(inArray(apps.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row.name]));
};

const itemsIn = async (db: Reader, appId: string): Promise<number> => {
  const some = db
    .select({ one: sql`1`.as('one') })
    .from(items)
    .where(and(eq(items.appId, appId), isNull(items.deletedAt), arrived(db)))
    .limit(mostCounted + 1)
    .as('some');
  const [row] = await db.select({ items: sql<number>`count(*)`.mapWith(Number) }).from(some);
  return row?.items ?? 0;
};
