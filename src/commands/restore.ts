import { existsSync } from 'node:fs';
import { rm, rmdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Config } from '../config.ts';
import { isDatabaseError } from '../db/errors.ts';
import { migrationsFolder } from '../db/migrations-folder.ts';
import { noteRestore } from '../db/note-restore.sqlite.ts';
import { openSqlite } from '../db/open.sqlite.ts';
import { renumberFacts } from '../db/renumber-facts.sqlite.ts';
import { holdLock } from '../db/sqlite/lock.ts';
import { verifySqlite } from '../db/verify.sqlite.ts';
import { allFiles } from '../files/rows.ts';
import { nameOfFile } from './archive/format.ts';
import { contentsOf, makeWritable, placesIn } from './data-folder.ts';
import { exit, Refusal, wordsOf } from './refusal.ts';
import { moveInto, wipeUnfinished } from './restore/place.ts';
import { type Unpacked, unpack } from './restore/unpack.ts';

/** Puts a backup into an empty data folder: all of it, looked through before it counts, or nothing. */
export const run = async ([source]: readonly string[], config: Config): Promise<number> => {
  if (source === undefined) throw new Refusal(exit.usage, 'From which file? restore FILE');
  const folder = config.dataDir;
  const places = placesIn(folder);
  const before = existsSync(folder) ? await contentsOf(folder) : undefined;
  await makeWritable(folder);
  const release = holdLock(places.lock);
  if (!release) throw new Refusal(exit.tryLater, `Another process is serving the data folder ${folder}.`);
  try {
    await wipeUnfinished(folder);
    await requireEmpty(folder);
    const unpacked = await unpack(resolve(source), places.restoring);
    await verify(unpacked, source);
    renumberFacts(unpacked.database);
    noteRestore(unpacked.database, Date.now());
    await moveInto(folder);
    console.log(`Restored the database and ${unpacked.files} files into ${folder}.`);
    return exit.ok;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(exit.cannotWrite, `The backup was not restored: ${wordsOf(error)}. Nothing is left of it.`, {
      cause: error,
    });
  } finally {
    await wipeUnfinished(folder);
    release();
    if (!before?.includes('serving.lock')) await rm(places.lock, { force: true });
    // A folder that is not empty stays.
    if (before === undefined) await rmdir(folder).catch(() => undefined);
  }
};

/** A folder in which only the lock was ever taken counts as empty. */
const requireEmpty = async (folder: string): Promise<void> => {
  const there = (await contentsOf(folder)).filter((name) => name !== 'serving.lock');
  if (there.length === 0) return;
  throw new Refusal(
    exit.cannotWrite,
    `The data folder ${folder} is not empty. Set DATA_DIR to a new or empty folder to restore into.`,
  );
};

/** Whether what came out of the backup can be served. What is missing of it is said, but no reason to do without the rest. */
const verify = async ({ database, sums }: Unpacked, source: string): Promise<void> => {
  try {
    verifySqlite(database, migrationsFolder());
  } catch (error) {
    if (!isDatabaseError(error)) throw error;
    throw new Refusal(exit.data, `The database in ${source} cannot be used. ${error.message} Nothing was restored.`, {
      cause: error,
    });
  }
  const db = await openSqlite({ file: database });
  try {
    for await (const files of allFiles(db.read)) {
      for (const { id, hash } of files) {
        if (sums.get(nameOfFile(id)) !== hash)
          console.error(`The stored file ${id} was not in the backup, or not as it was.`);
      }
    }
  } finally {
    await db.close();
  }
};
