import { asc, desc, eq, gte, lt, lte } from 'drizzle-orm';
import { alias } from '../db/columns.ts';
import type { Reader } from '../db/doors.ts';
import { files, messageFiles, messages, users } from '../db/schema.ts';
import { type Params, statement } from '../db/statement.ts';
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
 */
export const stretchOf = async (
  db: Reader,
  conversationId: string,
  upTo: number,
  wanted: Wanted,
): Promise<Stretch<StoredMessage>> => {
  const middle = 'around' in wanted ? wanted.around : wanted.before;
  const of = { conversation: conversationId, upTo, middle };
  const above = await messagesAbove(db, of);
  const below = 'around' in wanted && middle <= upTo ? await messagesFrom(db, of) : [];
  const found = [...above.slice(0, pageLength).reverse(), ...below.slice(0, longestTail)];
  return {
    messages: await withFiles(db, found),
    earlier: above.length > pageLength,
    later: below.length > longestTail,
  };
};

/** One message as it was stored. */
export const storedMessage = async (db: Reader, messageId: string): Promise<StoredMessage | undefined> => {
  const [found] = await withFiles(db, await messageById(db, { id: messageId }));
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
      authorAvatar: authors.avatarFileId,
      text: messages.text,
      event: messages.event,
      at: messages.createdAt,
    })
    .from(messages)
    .leftJoin(authors, eq(authors.id, messages.authorId));

type Selected = Awaited<ReturnType<typeof selectMessages>>[number];

const withFiles = async (db: Reader, found: readonly Selected[]): Promise<StoredMessage[]> => {
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last) return [];
  const part = { conversation: first.conversationId, first: first.seq, last: last.seq };
  const attached = await filesBetween(db, part);
  return found.map((message) => ({
    ...message,
    files: attached.filter((row) => row.messageId === message.id).map((row) => row.file),
  }));
};

type Part = { conversation: string; upTo: number; middle: number };

const messagesAbove = statement((db, p: Params<Part>) =>
  selectMessages(db)
    .where(
      every(
        eq(messages.conversationId, p('conversation')),
        lt(messages.seq, p('middle')),
        lte(messages.seq, p('upTo')),
      ),
    )
    .orderBy(desc(messages.seq))
    .limit(pageLength + 1),
);

const messagesFrom = statement((db, p: Params<Part>) =>
  selectMessages(db)
    .where(
      every(
        eq(messages.conversationId, p('conversation')),
        gte(messages.seq, p('middle')),
        lte(messages.seq, p('upTo')),
      ),
    )
    .orderBy(asc(messages.seq))
    .limit(longestTail + 1),
);

const messageById = statement((db, p: Params<{ id: string }>) => selectMessages(db).where(eq(messages.id, p('id'))));

/** The files of a part of a conversation. */
const filesBetween = statement((db, p: Params<{ conversation: string; first: number; last: number }>) =>
  db
    .select({
      messageId: messageFiles.messageId,
      file: { id: files.id, name: files.name, type: files.type, size: files.size },
    })
    .from(messages)
    .innerJoin(messageFiles, eq(messageFiles.messageId, messages.id))
    .innerJoin(files, eq(files.id, messageFiles.fileId))
    .where(
      every(
        eq(messages.conversationId, p('conversation')),
        gte(messages.seq, p('first')),
        lte(messages.seq, p('last')),
      ),
    )
    .orderBy(asc(messageFiles.messageId), asc(messageFiles.position)),
);

/** How many messages a page brings above the place where it opens. */
const pageLength = 40;

/** How many unread ones it brings below; who has more unread loads the rest by scrolling. */
const longestTail = 200;
