import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../.cache/bench');
const made: string[] = [];

/** A new folder on the disk where the project lies: the system's folder for temporary files may be no disk at all. */
export const newFolder = (): string => {
  mkdirSync(root, { recursive: true });
  const folder = mkdtempSync(join(root, 'run-'));
  made.push(folder);
  return folder;
};

/** Takes away all that `newFolder` made. */
export const removeFolders = (): void => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
};
