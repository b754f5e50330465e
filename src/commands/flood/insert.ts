import type { Tx } from '../../db/doors.ts';
import { conversations, messages, readMarks, sessionParticipants, sessions } from '../../db/schema.ts';
import { type Params, writeStatement } from '../../db/statement.ts';
import type { ConversationRow, MessageRow, Rows, SessionRow } from './book.ts';

/**
 * Stores conversations with all that belongs to them. Messages go in by time and not by conversation, so that a conversation
 * lies as scattered on the disk as one that people wrote.
 */
export const insertRows = async (tx: Tx, books: readonly Rows[]): Promise<void> => {
  for (const { conversation } of books) await insertConversation(tx, conversation);
  for (const book of books) {
    for (const session of book.sessions) await insertSession(tx, session);
    for (const part of book.participants) await insertParticipant(tx, part);
    for (const mark of book.readMarks) await insertReadMark(tx, mark);
  }
  const said = books.flatMap((book) => book.messages).sort((one, other) => one.createdAt - other.createdAt);
  for (const message of said) await insertMessage(tx, message);
};

const insertConversation = writeStatement((tx, p: Params<ConversationRow>) =>
  tx.insert(conversations).values({
    id: p('id'),
    lineId: p('lineId'),
    accountId: p('accountId'),
    clientUserId: p('clientUserId'),
    lastSeq: p('lastSeq'),
    clientCount: p('clientCount'),
    answerCount: p('answerCount'),
    clientReadSeq: p('clientReadSeq'),
    clientReadAnswers: p('clientReadAnswers'),
    deskReadSeq: p('deskReadSeq'),
    lastAt: p('lastAt'),
    lastKind: p('lastKind'),
    lastText: p('lastText'),
    createdAt: p('createdAt'),
  }),
);

const insertSession = writeStatement((tx, p: Params<SessionRow>) =>
  tx.insert(sessions).values({
    id: p('id'),
    conversationId: p('conversationId'),
    lineId: p('lineId'),
    accountId: p('accountId'),
    clientUserId: p('clientUserId'),
    state: p('state'),
    ownerId: p('ownerId'),
    openedAt: p('openedAt'),
    waitingSince: p('waitingSince'),
    closedAt: p('closedAt'),
    closeReason: p('closeReason'),
    closedBy: p('closedBy'),
    firstSeq: p('firstSeq'),
    lastSeq: p('lastSeq'),
    clientCount: p('clientCount'),
    answeredCount: p('answeredCount'),
    lastAt: p('lastAt'),
    lastKind: p('lastKind'),
    lastText: p('lastText'),
    lastAuthorId: p('lastAuthorId'),
    version: p('version'),
  }),
);

const insertParticipant = writeStatement((tx, p: Params<{ sessionId: string; userId: string }>) =>
  tx.insert(sessionParticipants).values({ sessionId: p('sessionId'), userId: p('userId') }),
);

const insertReadMark = writeStatement((tx, p: Params<{ sessionId: string; userId: string; clientCount: number }>) =>
  tx.insert(readMarks).values({ userId: p('userId'), sessionId: p('sessionId'), clientCount: p('clientCount') }),
);

const insertMessage = writeStatement((tx, p: Params<MessageRow>) =>
  tx.insert(messages).values({
    id: p('id'),
    conversationId: p('conversationId'),
    sessionId: p('sessionId'),
    seq: p('seq'),
    kind: p('kind'),
    authorId: p('authorId'),
    text: p('text'),
    textKey: p('textKey'),
    event: p('event'),
    clientCount: p('clientCount'),
    answerCount: p('answerCount'),
    createdAt: p('createdAt'),
  }),
);
