import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, openAsBlob, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Db } from './doors.ts';
import { migratePglite } from './migrate.pglite.ts';
import { migrationsIn } from './migrations.ts';
import { openPglite, type PgliteOptions } from './open.pglite.ts';

/**
 * A PGlite with nothing in it but the present schema: the process's one, emptied. What was opened on it before is at its end.
 *
 * @param migrations the folder with PostgreSQL's migrations
 */
export const emptyPglite = async (migrations: string, options: Omit<PgliteOptions, 'migrations'> = {}): Promise<Db> => {
  shared ??= migrated(migrations);
  const client = await shared;
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`,
  );
  await client.exec(`TRUNCATE ${rows.map(({ name }) => name).join(', ')} RESTART IDENTITY CASCADE`);
  return openPglite(client, options);
};
let shared: Promise<PGlite> | undefined;

/** Making a cluster takes seconds, loading one a tenth of that: it is kept under the name of what it was made from. */
const migrated = async (migrations: string): Promise<PGlite> => {
  const kept = join(cache, `pglite-${fingerprint(migrations)}.tar`);
  if (existsSync(kept)) return PGlite.create({ loadDataDir: await openAsBlob(kept) });
  const client = await PGlite.create();
  await migratePglite(client, migrations);
  await keep(client, kept);
  return client;
};

const modules = join(import.meta.dirname, '../../node_modules');
const cache = join(modules, '.cache/lines');

const fingerprint = (migrations: string): string => {
  const hash = createHash('sha256');
  hash.update(readFileSync(join(modules, '@electric-sql/pglite/package.json')));
  for (const { tag, sql } of migrationsIn(migrations)) hash.update(tag).update(sql);
  return hash.digest('hex').slice(0, 16);
};

/** Renamed into its place when it is whole: several test files may be at it at the same time. */
const keep = async (client: PGlite, file: string): Promise<void> => {
  const dump = await client.dumpDataDir('none');
  mkdirSync(cache, { recursive: true });
  const unfinished = `${file}.${randomUUID()}`;
  writeFileSync(unfinished, new Uint8Array(await dump.arrayBuffer()));
  renameSync(unfinished, file);
};
