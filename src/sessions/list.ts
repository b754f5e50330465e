import { and, asc, desc, eq, gt, lt, or, type SQL } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { sessions } from '../db/schema.ts';
import { type Params, statement } from '../db/statement.ts';
import { rolesOf } from '../lines/roles.ts';
import { active, closed, mine, unassigned, waiting } from './boxes.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { selectRows, toRow } from './row.ts';
import { every } from './scope.ts';
import type { LineBox, SessionPage, SessionRow } from './shapes.ts';

/** "Waiting for you", over all the person's lines, a page from `after` on. */
export const listWaiting = async (db: Reader, personId: string, after?: string): Promise<SessionPage> =>
  await lists.waiting(db, { person: personId, line: '' }, after);

/**
 * A box of a line, a page from `after` on; undefined when the person has no such box there: operators have My sessions,
 * Unassigned, Closed; supervisors Unassigned, Active, Closed.
 */
export const listBox = async (
  db: Reader,
  personId: string,
  lineId: string,
  box: LineBox,
  after?: string,
): Promise<SessionPage | undefined> => {
  const roles = await rolesOf(db, personId, lineId);
  if (!boxesOf(roles).includes(box)) return undefined;
  const list = box === 'closed' && roles.supervisor ? lists.allClosed : lists[box];
  return await list(db, { person: personId, line: lineId }, after);
};

/** The boxes that somebody with these roles has on a line. */
export const boxesOf = (roles: { operator: boolean; supervisor: boolean }): readonly LineBox[] => [
  ...(roles.operator ? (['mine'] as const) : []),
  ...(roles.operator || roles.supervisor ? (['unassigned'] as const) : []),
  ...(roles.supervisor ? (['active'] as const) : []),
  ...(roles.operator || roles.supervisor ? (['closed'] as const) : []),
];

type Of = { person: string; line: string };

/** A condition that says what is in a box, for the placeholders of a person and a line. */
type Box = (db: Reader, p: Params<Of>) => SQL;

/** What waits longest comes first, else what moved last. */
type Order = 'waiting' | 'recent' | 'closed';

const columns = { waiting: sessions.waitingSince, recent: sessions.lastAt, closed: sessions.closedAt };

/** A list in pages, prepared once for its first page and once for those after it. */
const listOf = (order: Order, box: Box) => {
  const column = columns[order];
  const [beyond, direction] = order === 'waiting' ? [gt, asc] : [lt, desc];
  const select = (db: Reader, p: Params<Of>, rest?: SQL) =>
    selectRows(db, p('person'))
      .where(every(box(db, p), rest))
      .orderBy(direction(column), direction(sessions.id))
      .limit(pageLength + 1);
  const first = statement((db, p: Params<Of>) => select(db, p));
  const next = statement((db, p: Params<Of & { key: number; id: string }>) =>
    select(db, p, or(beyond(column, p('key')), and(eq(column, p('key')), beyond(sessions.id, p('id'))))),
  );
  return async (db: Reader, of: Of, after?: string): Promise<SessionPage> => {
    const cursor = readCursor(after);
    const found = cursor ? await next(db, { ...of, ...cursor }) : await first(db, of);
    const rows = found.slice(0, pageLength).map(toRow);
    const last = rows.at(-1);
    const cut = found.length > pageLength && last;
    return { rows, after: cut ? writeCursor({ key: sortKey(last, order), id: last.id }) : null };
  };
};

const sortKey = (row: SessionRow, order: Order): number => {
  if (order === 'waiting') return row.waitingSince;
  return order === 'recent' ? row.last.at : (row.closedAt ?? 0);
};

const pageLength = 50;

const lists = {
  waiting: listOf('waiting', (db, p) => waiting(db, p('person'))),
  mine: listOf('recent', (db, p) => mine(db, p('person'), p('line'))),
  unassigned: listOf('waiting', (_, p) => unassigned(p('person'), p('line'))),
  active: listOf('recent', (_, p) => active(p('person'), p('line'))),
  closed: listOf('closed', (db, p) => closed(db, p('person'), p('line'), false)),
  allClosed: listOf('closed', (db, p) => closed(db, p('person'), p('line'), true)),
};
