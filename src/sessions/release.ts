import { and, eq, inArray, notInArray, type SQL } from 'drizzle-orm';
import type { Tx } from '../db/doors.ts';
import { lines, sessions } from '../db/schema.ts';
import { operatorIdsOf } from '../lines/roles.ts';
import { moveSession, type Seen } from './move.ts';

/**
 * Puts back into the queue every session whose owner does not operate its line any more, or is deactivated. To be called in
 * the same unit of work after anything that changes groups, roles or people.
 */
export const releaseLostSessions = async (tx: Tx, actorId: string | null, at: number): Promise<void> => {
  const lost = await openSessions(
    tx,
    and(eq(sessions.state, 'active'), notInArray(sessions.ownerId, operatorIdsOf(tx, sessions.lineId))),
  );
  for (const session of lost) {
    const event = { type: 'released' as const, from: session.owner?.id ?? '' };
    await moveSession(tx, session, { to: 'queue' }, event, actorId, at);
  }
};

/** Closes every open session of a line, because it is archived. */
export const closeSessionsOfLine = async (
  tx: Tx,
  lineId: string,
  actorId: string | null,
  at: number,
): Promise<void> => {
  const open = await openSessions(tx, eq(sessions.lineId, lineId));
  const reason = 'archived';
  for (const session of open) {
    await moveSession(tx, session, { to: 'closed', reason }, { type: 'closed', reason }, actorId, at);
  }
};

const openSessions = async (tx: Tx, where: SQL | undefined): Promise<Seen[]> => {
  const found = await tx
    .select({
      id: sessions.id,
      conversationId: sessions.conversationId,
      lineId: sessions.lineId,
      state: sessions.state,
      ownerId: sessions.ownerId,
    })
    .from(sessions)
    // Line by line, so that the index over open sessions serves and closed ones are never looked at.
    .where(
      and(
        inArray(sessions.lineId, tx.select({ id: lines.id }).from(lines)),
        inArray(sessions.state, ['bot', 'unassigned', 'active']),
        where,
      ),
    );
  return found.map(({ lineId, ownerId, ...session }) => ({
    ...session,
    line: { id: lineId },
    owner: ownerId === null ? null : { id: ownerId },
  }));
};
