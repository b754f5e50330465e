import { and, count, eq, gt } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { conversations, readMarks, sessions } from '../db/schema.ts';
import { type Params, statement } from '../db/statement.ts';
import { allRolesOf } from '../lines/roles.ts';
import { queue, waiting, withReadMark } from './boxes.ts';
import type { Counters, DeskBoxes } from './shapes.ts';

/** The red numbers at Lines and Messages and the blue one: each the length of the list that it opens. */
export const countersFor = async (db: Reader, personId: string): Promise<Counters> => {
  const roles = await allRolesOf(db, personId);
  return {
    lines: roles.length === 0 ? 0 : await countWaiting(db, personId),
    messages: await countUnread(db, personId),
    queue: roles.some((held) => held.role === 'operator') ? await countQueue(db, personId) : null,
  };
};

/** The same where the desk's boxes are known already: their numbers are what the counters are made of. */
export const countersWith = async (
  db: Reader,
  personId: string,
  boxes: Pick<DeskBoxes, 'waiting' | 'queue'>,
): Promise<Counters> => ({
  lines: boxes.waiting,
  messages: await countUnread(db, personId),
  queue: boxes.queue,
});

const countUnread = async (db: Reader, personId: string): Promise<number> => {
  const [row] = await unreadConversations(db, { person: personId });
  return row?.number ?? 0;
};

/** The length of "Waiting for you". */
export const countWaiting = async (db: Reader, personId: string): Promise<number> => {
  const [row] = await inWaiting(db, { person: personId });
  return row?.number ?? 0;
};

const countQueue = async (db: Reader, personId: string): Promise<number> => {
  const [row] = await inQueue(db, { person: personId });
  return row?.number ?? 0;
};

type Of = { person: string };

const inWaiting = statement((db, p: Params<Of>) =>
  db
    .select({ number: count() })
    .from(sessions)
    .leftJoin(readMarks, withReadMark(p('person')))
    .where(waiting(db, p('person'))),
);

const inQueue = statement((db, p: Params<Of>) =>
  db
    .select({ number: count() })
    .from(sessions)
    .where(queue(db, p('person'))),
);

const unreadConversations = statement((db, p: Params<Of>) =>
  db
    .select({ number: count() })
    .from(conversations)
    .where(
      and(eq(conversations.clientUserId, p('person')), gt(conversations.answerCount, conversations.clientReadAnswers)),
    ),
);
