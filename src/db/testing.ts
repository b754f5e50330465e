import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { dialect } from './dialect.ts';
import type { Db } from './doors.ts';
import { migrateSqlite } from './migrate.sqlite.ts';
import { migrationsFolder } from './migrations-folder.ts';
import { openSqlite } from './open.sqlite.ts';

/**
 * A fresh database with the present schema, for one test: a file of its own on SQLite, emptied tables on PGlite (so there the
 * one before it ends). Which of the two is said by the environment, as in life. Closed and thrown away after the last test of the file.
 *
 * @param options.now the clock of the facts, milliseconds since 1970
 */
export const testDb = async (options: { now?: () => number } = {}): Promise<Db> => {
  const db = dialect === 'pg' ? await pglite(options) : await sqlite(options);
  opened.push(db);
  return db;
};

/** The path of a file with the present schema, of its own: for who opens it in a special way. SQLite only. */
export const testFile = (): string => {
  folder ??= mkdtempSync(join(tmpdir(), 'lines-data-'));
  const template = join(folder, 'template.db');
  if (files === 0) migrateSqlite(template, migrationsFolder());
  const file = join(folder, `${++files}.db`);
  copyFileSync(template, file);
  return file;
};

const opened: Db[] = [];
let folder: string | undefined;
let files = 0;

const sqlite = (options: { now?: () => number }): Promise<Db> => openSqlite({ file: testFile(), ...options });

const pglite = async (options: { now?: () => number }): Promise<Db> => {
  const { emptyPglite } = await import('./testing.pglite.ts');
  return emptyPglite(migrationsFolder(), options);
};

afterAll(async () => {
  for (const db of opened.splice(0)) await db.close();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});
