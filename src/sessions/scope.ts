import { and, eq, exists, inArray, isNull, ne, or, type Placeholder, type SQL } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { sessionParticipants, sessions } from '../db/schema.ts';
import { linesOperatedBy, linesSupervisedBy, type UserId } from '../lines/roles.ts';

/**
 * The one scope of sessions: which of them a person sees at the desk. Lists, counters, pages, files, search and the live
 * stream all use it. Operators see what is unassigned on their lines, what they own, and the closed ones they took part in;
 * supervisors everything on theirs; nobody a session that they opened as the client.
 */
export const visibleTo = (db: Reader, personId: UserId): SQL =>
  every(
    notOwnClient(personId),
    either(
      // What the row itself says comes first, so that mostly one question about roles is asked, not two.
      every(
        either(
          eq(sessions.state, 'unassigned'),
          every(eq(sessions.state, 'active'), eq(sessions.ownerId, personId)),
          every(eq(sessions.state, 'closed'), tookPart(db, personId)),
        ),
        inArray(sessions.lineId, linesOperatedBy(db, personId)),
      ),
      inArray(sessions.lineId, linesSupervisedBy(db, personId)),
    ),
  );

/** Sessions that the person did not open as the client. */
export const notOwnClient = (personId: UserId): SQL =>
  either(isNull(sessions.clientUserId), ne(sessions.clientUserId, personId));

/** Sessions that the person ever owned or answered. */
export const tookPart = (db: Reader, personId: UserId): SQL =>
  exists(
    db
      .select({ id: sessionParticipants.sessionId })
      .from(sessionParticipants)
      .where(every(eq(sessionParticipants.sessionId, sessions.id), eq(sessionParticipants.userId, personId))),
  );

/** `and` that always has something to say. */
export const every = (first: SQL, ...more: (SQL | undefined)[]): SQL => and(first, ...more) ?? first;

/** `or` that always has something to say. */
export const either = (first: SQL, ...more: (SQL | undefined)[]): SQL => or(first, ...more) ?? first;

/** An id, or the placeholder of one in a prepared statement. */
export type Id = string | Placeholder<string>;
