import { and, asc, desc, eq, gte, inArray, lt, lte, type SQL } from 'drizzle-orm';
import { alias } from '../db/columns.ts';
import type { Reader } from '../db/doors.ts';
import { files, messageFiles, messages, users } from '../db/schema.ts';
import { every } from './scope.ts';
import type { Attachment, Stretch } from './shapes.ts';

/** Which part of a conversation is wanted: around a message (to open at it), or before one (to scroll up). */
export type Wanted = { around: number } | { before: number };

/** A message with its author and files, before it is known who looks. */
export type StoredMessage = Awaited<ReturnType<typeof selectMessages>>[number] & { files: readonly Attachment[] };

/**
 * A stretch of a conversation, oldest first.
 *
 * @param upTo the number of the last message that the reader may see
 * @param only which kinds of messages the reader may see at all
 */
export const stretchOf = async (
  db: Reader,
  conversationId: string,
  upTo: number,
  wanted: Wanted,
  only?: SQL,
): Promise<Stretch<StoredMessage>> => {
  const inside = every(eq(messages.conversationId, conversationId), lte(messages.seq, upTo), only);
  const middle = 'around' in wanted ? wanted.around : wanted.before;
  const above = await selectMessages(db)
    .where(every(inside, lt(messages.seq, middle)))
    .orderBy(desc(messages.seq))
    .limit(pageLength + 1);
  const below =
    'around' in wanted
      ? await selectMessages(db)
          .where(every(inside, gte(messages.seq, middle)))
          .orderBy(asc(messages.seq))
          .limit(longestTail + 1)
      : [];
  const found = [...above.slice(0, pageLength).reverse(), ...below.slice(0, longestTail)];
  return {
    messages: await withFiles(db, found),
    earlier: above.length > pageLength,
    later: below.length > longestTail,
  };
};

/** One message as it was stored. */
export const storedMessage = async (db: Reader, messageId: string): Promise<StoredMessage | undefined> => {
  const [found] = await withFiles(db, await selectMessages(db).where(eq(messages.id, messageId)));
  return found;
};

const authors = alias(users, 'authors');

const selectMessages = (db: Reader) =>
  db
    .select({
      id: messages.id,
      conversationId: messages.conversationId,
      sessionId: messages.sessionId,
      seq: messages.seq,
      kind: messages.kind,
      authorId: messages.authorId,
      authorName: authors.name,
      text: messages.text,
      event: messages.event,
      at: messages.createdAt,
    })
    .from(messages)
    .leftJoin(authors, eq(authors.id, messages.authorId));

type Selected = Awaited<ReturnType<typeof selectMessages>>[number];

const withFiles = async (db: Reader, found: readonly Selected[]): Promise<StoredMessage[]> => {
  const ids = found.filter((message) => message.kind !== 'event').map((message) => message.id);
  if (ids.length === 0) return found.map((message) => ({ ...message, files: [] }));
  const attached = await db
    .select({
      messageId: messageFiles.messageId,
      file: { id: files.id, name: files.name, type: files.type, size: files.size },
    })
    .from(messageFiles)
    .innerJoin(files, eq(files.id, messageFiles.fileId))
    .where(and(inArray(messageFiles.messageId, ids)))
    .orderBy(asc(messageFiles.position));
  return found.map((message) => ({
    ...message,
    files: attached.filter((row) => row.messageId === message.id).map((row) => row.file),
  }));
};

/** How many messages a page brings above the place where it opens. */
const pageLength = 40;

/** How many unread ones it brings below; who has more unread loads the rest by scrolling. */
const longestTail = 200;
