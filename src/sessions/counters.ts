import { and, count, eq, gt, type SQL } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { conversations, readMarks, sessions } from '../db/schema.ts';
import { linesOperatedBy } from '../lines/roles.ts';
import { queue, waiting, withReadMark } from './boxes.ts';
import type { Counters } from './shapes.ts';

/** The red numbers at Lines and Messages and the blue one: each the length of the list that it opens. */
export const countersFor = async (db: Reader, personId: string): Promise<Counters> => ({
  lines: await countWaiting(db, personId),
  messages: await countUnreadConversations(db, personId),
  queue: (await operatesAny(db, personId)) ? await countSessions(db, queue(db, personId)) : null,
});

/** The length of "Waiting for you". */
export const countWaiting = async (db: Reader, personId: string): Promise<number> => {
  const [row] = await db
    .select({ number: count() })
    .from(sessions)
    .leftJoin(readMarks, withReadMark(personId))
    .where(waiting(db, personId));
  return row?.number ?? 0;
};

/** How many sessions a condition finds. */
const countSessions = async (db: Reader, where: SQL): Promise<number> => {
  const [row] = await db.select({ number: count() }).from(sessions).where(where);
  return row?.number ?? 0;
};

const countUnreadConversations = async (db: Reader, personId: string): Promise<number> => {
  const [row] = await db
    .select({ number: count() })
    .from(conversations)
    .where(
      and(eq(conversations.clientUserId, personId), gt(conversations.answerCount, conversations.clientReadAnswers)),
    );
  return row?.number ?? 0;
};

const operatesAny = async (db: Reader, personId: string): Promise<boolean> =>
  (await linesOperatedBy(db, personId).limit(1)).length > 0;
