import { and, asc, desc, eq, gt, lt, or, type SQL } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { sessions } from '../db/schema.ts';
import { rolesOf } from '../lines/roles.ts';
import { active, closed, mine, unassigned, waiting } from './boxes.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { selectRows, toRow } from './row.ts';
import { every } from './scope.ts';
import type { Box, LineBox, SessionPage, SessionRow } from './shapes.ts';

/** By what a box is sorted: what waits longest first, or what moved last first. */
const orderOf = (box: Box): 'waiting' | 'recent' | 'closed' =>
  box === 'waiting' || box === 'unassigned' ? 'waiting' : box === 'closed' ? 'closed' : 'recent';

/** "Waiting for you", over all the person's lines, a page from `after` on. */
export const listWaiting = async (db: Reader, personId: string, after?: string): Promise<SessionPage> =>
  await list(db, personId, 'waiting', waiting(db, personId), after);

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
  const where = {
    mine: () => mine(db, personId, lineId),
    unassigned: () => unassigned(personId, lineId),
    active: () => active(personId, lineId),
    closed: () => closed(db, personId, lineId, roles.supervisor),
  }[box]();
  return await list(db, personId, box, where, after);
};

/** The boxes that somebody with these roles has on a line. */
export const boxesOf = (roles: { operator: boolean; supervisor: boolean }): readonly LineBox[] => [
  ...(roles.operator ? (['mine'] as const) : []),
  ...(roles.operator || roles.supervisor ? (['unassigned'] as const) : []),
  ...(roles.supervisor ? (['active'] as const) : []),
  ...(roles.operator || roles.supervisor ? (['closed'] as const) : []),
];

const list = async (db: Reader, personId: string, box: Box, where: SQL, after?: string): Promise<SessionPage> => {
  const order = orderOf(box);
  const column = { waiting: sessions.waitingSince, recent: sessions.lastAt, closed: sessions.closedAt }[order];
  const upwards = order === 'waiting';
  const cursor = readCursor(after);
  const beyond = upwards ? gt : lt;
  const rest = cursor && or(beyond(column, cursor.key), and(eq(column, cursor.key), beyond(sessions.id, cursor.id)));
  const direction = upwards ? asc : desc;
  const found = await selectRows(db, personId)
    .where(every(where, rest))
    .orderBy(direction(column), direction(sessions.id))
    .limit(pageLength + 1);
  const rows = found.slice(0, pageLength).map(toRow);
  const last = rows.at(-1);
  const cut = found.length > pageLength && last;
  return { rows, after: cut ? writeCursor({ key: sortKey(last, order), id: last.id }) : null };
};

const sortKey = (row: SessionRow, order: 'waiting' | 'recent' | 'closed'): number =>
  order === 'waiting' ? row.waitingSince : order === 'recent' ? row.last.at : (row.closedAt ?? 0);

const pageLength = 50;
