import { eq, gt, inArray, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { readMarks, sessions } from '../db/schema.ts';
import { linesOperatedBy, linesSupervisedBy, type UserId } from '../lines/roles.ts';
import { either, every, type Id, notOwnClient, tookPart } from './scope.ts';

/** The person's own open sessions, on one line or on all they operate. */
export const mine = (db: Reader, personId: UserId, lineId?: Id): SQL =>
  every(
    eq(sessions.ownerId, personId),
    eq(sessions.state, 'active'),
    lineId === undefined ? inArray(sessions.lineId, linesOperatedBy(db, personId)) : eq(sessions.lineId, lineId),
  );

/** What waits for somebody on one line. Who may see the line's queue is for the caller to ask. */
export const unassigned = (personId: UserId, lineId: Id): SQL =>
  every(eq(sessions.lineId, lineId), eq(sessions.state, 'unassigned'), notOwnClient(personId));

/** What is being handled on one line, for its supervisors. */
export const active = (personId: UserId, lineId: Id): SQL =>
  every(eq(sessions.lineId, lineId), eq(sessions.state, 'active'), notOwnClient(personId));

/** What was closed on one line: all of it for its supervisors, for its operators what they took part in. */
export const closed = (db: Reader, personId: UserId, lineId: Id, all: boolean): SQL =>
  every(
    eq(sessions.lineId, lineId),
    eq(sessions.state, 'closed'),
    notOwnClient(personId),
    all ? undefined : tookPart(db, personId),
  );

/** What the blue counter counts: unassigned sessions of the lines that the person operates. */
export const queue = (db: Reader, personId: UserId): SQL =>
  every(
    inArray(sessions.lineId, linesOperatedBy(db, personId)),
    eq(sessions.state, 'unassigned'),
    notOwnClient(personId),
  );

/**
 * "Waiting for you", what the red counter at Lines counts: own sessions with unread messages on the lines that the person
 * operates, and unassigned ones on those they supervise. Wants `withReadMark` joined.
 */
export const waiting = (db: Reader, personId: UserId): SQL =>
  either(
    every(mine(db, personId), gt(sessions.clientCount, readSoFar)),
    every(
      inArray(sessions.lineId, linesSupervisedBy(db, personId)),
      eq(sessions.state, 'unassigned'),
      notOwnClient(personId),
    ),
  );

/** The join condition under which `readSoFar` is about this person. */
export const withReadMark = (personId: UserId): SQL =>
  every(eq(readMarks.sessionId, sessions.id), eq(readMarks.userId, personId));

/** How many of the client's messages are dealt with: answered by anyone, or read by this person. */
export const readSoFar = sql<number>`case when coalesce(${readMarks.clientCount}, 0) > ${sessions.answeredCount}
  then ${readMarks.clientCount} else ${sessions.answeredCount} end`.mapWith(Number);
