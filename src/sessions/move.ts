import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../db/doors.ts';
import { sessionParticipants, sessions } from '../db/schema.ts';
import { appendEvent } from './append.ts';
import type { SessionEvent } from './event.ts';
import type { CloseReason, SessionRow } from './shapes.ts';

/** A session as whoever acts has seen it. */
export type Seen = Pick<SessionRow, 'id' | 'conversationId' | 'state'> & {
  owner: { id: string } | null;
  line: { id: string };
};

/** Where it goes. */
export type Move = { to: 'owner'; ownerId: string } | { to: 'queue' } | { to: 'closed'; reason: CloseReason };

/**
 * Moves a session, if it still stands where `seen` says: state and owner are compared and set in one statement, so that of
 * two who act at once one wins. Tells it in the conversation and to the screens. Answers whether it was done.
 *
 * @param actorId who did it; null for the product itself
 */
export const moveSession = async (
  tx: Tx,
  seen: Seen,
  move: Move,
  event: SessionEvent,
  actorId: string | null,
  at: number,
): Promise<boolean> => {
  const moved = await tx
    .update(sessions)
    .set({ ...changes(move, actorId, at), version: sql`${sessions.version} + 1` })
    .where(stillAs(seen))
    .returning({ id: sessions.id });
  if (moved.length === 0) return false;
  const where = { conversationId: seen.conversationId, sessionId: seen.id, authorId: actorId, at };
  const lastSeq = await appendEvent(tx, where, event);
  await tx.update(sessions).set({ lastSeq }).where(eq(sessions.id, seen.id));
  if (move.to === 'owner') await takePart(tx, seen.id, move.ownerId);
  const ids = { line: seen.line.id, conversation: seen.conversationId, session: seen.id };
  await tx.record({ kind: 'session', ids: seen.owner ? { ...ids, from: seen.owner.id } : ids });
  return true;
};

/** Remembers that somebody took part in a session: only owners answer, so it is said when they become it. */
const takePart = async (tx: Tx, sessionId: string, userId: string): Promise<void> => {
  await tx.insert(sessionParticipants).values({ sessionId, userId }).onConflictDoNothing();
};

const changes = (move: Move, actorId: string | null, at: number) => {
  switch (move.to) {
    case 'owner':
      return { state: 'active', ownerId: move.ownerId } as const;
    case 'queue':
      // What was all answered waits from now on; a client who waits for an answer keeps the place in the queue.
      return { state: 'unassigned', ownerId: null, waitingSince: sinceWhen(at) } as const;
    case 'closed':
      return { state: 'closed', closedAt: at, closeReason: move.reason, closedBy: actorId } as const;
  }
};

const sinceWhen = (at: number): SQL =>
  sql`case when ${sessions.answeredCount} >= ${sessions.clientCount} then ${at} else ${sessions.waitingSince} end`;

const stillAs = (seen: Seen): SQL | undefined =>
  and(
    eq(sessions.id, seen.id),
    eq(sessions.state, seen.state),
    seen.owner ? eq(sessions.ownerId, seen.owner.id) : isNull(sessions.ownerId),
  );
