import { and, eq, inArray, notInArray, type SQL } from 'drizzle-orm';
import type { Tx } from '../db/doors.ts';
import type { Fact } from '../db/facts.ts';
import { lineRoles, lines, sessions, users } from '../db/schema.ts';
import { operatorIdsOf } from '../lines/roles.ts';
import { moveSession, type Seen } from './move.ts';

/**
 * Puts back into the queue every session whose owner does not operate its line any more, or is deactivated. To be called in
 * the same unit of work after anything that changes groups, roles or people. It looks where the facts of the unit say that
 * rights changed, and everywhere if they name nothing.
 */
export const releaseLostSessions = async (tx: Tx, actorId: string | null, at: number): Promise<void> => {
  for (const where of whereRightsChanged(tx)) {
    const lost = notInArray(sessions.ownerId, operatorIdsOf(tx, sessions.lineId));
    for (const { ownerActive, ...session } of await sessionsWhere(tx, and(eq(sessions.state, 'active'), where, lost))) {
      const from = session.owner?.id ?? '';
      const why = ownerActive ? 'role' : 'deactivated';
      await moveSession(tx, session, { to: 'queue' }, { type: 'released', from, why }, actorId, at);
    }
  }
};

/** Closes every open session of a line, because it is archived. */
export const closeSessionsOfLine = async (
  tx: Tx,
  lineId: string,
  actorId: string | null,
  at: number,
): Promise<void> => {
  const open = inArray(sessions.state, ['bot', 'unassigned', 'active']);
  const reason = 'archived';
  for (const { ownerActive: _, ...session } of await sessionsWhere(tx, and(eq(sessions.lineId, lineId), open))) {
    await moveSession(tx, session, { to: 'closed', reason }, { type: 'closed', reason }, actorId, at);
  }
};

type RightsFact = Extract<Fact, { kind: 'rights' }>;

/** More people than this in one unit of work are not looked at one by one: they were imported. */
const mostPeople = 1_000;

/** One after another, since each is answered by an index of its own. Units give no role at the desk. */
const whereRightsChanged = (tx: Tx): readonly SQL[] => {
  const rights = tx.facts.filter((fact): fact is RightsFact => fact.kind === 'rights').map((fact) => fact.ids);
  const people = [...new Set(rights.flatMap(({ person }) => person ?? []))];
  const unnamed = rights.length === 0 || rights.some((ids) => Object.keys(ids).length === 0);
  if (unnamed || people.length > mostPeople) return [onAnyLine(tx)];
  const where: SQL[] = [];
  if (people.length > 0) where.push(inArray(sessions.ownerId, people));
  const named = [...new Set(rights.flatMap(({ line }) => line ?? []))];
  if (named.length > 0) where.push(inArray(sessions.lineId, named));
  // Of a group alone it is not said who its members were.
  const groups = [...new Set(rights.flatMap(({ group, person }) => (group && !person ? group : [])))];
  if (groups.length > 0) where.push(inArray(sessions.lineId, linesOfGroups(tx, groups)));
  return where;
};

/** Line by line, so that the index over open sessions serves and closed ones are never looked at. */
const onAnyLine = (tx: Tx): SQL => inArray(sessions.lineId, tx.select({ id: lines.id }).from(lines));

const linesOfGroups = (tx: Tx, groups: string[]) =>
  tx.select({ id: lineRoles.lineId }).from(lineRoles).where(inArray(lineRoles.groupId, groups));

const sessionsWhere = async (tx: Tx, where: SQL | undefined): Promise<(Seen & { ownerActive: boolean | null })[]> => {
  const found = await tx
    .select({
      id: sessions.id,
      conversationId: sessions.conversationId,
      lineId: sessions.lineId,
      state: sessions.state,
      ownerId: sessions.ownerId,
      ownerActive: users.active,
    })
    .from(sessions)
    .leftJoin(users, eq(users.id, sessions.ownerId))
    .where(where);
  return found.map(({ lineId, ownerId, ...session }) => ({
    ...session,
    line: { id: lineId },
    owner: ownerId === null ? null : { id: ownerId },
  }));
};
