import { and, eq, gt } from 'drizzle-orm';
import type { Reader, Tx } from '../db/doors.ts';
import { messages } from '../db/schema.ts';
import type { Done } from './assign.ts';
import { findFor, whyNot } from './find.ts';
import { moveSession } from './move.ts';
import { mayClose, mayGiveBack } from './policy.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import type { SessionRow } from './shapes.ts';

/** Puts an active session back into the queue of its line. */
export const giveBack = async (tx: Tx, personId: string, sessionId: string, at: number): Promise<Done | Refusal> => {
  const found = await findFor(tx, personId, sessionId);
  if (isRefusal(found)) return found;
  const { session, actor } = found;
  if (session.state === 'unassigned') return { session: session.id };
  if (session.state === 'closed') return { refused: 'closed' };
  if (!mayGiveBack(actor, session)) return { refused: 'forbidden' };
  const done = await moveSession(tx, session, { to: 'queue' }, { type: 'returned' }, personId, at);
  return done ? { session: session.id } : whyNot(session);
};

/**
 * Closes a session.
 *
 * @param seenSeq the number of the last message that the page showed: what the client wrote after it has been read by
 *   nobody, and must not be closed away; undefined where the caller cannot know
 */
export const close = async (
  tx: Tx,
  personId: string,
  sessionId: string,
  seenSeq: number | undefined,
  at: number,
): Promise<Done | Refusal> => {
  const found = await findFor(tx, personId, sessionId);
  if (isRefusal(found)) return found;
  const { session, actor } = found;
  if (session.state === 'closed') return { session: session.id };
  if (!mayClose(actor, session)) return { refused: 'forbidden' };
  if (seenSeq !== undefined && (await wroteAfter(tx, session, seenSeq))) return { refused: 'unseen' };
  const reason = 'operator';
  const done = await moveSession(tx, session, { to: 'closed', reason }, { type: 'closed', reason }, personId, at);
  return done ? { session: session.id } : whyNot(session);
};

const wroteAfter = async (db: Reader, session: SessionRow, seq: number): Promise<boolean> => {
  const newer = await db
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, session.conversationId),
        gt(messages.seq, seq),
        eq(messages.sessionId, session.id),
        eq(messages.kind, 'client'),
      ),
    )
    .limit(1);
  return newer.length > 0;
};
