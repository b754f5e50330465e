import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { holdLock } from '../db/sqlite/lock.ts';
import { codeOf, exit, Refusal, wordsOf } from './refusal.ts';

/** Where in a data folder what lies. */
export const placesIn = (folder: string) => ({
  database: join(folder, 'lines.db'),
  files: join(folder, 'files'),
  keys: join(folder, 'keys'),
  /** Locked by the process that serves the folder. */
  lock: join(folder, 'serving.lock'),
  /** Here while a restore is going on, or when it was cut short. */
  restoring: join(folder, 'restoring'),
  /** Says that the folder belongs to the demo. */
  demo: join(folder, 'demo.json'),
  /** Says that the folder was filled by flood. */
  flood: join(folder, 'flood.json'),
});

/**
 * Makes the folder ready and this process the only one that serves it. Returns how to let go of it.
 * @throws Refusal when it cannot be written, another process has it, or a restore into it was cut short
 */
export const claimFolder = async (folder: string): Promise<() => void> => {
  await makeWritable(folder);
  const places = placesIn(folder);
  if (existsSync(places.restoring)) {
    throw new Refusal(exit.data, `A restore into ${folder} was cut short. Run it again, then start.`);
  }
  const release = holdLock(places.lock);
  if (!release) {
    throw new Refusal(
      exit.tryLater,
      `Another process is serving the data folder ${folder}. Stop it, or set DATA_DIR to another folder.`,
    );
  }
  return release;
};

/** Makes sure that there is a folder and that we may write to it. @throws Refusal that names it */
export const makeWritable = async (folder: string): Promise<void> => {
  try {
    await makeFolder(folder);
    const trial = join(folder, `.trial-${process.pid}`);
    await writeFile(trial, '');
    await rm(trial);
  } catch (error) {
    throw new Refusal(
      exit.cannotWrite,
      `The data folder ${folder} cannot be written: ${wordsOf(error)}. Set DATA_DIR to one that can.`,
    );
  }
};

/** Node's own way of making a folder with its parents never ends below one that takes none, such as /proc. */
const makeFolder = async (folder: string): Promise<void> => {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    const parent = dirname(folder);
    if (codeOf(error) !== 'ENOENT' || existsSync(parent)) throw error;
    await makeFolder(parent);
    await mkdir(folder, { mode: 0o700 });
  }
};

/** Where the database lies. @throws Refusal when there is none yet, so that a mistyped DATA_DIR makes no empty one */
export const existingDatabase = (folder: string): string => {
  const { database } = placesIn(folder);
  if (existsSync(database)) return database;
  throw new Refusal(exit.data, `There is no database in the data folder ${folder}. Is DATA_DIR right?`);
};

/** What stands in a folder; nothing if it does not exist. */
export const contentsOf = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw new Refusal(exit.cannotWrite, `The folder ${folder} cannot be read: ${wordsOf(error)}`);
  }
};
