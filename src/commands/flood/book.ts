import { searchKey } from '../../db/key.ts';
import type { conversations, messages, readMarks, sessionParticipants, sessions } from '../../db/schema.ts';
import type { SessionEvent } from '../../sessions/event.ts';
import { previewOf } from '../../sessions/message.ts';
import type { Chance } from '../made-up/chance.ts';
import type { Deed, Story } from '../made-up/deed.ts';

/** All rows of one conversation. */
export type Rows = {
  conversation: ConversationRow;
  sessions: SessionRow[];
  participants: (typeof sessionParticipants.$inferInsert)[];
  readMarks: (typeof readMarks.$inferInsert)[];
  messages: MessageRow[];
};

export type ConversationRow = typeof conversations.$inferSelect;
export type SessionRow = typeof sessions.$inferSelect;
export type MessageRow = typeof messages.$inferSelect;

/**
 * Writes up what a story leaves behind, row for row as if it had been played through the real functions, but without asking the
 * database anything: a thousand times as many fit into an hour. A test plays the same stories both ways and compares.
 */
export const bookOf = (chance: Chance, { client, lineId, deeds }: Story, accountId: string): Rows => {
  const [first] = deeds;
  if (first?.do !== 'write') throw new Error('A conversation begins with a message of its client.');
  const book: Rows = {
    conversation: newConversation(chance.id(first.at), lineId, accountId, client.id, first.at),
    sessions: [],
    participants: [],
    readMarks: [],
    messages: [],
  };
  for (const deed of deeds) enter(chance, book, deed);
  return book;
};

const newConversation = (
  id: string,
  lineId: string,
  accountId: string,
  clientUserId: string,
  at: number,
): ConversationRow => ({
  ...{ id, lineId, accountId, clientUserId, createdAt: at },
  ...{ lastSeq: 0, clientCount: 0, answerCount: 0, clientReadSeq: 0, clientReadAnswers: 0, deskReadSeq: 0 },
  ...{ lastAt: at, lastKind: 'client', lastText: '' },
});

const enter = (chance: Chance, book: Rows, deed: Deed): void => {
  switch (deed.do) {
    case 'write':
      written(chance, book, deed);
      break;
    case 'answer':
      answered(book, deed);
      break;
    case 'take':
      owned(chance, book, deed.at, deed.by, deed.by, { type: 'taken' });
      break;
    case 'give':
      owned(chance, book, deed.at, deed.by, deed.to, { type: 'reassigned', to: deed.to });
      break;
    case 'return':
      returned(chance, book, deed);
      break;
    case 'close':
      closed(chance, book, deed);
      break;
    case 'read':
      read(book, deed.by);
      break;
    case 'see':
      seen(book.conversation);
      break;
  }
};

type Said = Extract<Deed, { text: string }>;
type By = { at: number; by: string };

const written = (chance: Chance, book: Rows, { id, at, text }: Said): void => {
  const { conversation } = book;
  const author = conversation.clientUserId;
  const lastText = previewOf({ text, files: [] });
  conversation.lastSeq++;
  conversation.clientCount++;
  Object.assign(conversation, { lastAt: at, lastKind: 'client', lastText });
  seen(conversation);
  const open = openSession(book) ?? newSession(chance, book, at);
  if (open.answeredCount >= open.clientCount) open.waitingSince = at;
  Object.assign(open, { lastAt: at, lastKind: 'client', lastText, lastAuthorId: author });
  open.clientCount = conversation.clientCount;
  append(book, open, { id, at, kind: 'client', authorId: author, text, event: null });
};

const newSession = (chance: Chance, { conversation, sessions }: Rows, at: number): SessionRow => {
  const { id: conversationId, lineId, accountId, clientUserId, lastSeq, clientCount } = conversation;
  const session: SessionRow = {
    ...{ id: chance.id(at), conversationId, lineId, accountId, clientUserId },
    ...{ state: 'unassigned', ownerId: null, openedAt: at, waitingSince: at },
    ...{ closedAt: null, closeReason: null, closedBy: null },
    ...{ firstSeq: lastSeq, lastSeq, clientCount, answeredCount: clientCount - 1 },
    ...{ lastAt: at, lastKind: 'client', lastText: '', lastAuthorId: clientUserId, version: 0 },
  };
  sessions.push(session);
  return session;
};

