import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../db/doors.ts';
import { apps } from '../../db/schema.ts';
import type { App } from '../app.ts';
import { holdReliance, linesBrokenBy } from '../qualify.ts';
import { appById } from '../read.ts';
import { NotBuilt } from './refusal.ts';

/**
 * The app as it is now, for changing it: two people who change it at once come one after the other, and no line is bound to it meanwhile.
 * @throws NotBuilt 'missing'; 'archived' unless `archived` says that this is no hindrance
 */
export const holdApp = async (tx: Tx, id: string, { archived = false } = {}): Promise<App> => {
  await holdReliance(tx, id);
  const app = await appById(tx, id);
  if (!app) throw new NotBuilt({ refused: 'missing' });
  if (app.archivedAt !== null && !archived) throw new NotBuilt({ refused: 'archived' });
  return app;
};

/** Refuses what would break a line that relies on the app (3.4). @throws NotBuilt 'lines' */
export const mustServeLines = async (tx: Tx, after: App): Promise<void> => {
  const lines = await linesBrokenBy(tx, after);
  if (lines.length > 0) throw new NotBuilt({ refused: 'lines', lines });
};

/** Says that the app is another than before, to whoever keeps it in memory or has a form of it open. */
export const bump = async (tx: Tx, id: string): Promise<void> => {
  await tx
    .update(apps)
    .set({ version: sql`${apps.version} + 1` })
    .where(eq(apps.id, id));
};
