import { and, asc, count, eq, inArray, or } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { lines, sessions } from '../db/schema.ts';
import { avatarAddress } from '../lines/avatar.ts';
import { linesOperatedBy, linesSupervisedBy } from '../lines/roles.ts';
import { countWaiting } from './counters.ts';
import { boxesOf } from './list.ts';
import { notOwnClient } from './scope.ts';
import type { DeskBoxes, DeskLine, LineBox } from './shapes.ts';

/** The navigation "Boxes": every line the person operates or supervises, and how much is in each of their boxes. */
export const deskBoxes = async (db: Reader, personId: string): Promise<DeskBoxes> => {
  const operated = new Set((await linesOperatedBy(db, personId)).map((row) => row.id));
  const supervised = new Set((await linesSupervisedBy(db, personId)).map((row) => row.id));
  const found = await db
    .select({ id: lines.id, name: lines.name, avatar: lines.avatarFileId, archivedAt: lines.archivedAt })
    .from(lines)
    .where(or(inArray(lines.id, [...operated]), inArray(lines.id, [...supervised])))
    .orderBy(asc(lines.nameKey));
  const numbers = await boxNumbers(db, personId);
  return {
    waiting: await countWaiting(db, personId),
    lines: found.map((line): DeskLine => {
      const roles = { operator: operated.has(line.id), supervisor: supervised.has(line.id) };
      return {
        line: {
          id: line.id,
          name: line.name,
          avatar: avatarAddress(line.id, line.avatar),
          archived: line.archivedAt !== null,
        },
        operates: roles.operator,
        supervises: roles.supervisor,
        boxes: boxesOf(roles).map((box) => ({ box, count: box === 'closed' ? null : numbers(line.id, box) })),
      };
    }),
  };
};

/** How many sessions are in a box of a line, as one question for all lines that the person has a part in. */
const boxNumbers = async (
  db: Reader,
  personId: string,
): Promise<(lineId: string, box: Exclude<LineBox, 'closed'>) => number> => {
  const open = await db
    .select({ lineId: sessions.lineId, state: sessions.state, number: count() })
    .from(sessions)
    .where(
      and(
        inArray(sessions.state, ['unassigned', 'active']),
        or(
          inArray(sessions.lineId, linesOperatedBy(db, personId)),
          inArray(sessions.lineId, linesSupervisedBy(db, personId)),
        ),
        notOwnClient(personId),
      ),
    )
    .groupBy(sessions.lineId, sessions.state);
  const own = await db
    .select({ lineId: sessions.lineId, number: count() })
    .from(sessions)
    .where(and(eq(sessions.ownerId, personId), eq(sessions.state, 'active')))
    .groupBy(sessions.lineId);
  return (lineId, box) =>
    box === 'mine'
      ? (own.find((row) => row.lineId === lineId)?.number ?? 0)
      : (open.find((row) => row.lineId === lineId && row.state === box)?.number ?? 0);
};
