import { and, eq } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { files, itemFiles, items } from '../../db/schema.ts';
import { mayIn } from '../rights.ts';
import { arrived } from './scope.ts';

/**
 * A file that an item holds, or held, for who sees the item: undefined for anybody else. Of a deleted item, for who may bring it back.
 */
export const fileForViewer = async (
  db: Reader,
  personId: string,
  fileId: string,
): Promise<{ id: string; name: string; type: string; size: number } | undefined> => {
  const [found] = await db
    .select({
      file: { id: files.id, name: files.name, type: files.type, size: files.size },
      appId: items.appId,
      deletedAt: items.deletedAt,
    })
    .from(itemFiles)
    .innerJoin(files, eq(files.id, itemFiles.fileId))
    .innerJoin(items, eq(items.seq, itemFiles.item))
    .where(and(eq(itemFiles.fileId, fileId), arrived(db)));
  const may = found && (await mayIn(db, personId, found.appId));
  return found && may?.see && (found.deletedAt === null || may.edit) ? found.file : undefined;
};
