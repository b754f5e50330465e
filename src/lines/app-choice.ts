import { asc, eq, inArray, isNull, or } from 'drizzle-orm';
import { creatable, linkable, type Qualifies } from '../apps/qualify.ts';
import { appsById } from '../apps/read.ts';
import type { Reader } from '../db/doors.ts';
import { apps, channels } from '../db/schema.ts';
import type { LineSettings } from './settings.ts';

/** An app as a line's form shows it: whether it can be the app for account link, and whether it can be created from chat. */
export type AppChoice = { id: string; name: string; link: Qualifies; create: Qualifies };

/** All apps by name, with what keeps each from being chosen; archived ones only where the line has them. */
export const appChoices = async (
  db: Reader,
  { linkApp, createdApps }: Pick<LineSettings, 'linkApp' | 'createdApps'>,
): Promise<AppChoice[]> => {
  const chosen = [...createdApps, ...(linkApp === null ? [] : [linkApp])];
  const found = await db
    .select({ id: apps.id })
    .from(apps)
    .where(or(isNull(apps.archivedAt), inArray(apps.id, chosen)))
    .orderBy(asc(apps.nameKey));
  const ids = found.map(({ id }) => id);
  const known = await appsById(db, ids);
  return ids.flatMap((id) => {
    const app = known.get(id);
    return app ? [{ id, name: app.name, link: linkable(app), create: creatable(app, known) }] : [];
  });
};

/** Whether clients from outside write to a line: it has a channel beside the built-in chat. */
export const isExternal = async (db: Reader, lineId: string): Promise<boolean> =>
  (await db.select({ id: channels.id }).from(channels).where(eq(channels.lineId, lineId)).limit(1)).length > 0;
