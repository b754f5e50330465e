import { and, count, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { conversations, lines, readMarks, sessions } from '../../db/schema.ts';
import { type Params, statement } from '../../db/statement.ts';
import { readSoFar, withReadMark } from '../boxes.ts';

/** How many open sessions a line has, and what the boxes that show it are called by. */
export type LineTotals = { name: string; unassigned: number; active: number };

/** What belongs to one person. Lines where there is nothing are left out. */
export type PersonTotals = {
  /** Own sessions by line, and those of them with unread messages. */
  mine: ReadonlyMap<string, number>;
  unread: ReadonlyMap<string, number>;
  /** Where an open session stands that the person started as the client, and so must not see at the desk. */
  asClient: ReadonlyMap<string, 'unassigned' | 'active'>;
  /** Own conversations with unread answers. */
  messages: number;
};

/** A line's name, and how many open sessions it has. */
export const lineTotals = async (db: Reader, lineId: string): Promise<LineTotals> => {
  const found = await openOnLine(db, { line: lineId });
  const of = (state: string) => found.find((row) => row.state === state)?.number ?? 0;
  const [line] = await lineName(db, { line: lineId });
  return { name: line?.name ?? '', unassigned: of('unassigned'), active: of('active') };
};

/** Counts what belongs to one person, over all lines: whether the person still operates them is for the reader to ask. */
export const personTotals = async (db: Reader, personId: string): Promise<PersonTotals> => {
  const own = await ownByLine(db, { person: personId });
  const started = await startedByPerson(db, { person: personId });
  const [answered] = await unreadConversations(db, { person: personId });
  return {
    mine: mapOf(own.map((row) => [row.line, row.number])),
    unread: mapOf(own.filter((row) => row.unread > 0).map((row) => [row.line, row.unread])),
    asClient: mapOf(
      started.flatMap(({ line, state }) => (state === 'unassigned' || state === 'active' ? [[line, state]] : [])),
    ),
    messages: answered?.number ?? 0,
  };
};

/** Most people have nothing of most kinds, and there may be thousands of people. */
const empty: ReadonlyMap<string, never> = new Map<string, never>();

const mapOf = <V>(entries: [string, V][]): ReadonlyMap<string, V> => (entries.length === 0 ? empty : new Map(entries));

const lineName = statement((db, p: Params<{ line: string }>) =>
  db
    .select({ name: lines.name })
    .from(lines)
    .where(eq(lines.id, p('line'))),
);

const openOnLine = statement((db, p: Params<{ line: string }>) =>
  db
    .select({ state: sessions.state, number: count() })
    .from(sessions)
    .where(and(eq(sessions.lineId, p('line')), inArray(sessions.state, ['unassigned', 'active'])))
    .groupBy(sessions.state),
);

const ownByLine = statement((db, p: Params<{ person: string }>) =>
  db
    .select({
      line: sessions.lineId,
      number: count(),
      unread: sql`sum(case when ${gt(sessions.clientCount, readSoFar)} then 1 else 0 end)`.mapWith(Number),
    })
    .from(sessions)
    .leftJoin(readMarks, withReadMark(p('person')))
    .where(and(eq(sessions.ownerId, p('person')), eq(sessions.state, 'active')))
    .groupBy(sessions.lineId),
);

const startedByPerson = statement((db, p: Params<{ person: string }>) =>
  db
    .select({ line: sessions.lineId, state: sessions.state })
    .from(conversations)
    .innerJoin(
      sessions,
      and(eq(sessions.conversationId, conversations.id), inArray(sessions.state, ['unassigned', 'active'])),
    )
    .where(eq(conversations.clientUserId, p('person'))),
);

const unreadConversations = statement((db, p: Params<{ person: string }>) =>
  db
    .select({ number: count() })
    .from(conversations)
    .where(
      and(eq(conversations.clientUserId, p('person')), gt(conversations.answerCount, conversations.clientReadAnswers)),
    ),
);
