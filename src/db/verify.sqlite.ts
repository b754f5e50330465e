import { DatabaseDamaged } from './errors.ts';
import { memory, migrationsIn, pending } from './migrations.ts';
import { connectMigrator } from './sqlite/connect.ts';
import { translated } from './translated.ts';

/**
 * Looks through a whole SQLite file, in step: whether it is sound, ours, and of a version that this program can bring up to
 * its own.
 *
 * @param folder SQLite's migrations
 * @throws `DatabaseDamaged` or `DatabaseTooNew`
 */
export const verifySqlite = (file: string, folder: string): void => {
  const client = connectMigrator(file);
  try {
    const [verdict] = client.prepare<[], string>('PRAGMA integrity_check(1)').pluck().all();
    if (verdict !== 'ok') throw new DatabaseDamaged(verdict);
    const [dangling] = client.prepare<[], { table: string }>('PRAGMA foreign_key_check').all();
    if (dangling) throw new DatabaseDamaged(`rows of ${dangling.table} refer to others that are missing`);
    const ours = client.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'migrations'").pluck().get();
    if (ours === undefined) throw new DatabaseDamaged('it is no database of this product');
    pending(migrationsIn(folder), client.prepare<[], string>(memory.list).pluck().all());
  } catch (error) {
    throw translated(error);
  } finally {
    client.close();
  }
};
