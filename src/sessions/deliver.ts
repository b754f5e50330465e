import { and, eq, ne, sql } from 'drizzle-orm';
import type { Tx } from '../db/doors.ts';
import { conversations, sessions } from '../db/schema.ts';
import { type Params, writeStatement } from '../db/statement.ts';
import { newId } from '../id.ts';
import { appendMessage } from './append.ts';
import type { Known } from './known.ts';
import { type NewMessage, previewOf } from './message.ts';
import { type Numbers, nextForClient } from './place.ts';

/** Where a message arrived. `again`: it had been sent before, and nothing changed now. */
export type Received = Known & { again: boolean };

/** A conversation that a client writes in. `authorId`: the user; null for a client who is none. */
type Into = { id: string; lineId: string; accountId: string; authorId: string | null };

/**
 * Puts a client's message, which may come in and was not there before, into the open session of its conversation, or opens one.
 *
 * @param at milliseconds since 1970, UTC
 */
export const deliver = async (
  tx: Tx,
  { id: conversationId, lineId, accountId, authorId }: Into,
  message: NewMessage,
  at: number,
): Promise<Received> => {
  const written = { id: conversationId, at, text: previewOf(message) };
  const numbers = await nextForClient(tx, written);
  const [open] = await continueSession(tx, { ...written, conversationId, authorId, ...numbers });
  const where = { conversationId, sessionId: open?.id ?? newId(), authorId, at };
  if (!open) {
    const before = numbers.clientCount - 1;
    await openSession(tx, { ...where, ...numbers, lineId, accountId, text: written.text, before });
  }
  await appendMessage(tx, { ...where, kind: 'client' }, message, numbers);
  const ids = { line: lineId, conversation: conversationId, session: where.sessionId };
  if (!open) await tx.record({ kind: 'session', ids });
  await tx.record({ kind: 'message', ids: { ...ids, message: message.id } });
  return { sessionId: where.sessionId, conversationId, seq: numbers.seq, at, files: message.files, again: false };
};

/** Makes the conversation of an account with a line, unless it is there. */
export const startConversation = async (
  tx: Tx,
  of: { lineId: string; accountId: string; clientUserId: string | null },
  at: number,
): Promise<void> => {
  await tx
    .insert(conversations)
    .values({
      ...{ id: newId(), ...of, createdAt: at },
      ...{ lastSeq: 0, clientCount: 0, answerCount: 0, clientReadSeq: 0, clientReadAnswers: 0, deskReadSeq: 0 },
      ...{ lastAt: at, lastKind: 'client', lastText: '' },
    })
    .onConflictDoNothing();
};

/** Adds the message to the open session, if there is one. What was all answered waits again from now on. */
const continueSession = writeStatement(
  (tx, p: Params<{ conversationId: string; authorId: string | null; at: number; text: string } & Numbers>) =>
    tx
      .update(sessions)
      .set({
        waitingSince: sql`case when ${sessions.answeredCount} >= ${sessions.clientCount} then ${p('at')} else ${sessions.waitingSince} end`,
        lastSeq: p('seq'),
        clientCount: p('clientCount'),
        lastAt: p('at'),
        lastKind: 'client',
        lastText: p('text'),
        lastAuthorId: p('authorId'),
        version: sql`${sessions.version} + 1`,
      })
      .where(and(eq(sessions.conversationId, p('conversationId')), ne(sessions.state, 'closed')))
      .returning({ id: sessions.id }),
);

type Opened = { conversationId: string; sessionId: string; authorId: string | null; at: number } & Numbers & {
    lineId: string;
    accountId: string;
    text: string;
    /** How many messages the client wrote in sessions before. */
    before: number;
  };

const openSession = writeStatement((tx, p: Params<Opened>) =>
  tx.insert(sessions).values({
    id: p('sessionId'),
    conversationId: p('conversationId'),
    lineId: p('lineId'),
    accountId: p('accountId'),
    clientUserId: p('authorId'),
    state: 'unassigned',
    openedAt: p('at'),
    waitingSince: p('at'),
    firstSeq: p('seq'),
    lastSeq: p('seq'),
    clientCount: p('clientCount'),
    answeredCount: p('before'),
    lastAt: p('at'),
    lastKind: 'client',
    lastText: p('text'),
    lastAuthorId: p('authorId'),
    version: 1,
  }),
);
