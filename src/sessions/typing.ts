import { and, eq, ne } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { sessions } from '../db/schema.ts';

/** The open session in which a client types; undefined when there is none, and nobody to be told. */
export const typingIn = async (
  db: Reader,
  personId: string,
  lineId: string,
): Promise<{ session: string; conversation: string } | undefined> => {
  const [open] = await db
    .select({ session: sessions.id, conversation: sessions.conversationId })
    .from(sessions)
    .where(and(eq(sessions.clientUserId, personId), eq(sessions.lineId, lineId), ne(sessions.state, 'closed')));
  return open;
};
