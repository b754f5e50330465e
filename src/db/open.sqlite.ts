import type { Db } from './doors.ts';
import { factStream, lastSeq } from './facts.stream.ts';
import { migrateSqlite } from './migrate.sqlite.ts';
import { readDoor } from './read-door.ts';
import { backupTo } from './sqlite/backup.ts';
import { closeWriter, connectReader, connectWriter } from './sqlite/connect.ts';
import { connectionTo } from './sqlite/connection.ts';
import { GroupCommit } from './sqlite/group-commit.ts';
import { factsBetween, watchOthers } from './sqlite/others.ts';
import { current, refuseInside, Unit } from './unit.ts';

export type SqliteOptions = {
  /** The path of the file; it is made if it is not there. */
  file: string;
  /** The folder with SQLite's migrations; they are not run if it is left out. */
  migrations?: string;
  /** The largest size of the file, in pages: stands in for a full disk. */
  maxPages?: number;
  /** How long a unit of work waits when another process holds the lock; 5,000 ms if left out. */
  patience?: number;
  /** Milliseconds since 1970: the time of a fact. */
  now?: () => number;
  /** Gets what a listener of the facts throws. */
  onError?: (error: unknown) => void;
};

/**
 * Opens the two doors to a SQLite file.
 *
 * @throws a `DatabaseError` if it cannot be opened or comes from a newer version of the program
 */
export const openSqlite = async (options: SqliteOptions): Promise<Db> => {
  if (options.migrations !== undefined) migrateSqlite(options.file, options.migrations);
  const writer = connectWriter(options.file, options.maxPages);
  const reader = connectReader(options.file);
  const writing = connectionTo(writer, refuseOutside);
  const read = readDoor(connectionTo(reader, () => refuseInside('read')));
  const now = options.now ?? Date.now;
  let open = true;

  const write: Db['write'] = async (work) => {
    refuseInside('write');
    if (!open) throw new Error('The database is closed.');
    return queue.add(new Unit(writing, now), work);
  };
  const between = factsBetween(reader);
  const onError = options.onError ?? rethrowLater;
  const facts = factStream({ read, write }, await lastSeq(read), onError, between);
  const queue = new GroupCommit(writer, options.patience ?? 5_000, facts.publish);
  const catchUp = () => facts.publish(between(facts.cursor(), Number.MAX_SAFE_INTEGER));
  const stopWatching = watchOthers(writer, catchUp, onError);

  return {
    read,
    write,
    current,
    facts,
    backup: (file) => backupTo(options.file, file),
    async close() {
      if (!open) return;
      open = false;
      stopWatching();
      await queue.idle();
      reader.close();
      closeWriter(writer);
    },
  };
};

const refuseOutside = (): void => {
  if (!current()) throw new Error('This unit of work is over: its tx cannot be used any more.');
};

/** Nobody said what to do with a listener's error: let it end the process, but not the unit of work. */
const rethrowLater = (error: unknown): void => {
  setImmediate(() => {
    throw error;
  });
};
