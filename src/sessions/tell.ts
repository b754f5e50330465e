import { desc, eq } from 'drizzle-orm';
import type { Tx } from '../db/doors.ts';
import { conversations, sessions } from '../db/schema.ts';
import { placeEvent } from './append.ts';
import type { ItemEvent } from './event.ts';
import { nextForEvent } from './place.ts';

/**
 * Tells in a conversation what was done with an item for its client: in its last session, whatever its state, since what stands after
 * a session that others followed would be read in these. The client never reads it.
 */
export const tellOfItem = async (
  tx: Tx,
  conversationId: string,
  event: ItemEvent,
  by: { actor: string; at: number },
): Promise<{ message: string; session: string }> => {
  // First its number: that keeps the client from opening another session meanwhile.
  const numbers = await nextForEvent(tx, conversationId);
  const [last] = await tx
    .select({ id: sessions.id, lineId: conversations.lineId })
    .from(sessions)
    .innerJoin(conversations, eq(conversations.id, sessions.conversationId))
    .where(eq(sessions.conversationId, conversationId))
    .orderBy(desc(sessions.firstSeq))
    .limit(1);
  if (!last) throw new Error('A conversation without a session.');
  const where = { conversationId, sessionId: last.id, authorId: by.actor, at: by.at };
  const message = await placeEvent(tx, where, event, numbers);
  await tx.update(sessions).set({ lastSeq: numbers.seq }).where(eq(sessions.id, last.id));
  await tx.record({
    kind: 'message',
    ids: { line: last.lineId, conversation: conversationId, session: last.id, message },
  });
  return { message, session: last.id };
};
