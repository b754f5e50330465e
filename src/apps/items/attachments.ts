import { eq } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { files, itemFiles } from '../../db/schema.ts';

/** A file of an item, as pages show it. `size`: bytes. */
export type ItemAttachment = { id: string; name: string; type: string; size: number };

/** The files that an item holds, or held, by their ids. Rights are asked before (`itemFor`). */
export const attachmentsOf = async (
  db: Reader,
  item: { seq: number },
): Promise<ReadonlyMap<string, ItemAttachment>> => {
  const rows = await db
    .select({ id: files.id, name: files.name, type: files.type, size: files.size })
    .from(itemFiles)
    .innerJoin(files, eq(files.id, itemFiles.fileId))
    .where(eq(itemFiles.item, item.seq));
  return new Map(rows.map((file) => [file.id, file] as const));
};
