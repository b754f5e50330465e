import { eq } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { sessions, users } from '../db/schema.ts';
import { rolesOf } from '../lines/roles.ts';
import type { Actor } from './policy.ts';
import type { Refusal } from './refusal.ts';
import { sessionFor } from './row.ts';
import type { Named, SessionRow } from './shapes.ts';

/** A session found through the person who wants to do something with it, and what they are on its line. */
export type Found = { session: SessionRow; actor: Actor };

/**
 * Finds a session through the person. Who operates its line and cannot see it any more is told whose it is now, because
 * somebody was quicker; for everybody else it does not exist.
 */
export const findFor = async (db: Reader, personId: string, sessionId: string): Promise<Found | Refusal> => {
  const session = await sessionFor(db, personId, sessionId);
  if (!session) return await whereItWent(db, personId, sessionId);
  return { session, actor: { id: personId, roles: await rolesOf(db, personId, session.line.id) } };
};

/** Why what was allowed a moment ago could not be done. */
export const whyNot = (session: Pick<SessionRow, 'state'> & { owner: Named | null }): Refusal =>
  session.state === 'closed' ? { refused: 'closed' } : { refused: 'changed', owner: session.owner };

const whereItWent = async (db: Reader, personId: string, sessionId: string): Promise<Refusal> => {
  const [found] = await db
    .select({
      lineId: sessions.lineId,
      state: sessions.state,
      clientUserId: sessions.clientUserId,
      ownerId: users.id,
      ownerName: users.name,
    })
    .from(sessions)
    .leftJoin(users, eq(users.id, sessions.ownerId))
    .where(eq(sessions.id, sessionId));
  const operates = found && found.clientUserId !== personId && (await rolesOf(db, personId, found.lineId)).operator;
  if (!operates || found.state === 'bot') return { refused: 'missing' };
  const owner = found.ownerId === null ? null : { id: found.ownerId, name: found.ownerName ?? '' };
  return whyNot({ state: found.state, owner });
};