const answered = (book: Rows, { id, at, text }: Said): void => {
  const { conversation } = book;
  const session = theSession(book);
  const lastText = previewOf({ text, files: [] });
  conversation.lastSeq++;
  conversation.answerCount++;
  conversation.deskReadSeq = conversation.lastSeq;
  Object.assign(conversation, { lastAt: at, lastKind: 'answer', lastText });
  Object.assign(session, { lastAt: at, lastKind: 'answer', lastText, lastAuthorId: session.ownerId });
  session.answeredCount = session.clientCount;
  append(book, session, { id, at, kind: 'answer', authorId: session.ownerId, text, event: null });
};

const owned = (chance: Chance, book: Rows, at: number, by: string, ownerId: string, event: SessionEvent): void => {
  const session = theSession(book);
  Object.assign(session, { state: 'active', ownerId });
  happened(chance, book, session, { at, by }, event);
  const sessionId = session.id;
  if (!book.participants.some((part) => part.sessionId === sessionId && part.userId === ownerId)) {
    book.participants.push({ sessionId, userId: ownerId });
  }
};

const returned = (chance: Chance, book: Rows, { at, by }: By): void => {
  const session = theSession(book);
  if (session.answeredCount >= session.clientCount) session.waitingSince = at;
  Object.assign(session, { state: 'unassigned', ownerId: null });
  happened(chance, book, session, { at, by }, { type: 'returned' });
};

const closed = (chance: Chance, book: Rows, { at, by }: By): void => {
  const session = theSession(book);
  Object.assign(session, { state: 'closed', closedAt: at, closeReason: 'operator', closedBy: by });
  happened(chance, book, session, { at, by }, { type: 'closed', reason: 'operator' });
};

const happened = (chance: Chance, book: Rows, session: SessionRow, { at, by }: By, event: SessionEvent): void => {
  book.conversation.lastSeq++;
  append(book, session, { id: chance.id(at), at, kind: 'event', authorId: by, text: '', event });
};

const read = ({ conversation, sessions, readMarks }: Rows, userId: string): void => {
  const session = sessions.at(-1);
  if (!session) return;
  const clientCount = conversation.clientCount;
  const mark = readMarks.find((one) => one.sessionId === session.id && one.userId === userId);
  if (mark) mark.clientCount = clientCount;
  else readMarks.push({ userId, sessionId: session.id, clientCount });
  if (session.state === 'active' && session.ownerId === userId) conversation.deskReadSeq = conversation.lastSeq;
};

const seen = (conversation: ConversationRow): void => {
  conversation.clientReadSeq = conversation.lastSeq;
  conversation.clientReadAnswers = conversation.answerCount;
};

type New = { id: string; at: number; authorId: string | null; text: string } & (
  | { kind: 'client' | 'answer'; event: null }
  | { kind: 'event'; event: SessionEvent }
);

/** Puts a message at the end, where the conversation already counts it. */
const append = ({ conversation, messages }: Rows, session: SessionRow, message: New): void => {
  const { id: conversationId, lastSeq: seq, clientCount, answerCount } = conversation;
  const { at, ...rest } = message;
  session.lastSeq = seq;
  session.version++;
  const place = { conversationId, sessionId: session.id, seq, clientCount, answerCount };
  messages.push({ ...rest, ...place, textKey: searchKey(message.text), createdAt: at });
};

const openSession = ({ sessions }: Rows): SessionRow | undefined => {
  const last = sessions.at(-1);
  return last?.state === 'closed' ? undefined : last;
};

const theSession = (book: Rows): SessionRow => {
  const open = openSession(book);
  if (!open) throw new Error('There is no open session to do that with.');
  return open;
};
