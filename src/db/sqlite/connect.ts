import Database from 'better-sqlite3';
import { DatabaseUnwritable } from '../errors.ts';
import { translated } from '../translated.ts';

export type Client = Database.Database;

/**
 * The connection that writes. It never waits for a lock, since waiting would stop the whole process: whoever uses it tries
 * again. @throws a `DatabaseError` if the file cannot be opened
 */
export const connectWriter = (file: string, maxPages?: number): Client =>
  connect(file, 0, [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    'cache_size = -8000',
    // Not MEMORY: what a unit of work would undo is kept there as a list that each statement walks from its start, so that
    // a unit of thousands of changes took many seconds. Small ones stay in memory anyway.
    'temp_store = FILE',
    'wal_autocheckpoint = 1000',
    'journal_size_limit = 16000000',
    ...(maxPages === undefined ? [] : [`max_page_count = ${maxPages}`]),
  ]);

/**
 * The connection that reads. In WAL nobody keeps it waiting, but for the moment in which another process mends the file after a
 * crash. @throws a `DatabaseError` if the file cannot be opened
 */
export const connectReader = (file: string): Client =>
  connect(file, 200, ['query_only = ON', 'cache_size = -16000', 'temp_store = MEMORY']);

/**
 * The connection that changes the schema, at start, when there is nobody yet whom waiting would stop.
 * @throws a `DatabaseError` if the file cannot be opened
 */
export const connectMigrator = (file: string): Client =>
  connect(file, 5_000, ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = OFF']);

/** Closes the connection that writes. The last one to close a file empties its log into it. */
export const closeWriter = (client: Client): void => {
  try {
    client.pragma('optimize');
  } catch {
    // Statistics for the planner: on a full or locked disk they can wait for another day.
  }
  client.close();
};

const connect = (file: string, timeout: number, pragmas: readonly string[]): Client => {
  const client = openFile(file, timeout);
  try {
    for (const pragma of pragmas) client.pragma(pragma);
    return client;
  } catch (error) {
    client.close();
    throw translated(error);
  }
};

const openFile = (file: string, timeout: number): Client => {
  try {
    return new Database(file, { timeout });
  } catch (error) {
    // The driver itself looks for the folder, and throws a TypeError if it is not there.
    throw error instanceof TypeError ? new DatabaseUnwritable(error) : translated(error);
  }
};
