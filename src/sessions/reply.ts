import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../db/doors.ts';
import { sessions } from '../db/schema.ts';
import { type Params, statement, writeStatement } from '../db/statement.ts';
import { appendMessage } from './append.ts';
import { dropDraft } from './drafts.ts';
import { findFor, whyNot } from './find.ts';
import { knownMessage } from './known.ts';
import { type NewMessage, previewOf } from './message.ts';
import { type Numbers, nextForAnswer } from './place.ts';
import type { Received } from './receive.ts';
import { isRefusal, type Refusal } from './refusal.ts';

/**
 * The owner's answer to the client. It deals with everything that the client wrote before.
 *
 * @param at milliseconds since 1970, UTC
 */
export const reply = async (
  tx: Tx,
  personId: string,
  sessionId: string,
  message: NewMessage,
  at: number,
): Promise<Received | Refusal> => {
  if (message.text === '' && message.files.length === 0) return { refused: 'empty' };
  const known = await knownMessage(tx, message, {
    kind: 'answer',
    authorId: personId,
    where: (found) => found.sessionId === sessionId,
  });
  if (known) return 'refused' in known ? known : { ...known, again: true };
  const [session] = await ownActive(tx, { id: sessionId, ownerId: personId });
  if (!session) return await whyNotReply(tx, personId, sessionId);

  const text = previewOf(message);
  const { conversationId } = session;
  const numbers = await nextForAnswer(tx, { id: conversationId, at, text });
  const answered = await answerSession(tx, { ...numbers, id: sessionId, ownerId: personId, at, text });
  // Cannot be while one writer serves; where several do, the whole unit of work is undone and nothing was answered.
  if (answered !== 1) throw new Error('The session was taken away while it was being answered.');
  await appendMessage(tx, { conversationId, sessionId, kind: 'answer', authorId: personId, at }, message, numbers);
  await dropDraft(tx, personId, `session:${sessionId}`);
  const ids = { line: session.lineId, conversation: conversationId, session: sessionId, message: message.id };
  await tx.record({ kind: 'message', ids });
  return { sessionId, conversationId, seq: numbers.seq, at, files: message.files, again: false };
};

const whyNotReply = async (tx: Tx, personId: string, sessionId: string): Promise<Refusal> => {
  const found = await findFor(tx, personId, sessionId);
  return isRefusal(found) ? found : whyNot(found.session);
};

const ownActive = statement((db, p: Params<{ id: string; ownerId: string }>) =>
  db
    .select({ conversationId: sessions.conversationId, lineId: sessions.lineId })
    .from(sessions)
    .where(and(eq(sessions.id, p('id')), eq(sessions.state, 'active'), eq(sessions.ownerId, p('ownerId')))),
);

const answerSession = writeStatement(
  (tx, p: Params<{ id: string; ownerId: string; at: number; text: string } & Numbers>) =>
    tx
      .update(sessions)
      .set({
        lastSeq: p('seq'),
        clientCount: p('clientCount'),
        answeredCount: p('clientCount'),
        lastAt: p('at'),
        lastKind: 'answer',
        lastText: p('text'),
        lastAuthorId: p('ownerId'),
        version: sql`${sessions.version} + 1`,
      })
      .where(and(eq(sessions.id, p('id')), eq(sessions.state, 'active'), eq(sessions.ownerId, p('ownerId')))),
);
