import { and, desc, eq, gt, isNotNull, lt, or } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { items, users } from '../../db/schema.ts';
import { keptFor } from '../build/definition.ts';

/** An item that can still be restored. `deletedBy`: null where the product did it. */
export type DeletedItem = {
  id: string;
  seq: number;
  title: string;
  number: number;
  deletedAt: number;
  deletedBy: string | null;
};

/** Where a page of deleted items ended. */
export type DeletedCursor = { at: number; seq: number };

/** The items of an app that were deleted and can come back, the last one first. For who may edit them: that is asked elsewhere. */
export const listDeleted = async (
  db: Reader,
  appId: string,
  now: number,
  after: DeletedCursor | undefined,
): Promise<{ items: readonly DeletedItem[]; after: DeletedCursor | null }> => {
  const rows = await db
    .select({
      ...{ id: items.id, seq: items.seq, title: items.title, number: items.number },
      ...{ deletedAt: items.deletedAt, deletedBy: users.name },
    })
    .from(items)
    .leftJoin(users, eq(users.id, items.deletedBy))
    .where(
      and(
        eq(items.appId, appId),
        isNotNull(items.deletedAt),
        gt(items.deletedAt, now - keptFor),
        after && or(lt(items.deletedAt, after.at), and(eq(items.deletedAt, after.at), lt(items.seq, after.seq))),
      ),
    )
    .orderBy(desc(items.deletedAt), desc(items.seq))
    .limit(pageLength + 1);
  const shown = rows.slice(0, pageLength).map((row) => ({ ...row, deletedAt: row.deletedAt ?? 0 }));
  const last = shown.at(-1);
  return { items: shown, after: rows.length > pageLength && last ? { at: last.deletedAt, seq: last.seq } : null };
};

const pageLength = 50;
