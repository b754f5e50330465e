import { and, asc, eq, gt } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { conversations, lines, messages } from '../db/schema.ts';
import { type Params, statement } from '../db/statement.ts';
import { avatarAddress } from '../lines/avatar.ts';
import { linesWritableBy } from '../lines/roles.ts';
import { forClient } from './client-message.ts';
import { draftOf } from './drafts.ts';
import type { NewMessage } from './message.ts';
import type { Received } from './receive.ts';
import type { ClientChat, ClientLine, ClientMessage, Stretch } from './shapes.ts';
import { stretchOf, type Wanted } from './stretch.ts';

/**
 * The chat of a person with a line: undefined when they neither may write there nor ever did. Whoever lost access still
 * reads what was written.
 *
 * @param around a message to open at, for who comes from a search; else it opens at the first unread one
 */
export const chatOf = async (
  db: Reader,
  personId: string,
  lineId: string,
  around?: number,
): Promise<ClientChat | undefined> => {
  const place = await placeOf(db, personId, lineId);
  if (!place) return undefined;
  const chat = await frameOf(db, personId, place);
  const { line, conversation } = place;
  if (!conversation) return { ...chat, stretch: { messages: [], earlier: false, later: false }, firstUnread: null };
  const firstUnread =
    conversation.answerCount > conversation.readAnswers ? await firstUnreadSeq(db, conversation) : null;
  const middle = around ?? firstUnread ?? conversation.lastSeq + 1;
  return { ...chat, stretch: await stretchFor(db, line, conversation, { around: middle }), firstUnread };
};

/** The same, opened at the part before a message, for who scrolls up. */
export const chatBefore = async (
  db: Reader,
  personId: string,
  lineId: string,
  before: number,
): Promise<ClientChat | undefined> => {
  const place = await placeOf(db, personId, lineId);
  if (!place?.conversation) return undefined;
  const stretch = await stretchFor(db, place.line, place.conversation, { before });
  return { ...(await frameOf(db, personId, place)), stretch: { ...stretch, later: true }, firstUnread: null };
};

/** Whether there is such a chat for the person at all. */
export const hasChat = async (db: Reader, personId: string, lineId: string): Promise<boolean> =>
  (await placeOf(db, personId, lineId)) !== undefined;

/** A message that was just sent, as its client reads it. */
export const sentByClient = (
  { conversationId, seq, at, files }: Received,
  { id, text }: NewMessage,
): ClientMessage => ({ id, conversationId, seq, at, kind: 'mine', text, files });

/** A line as its client knows it, from the columns below. Its avatar is known by an address that changes with the image. */
export const toClientLine = (row: Omit<ClientLine, 'avatar'> & { avatarFileId: string | null }): ClientLine => {
  const { avatarFileId, ...line } = row;
  return { ...line, avatar: avatarAddress(line.id, avatarFileId) };
};

/** The columns of a line that a client may know. */
export const clientLineColumns = {
  id: lines.id,
  name: lines.name,
  description: lines.description,
  avatarFileId: lines.avatarFileId,
  showOperator: lines.showOperator,
};

type OwnConversation = {
  id: string;
  lastSeq: number;
  deskReadSeq: number;
  readSeq: number;
  answerCount: number;
  readAnswers: number;
};

const placeOf = async (db: Reader, personId: string, lineId: string) => {
  const [line] = await lineById(db, { id: lineId });
  if (!line) return undefined;
  const [conversation] = await ownConversationWith(db, { line: lineId, person: personId });
  const writable = (await writableLine(db, { line: lineId, person: personId })).length > 0;
  if (!(writable || conversation)) return undefined;
  const { archivedAt, ...shown } = line;
  return { line: toClientLine(shown), conversation, writable, archived: archivedAt !== null };
};

type OwnPlace = NonNullable<Awaited<ReturnType<typeof placeOf>>>;

/** All of a chat but its messages. */
const frameOf = async (
  db: Reader,
  personId: string,
  { line, conversation, archived, writable }: OwnPlace,
): Promise<Omit<ClientChat, 'stretch' | 'firstUnread'>> => ({
  line,
  conversationId: conversation?.id ?? null,
  seenSeq: conversation?.deskReadSeq ?? 0,
  lastSeq: conversation?.lastSeq ?? 0,
  closedBecause: archived ? 'archived' : writable ? null : 'audience',
  draft: await draftOf(db, personId, `line:${line.id}`),
});

const stretchFor = async (
  db: Reader,
  line: ClientLine,
  conversation: OwnConversation,
  wanted: Wanted,
): Promise<Stretch<ClientMessage>> => {
  const stretch = await stretchOf(db, conversation.id, conversation.lastSeq, wanted);
  const shown = stretch.messages.map((message) => forClient(message, line.showOperator));
  return { ...stretch, messages: shown.filter((message) => message !== undefined) };
};

const firstUnreadSeq = async (db: Reader, conversation: OwnConversation): Promise<number | null> => {
  const [first] = await answersAfter(db, {
    conversation: conversation.id,
    seq: conversation.readSeq,
    answers: conversation.readAnswers,
  });
  return first?.seq ?? null;
};

const lineById = statement((db, p: Params<{ id: string }>) =>
  db
    .select({ ...clientLineColumns, archivedAt: lines.archivedAt })
    .from(lines)
    .where(eq(lines.id, p('id'))),
);

const ownConversationWith = statement((db, p: Params<{ line: string; person: string }>) =>
  db
    .select({
      id: conversations.id,
      lastSeq: conversations.lastSeq,
      deskReadSeq: conversations.deskReadSeq,
      readSeq: conversations.clientReadSeq,
      answerCount: conversations.answerCount,
      readAnswers: conversations.clientReadAnswers,
    })
    .from(conversations)
    .where(and(eq(conversations.lineId, p('line')), eq(conversations.clientUserId, p('person')))),
);

const writableLine = statement((db, p: Params<{ line: string; person: string }>) => {
  const writable = linesWritableBy(db, p('person')).as('writable');
  return db
    .select({ id: writable.id })
    .from(writable)
    .where(eq(writable.id, p('line')));
});

const answersAfter = statement((db, p: Params<{ conversation: string; seq: number; answers: number }>) =>
  db
    .select({ seq: messages.seq })
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, p('conversation')),
        eq(messages.kind, 'answer'),
        // By its number first: that is what the index knows.
        gt(messages.seq, p('seq')),
        gt(messages.answerCount, p('answers')),
      ),
    )
    .orderBy(asc(messages.seq))
    .limit(1),
);
