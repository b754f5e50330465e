import { and, asc, count, eq, inArray, or } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { lines, sessions } from '../db/schema.ts';
import { type Params, statement } from '../db/statement.ts';
import { avatarAddress } from '../lines/avatar.ts';
import { allRolesOf, linesOperatedBy, linesSupervisedBy } from '../lines/roles.ts';
import { countWaiting } from './counters.ts';
import { boxesOf } from './list.ts';
import { every, notOwnClient } from './scope.ts';
import type { DeskBoxes, DeskLine, LineBox } from './shapes.ts';

/** The navigation "Boxes": every line the person operates or supervises, and how much is in each of their boxes. */
export const deskBoxes = async (db: Reader, personId: string): Promise<DeskBoxes> => {
  const of = { person: personId };
  const held = await allRolesOf(db, personId);
  if (held.length === 0) return { waiting: 0, lines: [] };
  const found = await linesWithRole(db, of);
  const open = await openByLine(db, of);
  const own = await ownByLine(db, of);
  const countOf = (lineId: string, box: Exclude<LineBox, 'closed'>): number => {
    const counted =
      box === 'mine'
        ? own.find((row) => row.lineId === lineId)
        : open.find((row) => row.lineId === lineId && row.state === box);
    return counted?.number ?? 0;
  };
  return {
    waiting: await countWaiting(db, personId),
    lines: found.map((line): DeskLine => {
      const has = (role: 'operator' | 'supervisor') => held.some((one) => one.lineId === line.id && one.role === role);
      const roles = { operator: has('operator'), supervisor: has('supervisor') };
      return {
        line: {
          id: line.id,
          name: line.name,
          avatar: avatarAddress(line.id, line.avatar),
          archived: line.archivedAt !== null,
        },
        operates: roles.operator,
        supervises: roles.supervisor,
        boxes: boxesOf(roles).map((box) => ({ box, count: box === 'closed' ? null : countOf(line.id, box) })),
      };
    }),
  };
};

type Of = { person: string };

const linesWithRole = statement((db, p: Params<Of>) =>
  db
    .select({ id: lines.id, name: lines.name, avatar: lines.avatarFileId, archivedAt: lines.archivedAt })
    .from(lines)
    .where(
      or(inArray(lines.id, linesOperatedBy(db, p('person'))), inArray(lines.id, linesSupervisedBy(db, p('person')))),
    )
    .orderBy(asc(lines.nameKey)),
);

/** What is open on the person's lines, by line and state. */
const openByLine = statement((db, p: Params<Of>) =>
  db
    .select({ lineId: sessions.lineId, state: sessions.state, number: count() })
    .from(sessions)
    .where(
      and(
        inArray(sessions.state, ['unassigned', 'active']),
        or(
          inArray(sessions.lineId, linesOperatedBy(db, p('person'))),
          inArray(sessions.lineId, linesSupervisedBy(db, p('person'))),
        ),
        notOwnClient(p('person')),
      ),
    )
    .groupBy(sessions.lineId, sessions.state),
);

const ownByLine = statement((db, p: Params<Of>) =>
  db
    .select({ lineId: sessions.lineId, number: count() })
    .from(sessions)
    .where(every(eq(sessions.ownerId, p('person')), eq(sessions.state, 'active')))
    .groupBy(sessions.lineId),
);
