import { memory, migrationsIn, pending } from './migrations.ts';
import { type Client, connectMigrator } from './sqlite/connect.ts';
import { translated } from './translated.ts';

/**
 * Brings a SQLite file up to the schema of this program: all of it in one transaction, or nothing.
 *
 * @param folder SQLite's migrations
 * @throws `DatabaseTooNew`, another `DatabaseError`, or an Error if rows would refer to others that are not there
 */
export const migrateSqlite = (file: string, folder: string): void => {
  const known = migrationsIn(folder);
  const client = connectMigrator(file);
  try {
    client.exec('BEGIN IMMEDIATE');
    client.exec(memory.create);
    const applied = client.prepare<[], string>(memory.list).pluck().all();
    const steps = pending(known, applied);
    const remember = client.prepare('INSERT INTO migrations (tag, at) VALUES (?, ?)');
    for (const { tag, sql } of steps) {
      client.exec(sql);
      remember.run(tag, Date.now());
    }
    if (steps.length > 0) checkReferences(client);
    client.exec('COMMIT');
  } catch (error) {
    throw translated(error);
  } finally {
    // Closing undoes what was not committed.
    client.close();
  }
};

// Foreign keys are off while tables are rebuilt, so that dropping the old one does not empty those that refer to it.
const checkReferences = (client: Client): void => {
  const broken = client.prepare<[], { table: string; parent: string }>('PRAGMA foreign_key_check').get();
  if (broken) throw new Error(`The migration leaves rows of ${broken.table} that refer to missing ${broken.parent}.`);
};
