import Database from 'better-sqlite3';
import { DatabaseBusy } from '../errors.ts';
import { translated } from '../translated.ts';

/**
 * Holds a lock until it is let go or the process ends, however it ends: the system itself keeps it, on a file made for that.
 * Returns how to let go; undefined if another process holds it.
 *
 * @throws a `DatabaseError` if the file cannot be made
 */
export const holdLock = (file: string): (() => void) | undefined => {
  let client: Database.Database | undefined;
  try {
    client = new Database(file, { timeout: 0 });
    // Nothing is ever written, so there is nothing to take back after a crash either.
    client.pragma('journal_mode = MEMORY');
    client.exec('BEGIN EXCLUSIVE');
    const held = client;
    return () => held.close();
  } catch (error) {
    client?.close();
    const failure = translated(error);
    if (failure instanceof DatabaseBusy) return undefined;
    throw failure;
  }
};
