import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../db/doors.ts';
import { sessionParticipants, sessions } from '../db/schema.ts';
import { type Params, writeStatement } from '../db/statement.ts';
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
  const still = { id: seen.id, state: seen.state, owner: seen.owner?.id ?? '' };
  const moved = await setState(tx, still, move, actorId, at);
  if (moved === 0) return false;
  const where = { conversationId: seen.conversationId, sessionId: seen.id, authorId: actorId, at };
  const lastSeq = await appendEvent(tx, where, event);
  await reach(tx, { id: seen.id, lastSeq });
  // Only owners answer: who takes part is said when they become one.
  if (move.to === 'owner') await takePart(tx, { sessionId: seen.id, userId: move.ownerId });
  const ids = { line: seen.line.id, conversation: seen.conversationId, session: seen.id };
  await tx.record({ kind: 'session', ids: seen.owner ? { ...ids, from: seen.owner.id } : ids });
  return true;
};

type Still = { id: string; state: Seen['state']; owner: string };

const setState = (tx: Tx, still: Still, move: Move, actorId: string | null, at: number): Promise<number> => {
  switch (move.to) {
    case 'owner':
      return toOwner(tx, { ...still, to: move.ownerId });
    case 'queue':
      return toQueue(tx, { ...still, at });
    case 'closed':
      return toClosed(tx, { ...still, at, reason: move.reason, by: actorId });
  }
};

/** The session still stands where whoever acts has seen it. */
const stillAs = (p: Params<Still>): SQL | undefined =>
  and(eq(sessions.id, p('id')), eq(sessions.state, p('state')), eq(sql`coalesce(${sessions.ownerId}, '')`, p('owner')));

const oneMore = sql`${sessions.version} + 1`;

const toOwner = writeStatement((tx, p: Params<Still & { to: string }>) =>
  tx
    .update(sessions)
    .set({ state: 'active', ownerId: p('to'), version: oneMore })
    .where(stillAs(p)),
);

/** What was all answered waits from now on; a client who waits for an answer keeps the place in the queue. */
const toQueue = writeStatement((tx, p: Params<Still & { at: number }>) =>
  tx
    .update(sessions)
    .set({
      state: 'unassigned',
      ownerId: null,
      waitingSince: sql`case when ${sessions.answeredCount} >= ${sessions.clientCount} then ${p('at')} else ${sessions.waitingSince} end`,
      version: oneMore,
    })
    .where(stillAs(p)),
);

const toClosed = writeStatement((tx, p: Params<Still & { at: number; reason: CloseReason; by: string | null }>) =>
  tx
    .update(sessions)
    .set({ state: 'closed', closedAt: p('at'), closeReason: p('reason'), closedBy: p('by'), version: oneMore })
    .where(stillAs(p)),
);

const reach = writeStatement((tx, p: Params<{ id: string; lastSeq: number }>) =>
  tx
    .update(sessions)
    .set({ lastSeq: p('lastSeq') })
    .where(eq(sessions.id, p('id'))),
);

const takePart = writeStatement((tx, p: Params<{ sessionId: string; userId: string }>) =>
  tx
    .insert(sessionParticipants)
    .values({ sessionId: p('sessionId'), userId: p('userId') })
    .onConflictDoNothing(),
);
