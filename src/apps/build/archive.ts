import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/doors.ts';
import { apps } from '../../db/schema.ts';
import { appChanged } from './app.ts';
import { bump, holdApp, mustServeLines } from './hold.ts';
import type { By } from './refusal.ts';

/**
 * Archives an app: nobody sees its items any more, and nothing of it is lost. Answers whether it was open until now.
 * @throws NotBuilt 'missing', 'lines' while lines rely on it
 */
export const archiveApp = async (tx: Tx, id: string, by: By): Promise<boolean> => {
  const app = await holdApp(tx, id, { archived: true });
  if (app.archivedAt !== null) return false;
  await mustServeLines(tx, { ...app, archivedAt: by.at });
  await tx.update(apps).set({ archivedAt: by.at }).where(eq(apps.id, id));
  await bump(tx, id);
  await tx.record(seen(id), { actor: by.actor, action: 'app.archived', object: id });
  return true;
};

/** Brings an archived app back as it was. Answers whether it was archived. @throws NotBuilt 'missing' */
export const restoreApp = async (tx: Tx, id: string, by: By): Promise<boolean> => {
  const app = await holdApp(tx, id, { archived: true });
  if (app.archivedAt === null) return false;
  await tx.update(apps).set({ archivedAt: null }).where(eq(apps.id, id));
  await bump(tx, id);
  await tx.record(seen(id), { actor: by.actor, action: 'app.restored', object: id });
  return true;
};

const seen = (app: string) => [appChanged(app), { kind: 'rights', ids: { app } }] as const;
