import { existsSync, rmSync } from 'node:fs';
import { link, open, readdir, rename } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { openSqlite } from '../db/open.sqlite.ts';
import { pathOf } from '../files/disk.ts';
import { allFiles } from '../files/rows.ts';
import { version } from '../version.ts';
import { format, nameOfFile, names } from './archive/format.ts';
import { type ArchiveWriter, writeArchive } from './archive/write.ts';
import { existingDatabase, placesIn } from './data-folder.ts';
import { codeOf, exit, Refusal, wordsOf } from './refusal.ts';

/** Copies database, files and keys into one new file, as they are at one moment, while the server may go on. */
export const run = async ([target]: readonly string[], config: Config): Promise<number> => {
  if (target === undefined) throw new Refusal(exit.usage, 'Into which file? backup FILE');
  const file = resolve(target);
  const database = existingDatabase(config.dataDir);
  if (existsSync(file)) throw alreadyThere(file);
  const part = `${file}.${process.pid}.part`;
  const copy = `${file}.${process.pid}.db`;
  const clear = () => clearAway(part, copy);
  const stopClearing = clearOnSignal(clear);
  try {
    // The database first: a file that it speaks of is on the disk by then, never changes and, unused, stays for a day more.
    await copyDatabase(database, copy);
    const { files, size } = await writeAll(part, copy, config.dataDir);
    await putInPlace(part, file);
    await note(database);
    console.log(`Backed up the database and ${files} files to ${file} (${(size / 1e6).toFixed(1)} MB).`);
    return exit.ok;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      exit.cannotWrite,
      `The backup ${file} could not be written: ${wordsOf(error)}. Nothing is left of it.`,
      { cause: error },
    );
  } finally {
    clear();
    stopClearing();
  }
};

const alreadyThere = (file: string) =>
  new Refusal(exit.cannotWrite, `${file} exists already. A backup never overwrites anything.`);

const copyDatabase = async (from: string, to: string): Promise<void> => {
  const db = await openSqlite({ file: from });
  try {
    await db.backup(to);
  } finally {
    await db.close();
  }
};

const writeAll = async (part: string, copy: string, folder: string): Promise<{ files: number; size: number }> => {
  const archive = await writeArchive(part, Date.now());
  try {
    const about = { product: 'lines', format, version, at: new Date().toISOString() };
    await archive.bytes(names.about, `${JSON.stringify(about)}\n`);
    const files = await listed(copy);
    await archive.file(names.database, copy);
    const places = placesIn(folder);
    for (const id of files) {
      if (await archive.file(nameOfFile(id), pathOf(places.files, id))) continue;
      console.error(`The stored file ${id} is missing in the data folder: the backup goes without it.`);
    }
    await writeKeys(archive, places.keys);
    return { files: files.length, size: await archive.finish() };
  } finally {
    await archive.close();
  }
};

/** The files that the copy knows. Opening it in the ordinary way may leave companions beside it, which closing clears away. */
const listed = async (copy: string): Promise<readonly string[]> => {
  const db = await openSqlite({ file: copy });
  try {
    return (await Array.fromAsync(allFiles(db.read))).flat().map(({ id }) => id);
  } finally {
    await db.close();
  }
};

const writeKeys = async (archive: ArchiveWriter, folder: string): Promise<void> => {
  if (!existsSync(folder)) return;
  for (const name of (await readdir(folder)).sort()) await archive.file(`keys/${name}`, join(folder, name));
};

/** Gives the finished backup its name, unless something has taken the name meanwhile. */
const putInPlace = async (part: string, file: string): Promise<void> => {
  try {
    await link(part, file);
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || existsSync(file)) throw alreadyThere(file);
    // Disks that know no second names.
    await rename(part, file);
  }
  if (process.platform === 'win32') return;
  const folder = await open(dirname(file), 'r');
  await folder.sync().finally(() => folder.close());
};

/** Says in the audit log that a copy of everything was made. That it cannot be said makes the copy no worse. */
const note = async (database: string): Promise<void> => {
  try {
    const db = await openSqlite({ file: database });
    const entry = { actor: null, action: 'data.backed-up', object: 'data' } as const;
    await db.write((tx) => tx.record(null, entry)).finally(() => db.close());
  } catch (error) {
    console.error(`The audit log could not be told of this backup: ${wordsOf(error)}.`);
  }
};

const clearAway = (...paths: readonly string[]): void => {
  for (const path of paths)
    for (const ending of ['', '-wal', '-shm', '-journal']) if (existsSync(path + ending)) rmSync(path + ending);
};

/** A backup that is broken off leaves nothing either. Returns how to end this. */
const clearOnSignal = (clear: () => void): (() => void) => {
  const onSignal = (): never => {
    clear();
    process.exit(exit.failure);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, onSignal);
  return () => {
    for (const signal of signals) process.off(signal, onSignal);
  };
};
