import { and, desc, eq, lt, lte } from 'drizzle-orm';
import type { Reader, Tx } from '../db/doors.ts';
import { conversations, messages, readMarks } from '../db/schema.ts';
import type { Done } from './assign.ts';
import type { Refusal } from './refusal.ts';
import { sessionFor } from './row.ts';

/**
 * Remembers how far a person at the desk has read a session. The client sees as "seen" what the owner has read.
 *
 * @param seq the number of the last message that was on the screen
 */
export const markRead = async (tx: Tx, personId: string, sessionId: string, seq: number): Promise<Done | Refusal> => {
  const session = await sessionFor(tx, personId, sessionId);
  if (!session) return { refused: 'missing' };
  const counts = await countsAt(tx, session.conversationId, seq);
  const further = await tx
    .insert(readMarks)
    .values({ userId: personId, sessionId, clientCount: counts.client })
    .onConflictDoUpdate({
      target: [readMarks.userId, readMarks.sessionId],
      set: { clientCount: counts.client },
      setWhere: lt(readMarks.clientCount, counts.client),
    })
    .returning({ userId: readMarks.userId });
  const owns = session.state === 'active' && session.owner?.id === personId;
  const seen = owns ? await showAsSeen(tx, session.conversationId, counts.seq) : [];
  if (further.length + seen.length > 0) {
    const ids = { line: session.line.id, conversation: session.conversationId, session: sessionId, person: personId };
    await tx.record({ kind: 'read', ids });
  }
  return { session: sessionId };
};

/** The number of the last message at or before `seq`, and how many of the client's messages and answers there are up to it. */
export const countsAt = async (
  db: Reader,
  conversationId: string,
  seq: number,
): Promise<{ seq: number; client: number; answer: number }> => {
  const [last] = await db
    .select({ seq: messages.seq, client: messages.clientCount, answer: messages.answerCount })
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), lte(messages.seq, seq)))
    .orderBy(desc(messages.seq))
    .limit(1);
  return last ?? { seq: 0, client: 0, answer: 0 };
};

const showAsSeen = (tx: Tx, conversationId: string, seq: number) =>
  tx
    .update(conversations)
    .set({ deskReadSeq: seq })
    .where(and(eq(conversations.id, conversationId), lt(conversations.deskReadSeq, seq)))
    .returning({ id: conversations.id });
