import { asc, gt } from 'drizzle-orm';
import type { Reader, Tx } from '../db/doors.ts';
import { files } from '../db/schema.ts';
import type { StoredFile } from './store.ts';

/** Makes stored files known, inside the change that says whose they are (a message, a line's avatar). */
export const keepFiles = async (tx: Tx, stored: readonly StoredFile[], at: number): Promise<void> => {
  if (stored.length === 0) return;
  await tx.insert(files).values(stored.map((file) => ({ ...file, createdAt: at })));
};

/** All files that there are, by id, in batches: what a backup takes along, and what a restore expects. */
export async function* allFiles(db: Reader): AsyncGenerator<readonly { id: string; hash: string }[]> {
  let after = '';
  for (;;) {
    const known = { id: files.id, hash: files.hash };
    const rows = await db.select(known).from(files).where(gt(files.id, after)).orderBy(asc(files.id)).limit(1000);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.id;
  }
}
