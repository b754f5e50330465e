import { and, eq, gte, inArray, sql } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { messages, readMarks, sessionParticipants, sessions } from '../../db/schema.ts';
import { type Params, statement } from '../../db/statement.ts';

/** The ids of a session's events since `at` (ms since 1970). */
export const eventsSince = statement((db, p: Params<{ session: string; conversation: string; at: number }>) => {
  const first = db
    .select({ seq: sessions.firstSeq })
    .from(sessions)
    .where(eq(sessions.id, p('session')));
  return db
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, p('conversation')),
        gte(messages.seq, sql`(${first})`),
        eq(messages.sessionId, p('session')),
        eq(messages.kind, 'event'),
        gte(messages.createdAt, p('at')),
      ),
    );
});

/** The ids of all who ever owned or answered a session. */
export const participantsOf = statement((db, p: Params<{ session: string }>) =>
  db
    .select({ id: sessionParticipants.userId })
    .from(sessionParticipants)
    .where(eq(sessionParticipants.sessionId, p('session'))),
);

/** Whether somebody ever owned or answered a session. */
export const tookPartIn = async (db: Reader, personId: string, sessionId: string): Promise<boolean> =>
  (await participantsOf(db, { session: sessionId })).some(({ id }) => id === personId);

/** How many of the client's messages in a session each of these people has read. */
export const marksOf = async (db: Reader, sessionId: string, people: readonly string[]) =>
  await db
    .select({ person: readMarks.userId, read: readMarks.clientCount })
    .from(readMarks)
    .where(and(eq(readMarks.sessionId, sessionId), inArray(readMarks.userId, [...people])));
