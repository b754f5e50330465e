import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';

/** The tag of the newest migration, which names the schema: "0000_first". */
export const newestMigration = (): string => {
  const journal = join(import.meta.dirname, '../../src/db/migrations/sqlite/meta/_journal.json');
  const { entries } = Journal.parse(JSON.parse(readFileSync(journal, 'utf8')));
  const last = entries.at(-1);
  if (!last) throw new Error('There are no migrations.');
  return last.tag;
};

/** Where the snapshot of a schema lies. */
export const snapshotOf = (tag: string): string => join(import.meta.dirname, `${tag}.db.br`);

/** The tags of all schemas of which there is a snapshot, oldest first. */
export const snapshots = (): string[] =>
  readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.db.br'))
    .map((name) => basename(name, '.db.br'))
    .sort();

const Journal = z.object({ entries: z.array(z.object({ tag: z.string() })) });
