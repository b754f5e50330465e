import { and, asc, count, inArray, sql } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { lines, readMarks, sessions } from '../db/schema.ts';
import { type Params, statement } from '../db/statement.ts';
import { avatarAddress } from '../lines/avatar.ts';
import { allRolesOf, linesWorkedBy } from '../lines/roles.ts';
import { mine, readSoFar, withReadMark } from './boxes.ts';
import { boxesOf } from './list.ts';
import { notOwnClient } from './scope.ts';
import type { DeskBoxes, DeskLine, LineBox } from './shapes.ts';

/**
 * The navigation "Boxes": every line the person operates or supervises, and how much is in each of their boxes. The red and
 * the blue counter are sums of these numbers.
 */
export const deskBoxes = async (db: Reader, personId: string): Promise<DeskBoxes> => {
  const of = { person: personId };
  const held = await allRolesOf(db, personId);
  if (held.length === 0) return { waiting: 0, queue: null, lines: [] };
  const found = await linesWithRole(db, of);
  const open = await openByLine(db, of);
  const own = await ownByLine(db, of);
  const unassigned = (lineId: string) =>
    numberOf(open.find((row) => row.lineId === lineId && row.state === 'unassigned'));
  const numbers: Record<LineBox, (lineId: string) => number | null> = {
    mine: (lineId) => numberOf(own.find((row) => row.lineId === lineId)),
    unassigned,
    active: (lineId) => numberOf(open.find((row) => row.lineId === lineId && row.state === 'active')),
    closed: () => null,
  };
  const inLines = (role: 'operator' | 'supervisor') => held.filter((one) => one.role === role).map((one) => one.lineId);
  const [operated, supervised] = [inLines('operator'), inLines('supervisor')];
  const unread = sum(own.map((row) => row.unread));
  return {
    waiting: unread + sum(supervised.map(unassigned)),
    queue: operated.length === 0 ? null : sum(operated.map(unassigned)),
    lines: found.map((line): DeskLine => {
      const roles = { operator: operated.includes(line.id), supervisor: supervised.includes(line.id) };
      return {
        line: {
          id: line.id,
          name: line.name,
          avatar: avatarAddress(line.id, line.avatar),
          archived: line.archivedAt !== null,
        },
        operates: roles.operator,
        supervises: roles.supervisor,
        boxes: boxesOf(roles).map((box) => ({ box, count: numbers[box](line.id) })),
      };
    }),
  };
};

const numberOf = (row: { number: number } | undefined): number => row?.number ?? 0;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

type Of = { person: string };

const linesWithRole = statement((db, p: Params<Of>) =>
  db
    .select({ id: lines.id, name: lines.name, avatar: lines.avatarFileId, archivedAt: lines.archivedAt })
    .from(lines)
    .where(inArray(lines.id, linesWorkedBy(db, p('person'))))
    .orderBy(asc(lines.nameKey)),
);

/** What is open on the person's lines, by line and state. Line by line, so that closed sessions are never looked at. */
const openByLine = statement((db, p: Params<Of>) =>
  db
    .select({ lineId: sessions.lineId, state: sessions.state, number: count() })
    .from(sessions)
    .where(
      and(
        inArray(sessions.lineId, linesWorkedBy(db, p('person'))),
        inArray(sessions.state, ['unassigned', 'active']),
        notOwnClient(p('person')),
      ),
    )
    .groupBy(sessions.lineId, sessions.state),
);

/** The person's own open sessions by line, and how many of them hold something unread. */
const ownByLine = statement((db, p: Params<Of>) =>
  db
    .select({
      lineId: sessions.lineId,
      number: count(),
      unread: sql`count(case when ${sessions.clientCount} > ${readSoFar} then 1 end)`.mapWith(Number),
    })
    .from(sessions)
    .leftJoin(readMarks, withReadMark(p('person')))
    .where(mine(db, p('person')))
    .groupBy(sessions.lineId),
);
