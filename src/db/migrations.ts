import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DatabaseTooNew } from './errors.ts';

/** One step of the schema, as drizzle-kit wrote it. */
export type Migration = { tag: string; sql: string };

const Journal = z.object({ entries: z.array(z.object({ tag: z.string() })) });

/** The migrations in a folder, oldest first. @throws if it holds none, or a file of its journal is missing */
export const migrationsIn = (folder: string): Migration[] => {
  const journal = Journal.parse(JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')));
  if (journal.entries.length === 0) throw new Error(`There are no migrations in ${folder}.`);
  return journal.entries.map(({ tag }) => ({ tag, sql: readFileSync(join(folder, `${tag}.sql`), 'utf8') }));
};

/**
 * Which migrations are still to run.
 *
 * @param applied the tags that the database has
 * @throws `DatabaseTooNew` if it has one that we do not know
 */
export const pending = (known: readonly Migration[], applied: readonly string[]): readonly Migration[] => {
  const tags = new Set(known.map(({ tag }) => tag));
  const foreign = applied.find((tag) => !tags.has(tag));
  if (foreign !== undefined) throw new DatabaseTooNew(foreign);
  return known.filter(({ tag }) => !applied.includes(tag));
};

/** The table that remembers them, the same on both databases. */
export const memory = {
  create: 'CREATE TABLE IF NOT EXISTS migrations (tag text PRIMARY KEY, at bigint NOT NULL)',
  list: 'SELECT tag FROM migrations ORDER BY at, tag',
};
