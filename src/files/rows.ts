import type { Tx } from '../db/doors.ts';
import { files } from '../db/schema.ts';
import type { StoredFile } from './store.ts';

/** Makes stored files known, inside the change that says whose they are (a message, a line's avatar). */
export const keepFiles = async (tx: Tx, stored: readonly StoredFile[], at: number): Promise<void> => {
  if (stored.length === 0) return;
  await tx.insert(files).values(stored.map((file) => ({ ...file, createdAt: at })));
};
