import { join } from 'node:path';
import type { App } from '../../src/apps/app.ts';
import { addApp, type NewField } from '../../src/apps/testing.ts';
import { openSqlite } from '../../src/db/open.sqlite.ts';
import { groups } from '../../src/db/schema.ts';

/** Adds an app to a data folder that nobody serves; everybody may create and edit in it. */
export const appIn = async (folder: string, name: string, fields: readonly NewField[]): Promise<App> => {
  const db = await openSqlite({ file: join(folder, 'lines.db') });
  try {
    const all = await db.read.select().from(groups);
    const everyone = all.filter(({ system }) => system === 'everyone').map(({ id }) => id);
    return await addApp(db, name, fields, { create: everyone, edit: everyone });
  } finally {
    await db.close();
  }
};
