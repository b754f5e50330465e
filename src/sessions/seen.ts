import { and, eq, lt, ne } from 'drizzle-orm';
import type { Tx } from '../db/doors.ts';
import { conversations, sessions } from '../db/schema.ts';
import { countsAt } from './read.ts';
import type { Refusal } from './refusal.ts';

/**
 * Remembers how far a client in the built-in chat has read the conversation with a line.
 *
 * @param seq the number of the last message that was on the screen
 */
export const markSeen = async (
  tx: Tx,
  personId: string,
  lineId: string,
  seq: number,
): Promise<{ conversation: string } | Refusal> => {
  const own = and(eq(conversations.lineId, lineId), eq(conversations.clientUserId, personId));
  const [conversation] = await tx.select({ id: conversations.id }).from(conversations).where(own);
  if (!conversation) return { refused: 'missing' };
  const counts = await countsAt(tx, conversation.id, seq);
  const further = await tx
    .update(conversations)
    .set({ clientReadSeq: counts.seq, clientReadAnswers: counts.answer })
    .where(and(eq(conversations.id, conversation.id), lt(conversations.clientReadSeq, counts.seq)))
    .returning({ id: conversations.id });
  if (further.length > 0) {
    const [open] = await tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(eq(sessions.conversationId, conversation.id), ne(sessions.state, 'closed')));
    const ids = { line: lineId, conversation: conversation.id, person: personId };
    await tx.record({ kind: 'seen', ids: open ? { ...ids, session: open.id } : ids });
  }
  return { conversation: conversation.id };
};
