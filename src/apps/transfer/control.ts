import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import type { Db } from '../../db/doors.ts';
import type { FileStore } from '../../files/store.ts';
import type { Open } from './file.ts';
import type { ItemImport } from './shape.ts';

/** What those who work on imports are given. */
export type Work = {
  db: Db;
  files: FileStore;
  /** Ms since 1970, UTC. */
  now: () => number;
  /** Whether the process is about to end: the work stops where it is, and goes on from there after the next start. */
  stopping: () => boolean;
};

/** The import is not where it was when the work began: somebody has ended it, or the process is about to end. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** How to open the file of an import. */
export const opening =
  ({ files }: Work, { fileId }: ItemImport): Open =>
  () =>
    fileId === null ? Promise.resolve(undefined) : files.open(fileId);

/** Lets everybody else be served: for at least `ms` milliseconds. @throws Stopped */
export const breathe = async ({ stopping }: Work, ms = 0): Promise<void> => {
  if (stopping()) throw new Stopped();
  await (ms > 0 ? pause(ms) : turn());
};
