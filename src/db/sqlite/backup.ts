import Database from 'better-sqlite3';
import { translated } from '../translated.ts';

/** Pages a step: about a millisecond's work, then others get their turn. */
const step = 100;

/**
 * Copies the database into a new file, as it was at this moment, while others go on reading and writing.
 *
 * @throws a `DatabaseError`, also if `to` cannot be written
 */
export const backupTo = async (from: string, to: string): Promise<void> => {
  const source = new Database(from, { timeout: 200 });
  try {
    // Without a snapshot of its own the copy would start again at each commit, and under load never end.
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_schema').get();
    await source.backup(to, { progress: () => step });
  } catch (error) {
    throw translated(error);
  } finally {
    source.close();
  }
};
