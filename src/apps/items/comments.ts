import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/doors.ts';
import { itemComments, items, users } from '../../db/schema.ts';
import { itemById } from './rows.ts';

/** What somebody said about an item. One that was taken back has no text any more. */
export type Comment = {
  id: string;
  author: { id: string; name: string; avatarFileId: string | null };
  text: string | null;
  /** Ms since 1970, UTC. */
  at: number;
};

/** Characters. */
export const longestComment = 10_000;

/** Why a comment was not stored. */
export type CommentRefusal = 'empty' | 'too-long' | 'other-content' | 'gone';

/**
 * Adds a comment; the same one sent twice is one. Who calls has asked whether the author sees the item.
 *
 * @param comment its id is made with the form
 */
export const addComment = async (
  tx: Tx,
  itemId: string,
  comment: { id: string; text: string },
  { author, at }: { author: string; at: number },
): Promise<'added' | CommentRefusal> => {
  const text = comment.text.replaceAll('\r\n', '\n').trim();
  if (text === '') return 'empty';
  if (text.length > longestComment) return 'too-long';
  const item = await itemById(tx, itemId);
  if (!item || item.deletedAt !== null) return 'gone';
  const added = await tx
    .insert(itemComments)
    .values({ id: comment.id, item: item.seq, authorId: author, text, createdAt: at })
    .onConflictDoNothing()
    .returning({ id: itemComments.id });
  if (added.length === 0) return isSame(tx, { id: comment.id, item: item.seq, author, text });
  await tx.record({ kind: 'item', ids: { app: item.appId, item: item.id } });
  return 'added';
};

const isSame = async (
  tx: Tx,
  { id, item, author, text }: { id: string; item: number; author: string; text: string },
): Promise<'added' | 'other-content'> => {
  const [known] = await tx.select().from(itemComments).where(eq(itemComments.id, id));
  const same = known?.item === item && known.authorId === author && (known.text === text || known.deletedAt !== null);
  return same ? 'added' : 'other-content';
};

/** Takes the author's own comment back; false where there is none. That there was one stays, its words do not. */
export const takeBack = async (
  tx: Tx,
  itemId: string,
  commentId: string,
  { author, at }: { author: string; at: number },
): Promise<boolean> => {
  const item = await itemById(tx, itemId);
  if (!item) return false;
  const own = and(eq(itemComments.id, commentId), eq(itemComments.item, item.seq), eq(itemComments.authorId, author));
  const taken = await tx
    .update(itemComments)
    .set({ text: '', deletedAt: at })
    .where(and(own, isNull(itemComments.deletedAt)))
    .returning({ id: itemComments.id });
  if (taken.length > 0) await tx.record({ kind: 'item', ids: { app: item.appId, item: item.id } });
  return taken.length > 0;
};

/** What was said about an item, oldest first. Rights are asked before (`itemFor`). */
export const commentsOf = async (db: Reader, itemId: string): Promise<readonly Comment[]> => {
  const rows = await db
    .select({ comment: itemComments, name: users.name, avatarFileId: users.avatarFileId })
    .from(itemComments)
    .innerJoin(items, eq(items.seq, itemComments.item))
    .innerJoin(users, eq(users.id, itemComments.authorId))
    .where(eq(items.id, itemId))
    .orderBy(asc(itemComments.createdAt), asc(itemComments.id));
  return rows.map(({ comment, name, avatarFileId }) => ({
    ...{ id: comment.id, at: comment.createdAt, text: comment.deletedAt === null ? comment.text : null },
    author: { id: comment.authorId, name, avatarFileId },
  }));
};
