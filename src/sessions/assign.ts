import { asc } from 'drizzle-orm';
import type { Reader, Tx } from '../db/doors.ts';
import { sessions } from '../db/schema.ts';
import { operatorsOf } from '../lines/roles.ts';
import { queue } from './boxes.ts';
import { findFor, whyNot } from './find.ts';
import { moveSession } from './move.ts';
import { type Actor, mayReassign, mayTake } from './policy.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { sessionRow } from './row.ts';
import type { Operator, SessionRow } from './shapes.ts';

/** What was done, or that it was so already (the form was sent twice). */
export type Done = { session: string };

/**
 * Gives a session to an operator of its line; to oneself is "Take".
 *
 * @param ownerSeen the owner whom the page showed (null: unassigned): whoever acts on an older picture is told the news
 */
export const assign = async (
  tx: Tx,
  personId: string,
  sessionId: string,
  operatorId: string,
  ownerSeen: string | null,
  at: number,
): Promise<Done | Refusal> => {
  const found = await findFor(tx, personId, sessionId);
  if (isRefusal(found)) return found;
  const { session, actor } = found;
  if (session.state === 'active' && session.owner?.id === operatorId) return { session: session.id };
  if (session.state === 'closed' || (session.owner?.id ?? null) !== ownerSeen) return whyNot(session);
  if (!mayAssign(actor, session, operatorId)) return { refused: 'forbidden' };
  const candidates = await operatorsFor(tx, session);
  if (!candidates.some((operator) => operator.id === operatorId)) return { refused: 'not-operator' };
  const event = operatorId === personId ? { type: 'taken' as const } : { type: 'reassigned' as const, to: operatorId };
  const done = await moveSession(tx, session, { to: 'owner', ownerId: operatorId }, event, personId, at);
  return done ? { session: session.id } : await news(tx, session.id);
};

/** Takes the session that waits longest in the person's queue (the blue counter); null when nothing waits. */
export const takeNext = async (tx: Tx, personId: string, at: number): Promise<Done | null> => {
  const [first] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(queue(tx, personId))
    .orderBy(asc(sessions.waitingSince), asc(sessions.id))
    .limit(1);
  if (!first) return null;
  const taken = await assign(tx, personId, first.id, personId, null, at);
  // Only another writer's commit in between can refuse this, and then the next one is the first.
  return isRefusal(taken) ? await takeNext(tx, personId, at) : taken;
};

/** Whom the session can be given to: the operators of its line, but not to whoever opened it as the client. */
export const operatorsFor = async (db: Reader, session: SessionRow): Promise<Operator[]> => {
  const operators = await operatorsOf(db, session.line.id);
  return operators
    .filter((operator) => operator.id !== session.client.userId)
    .map((operator) => ({ ...operator, isOwner: operator.id === session.owner?.id }));
};

const mayAssign = (actor: Actor, session: SessionRow, operatorId: string): boolean =>
  mayReassign(actor, session) || (operatorId === actor.id && mayTake(actor, session));

/** Why the compare-and-set failed: what the session is now. */
const news = async (db: Reader, sessionId: string): Promise<Refusal> => {
  const now = await sessionRow(db, sessionId);
  return now ? whyNot(now) : { refused: 'missing' };
};
