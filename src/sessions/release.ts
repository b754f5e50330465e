import { and, eq, inArray, notExists, type SQL } from 'drizzle-orm';
import type { Reader, Tx } from '../db/doors.ts';
import { groupMembers, lineRoles, lines, sessions, users } from '../db/schema.ts';
import type { SessionEvent } from './event.ts';
import { type Move, moveSession, type Seen } from './move.ts';

/**
 * Puts back into the queue every session whose owner does not operate its line any more, or is deactivated. To be called in
 * the same unit of work after anything that changes groups, roles or people.
 */
export const releaseLostSessions = async (tx: Tx, actorId: string | null, at: number): Promise<void> => {
  const lost = await openSessions(tx, and(eq(sessions.state, 'active'), notExists(ownersRole(tx))));
  await moveAll(tx, lost, { to: 'queue' }, { type: 'released' }, actorId, at);
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
  await moveAll(tx, open, { to: 'closed', reason }, { type: 'closed', reason }, actorId, at);
};

const moveAll = async (tx: Tx, found: Seen[], move: Move, event: SessionEvent, actorId: string | null, at: number) => {
  for (const session of found) await moveSession(tx, session, move, event, actorId, at);
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

/** The owner's role on the session's line, if they still have it. */
const ownersRole = (db: Reader) =>
  db
    .select({ id: users.id })
    .from(users)
    .innerJoin(groupMembers, eq(groupMembers.userId, users.id))
    .innerJoin(lineRoles, and(eq(lineRoles.groupId, groupMembers.groupId), eq(lineRoles.role, 'operator')))
    .where(and(eq(users.id, sessions.ownerId), eq(users.active, true), eq(lineRoles.lineId, sessions.lineId)));
