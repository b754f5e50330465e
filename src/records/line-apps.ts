import { asc, eq } from 'drizzle-orm';
import type { App } from '../apps/app.ts';
import { appsById } from '../apps/read.ts';
import type { Reader } from '../db/doors.ts';
import { apps, lineCreatedApps, lines } from '../db/schema.ts';
import { type Params, statement } from '../db/statement.ts';

/** The apps that a line uses: the one for account link, and those that can be created from its chats, by name. Archived ones are not used. */
export type LineApps = { link: App | null; created: readonly App[] };

/** Reads them; most lines have none, which costs two looks into small tables. */
export const appsOfLine = async (db: Reader, lineId: string): Promise<LineApps> => {
  const [line] = await linkApp(db, { line: lineId });
  const created = await createdApps(db, { line: lineId });
  const ids = [...created.map(({ id }) => id), ...(line?.id ? [line.id] : [])];
  const known = await appsById(db, ids);
  const used = (id: string): App[] => {
    const app = known.get(id);
    return app && app.archivedAt === null ? [app] : [];
  };
  return { link: used(line?.id ?? '')[0] ?? null, created: created.flatMap(({ id }) => used(id)) };
};

const linkApp = statement((db, p: Params<{ line: string }>) =>
  db
    .select({ id: lines.linkAppId })
    .from(lines)
    .where(eq(lines.id, p('line'))),
);

const createdApps = statement((db, p: Params<{ line: string }>) =>
  db
    .select({ id: apps.id })
    .from(lineCreatedApps)
    .innerJoin(apps, eq(apps.id, lineCreatedApps.appId))
    .where(eq(lineCreatedApps.lineId, p('line')))
    .orderBy(asc(apps.nameKey)),
);
