import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { placesIn } from '../data-folder.ts';

/**
 * Moves what was unpacked and looked through from `restoring` to its places. Until the last step `restoring` stands there, so
 * that nobody serves a folder in which a part is missing.
 */
export const moveInto = async (folder: string): Promise<void> => {
  const { restoring, files } = placesIn(folder);
  for (const path of movedIn(folder)) {
    const unpacked = join(restoring, basename(path));
    if (existsSync(unpacked)) await rename(unpacked, path);
  }
  await mkdir(files, { recursive: true, mode: 0o700 });
  await sync(folder);
  await rm(restoring, { recursive: true });
  await sync(folder);
};

/**
 * Takes away what a restore left that was cut short. Only one into an empty folder makes `restoring`, and nobody serves the
 * folder while that is there: so what stands beside it came from the same restore.
 */
export const wipeUnfinished = async (folder: string): Promise<void> => {
  const { restoring } = placesIn(folder);
  if (!existsSync(restoring)) return;
  for (const path of movedIn(folder)) await rm(path, { recursive: true, force: true });
  await rm(restoring, { recursive: true });
};

/** Everything that a restore brings. */
const movedIn = (folder: string): readonly string[] => {
  const { keys, files, database } = placesIn(folder);
  return [keys, files, database];
};

const sync = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
};
