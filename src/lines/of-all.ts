import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import {
  groupMembers,
  lineAudienceGroups,
  lineAudienceUnits,
  lineAudienceUsers,
  lines,
  unitMembers,
  unitPaths,
  users,
} from '../db/schema.ts';
import { heldRoles } from './roles.ts';

// The questions of roles.ts, asked for very many people at once: whoever looks on when somebody's rights change. A test holds
// both answers against each other.

/** A role that somebody holds on a line. */
type Held = { userId: string; lineId: string; role: 'operator' | 'supervisor' };

/** All roles of each of these people on all lines; none of whoever is deactivated. */
export const rolesOfAll = async (db: Reader, people: readonly string[]): Promise<Held[]> => {
  const held = heldRoles(db);
  return await db
    .selectDistinct({ userId: held.userId, lineId: held.lineId, role: held.role })
    .from(held)
    .where(inArray(held.userId, [...people]));
};

/** The ids of the lines to which each of these people may write; nobody is left out. Who may write to the same shares one set. */
export const writableByAll = async (
  db: Reader,
  people: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const reasons = await reasonsOf(db, people);
  const linesOf = await linesByReason(db);
  const sets = new Map<string, ReadonlySet<string>>();
  return new Map(
    people.map((person) => {
      const own = [...(reasons.get(person) ?? [])].sort();
      const key = own.join(' ');
      const known: ReadonlySet<string> =
        sets.get(key) ?? new Set(own.flatMap((reason) => [...(linesOf.get(reason) ?? [])]));
      sets.set(key, known);
      return [person, known];
    }),
  );
};

/**
 * Why somebody may write to a line: a group, a unit or the person themselves stands in its audience. Few rows a person, however many
 * lines there are that all may write to.
 */
type Reasons = ReadonlyMap<string, ReadonlySet<string>>;

const reasonsOf = async (db: Reader, people: readonly string[]): Promise<Reasons> => {
  const active = and(inArray(users.id, [...people]), eq(users.active, true));
  const inGroups = await db
    .select({ userId: users.id, reason: groupMembers.groupId })
    .from(users)
    .innerJoin(groupMembers, eq(groupMembers.userId, users.id))
    .where(
      and(
        active,
        inArray(groupMembers.groupId, db.select({ id: lineAudienceGroups.groupId }).from(lineAudienceGroups)),
      ),
    );
  const inUnits = await db
    .selectDistinct({ userId: users.id, reason: unitPaths.ancestorId })
    .from(users)
    .innerJoin(unitMembers, eq(unitMembers.userId, users.id))
    .innerJoin(unitPaths, eq(unitPaths.unitId, unitMembers.unitId))
    .where(
      and(active, inArray(unitPaths.ancestorId, db.select({ id: lineAudienceUnits.unitId }).from(lineAudienceUnits))),
    );
  const themselves = await db
    .selectDistinct({ userId: users.id, reason: lineAudienceUsers.userId })
    .from(users)
    .innerJoin(lineAudienceUsers, eq(lineAudienceUsers.userId, users.id))
    .where(active);
  return grouped([...inGroups, ...inUnits, ...themselves].map(({ userId, reason }) => [userId, reason]));
};

/** Ids are unique over all kinds of things, so that one map serves. */
const linesByReason = async (db: Reader): Promise<Reasons> => {
  const open = (
    id: typeof lineAudienceGroups.lineId | typeof lineAudienceUnits.lineId | typeof lineAudienceUsers.lineId,
  ) => and(eq(lines.id, id), isNull(lines.archivedAt));
  const groups = await db
    .select({ reason: lineAudienceGroups.groupId, lineId: lines.id })
    .from(lineAudienceGroups)
    .innerJoin(lines, open(lineAudienceGroups.lineId));
  const units = await db
    .select({ reason: lineAudienceUnits.unitId, lineId: lines.id })
    .from(lineAudienceUnits)
    .innerJoin(lines, open(lineAudienceUnits.lineId));
  const people = await db
    .select({ reason: lineAudienceUsers.userId, lineId: lines.id })
    .from(lineAudienceUsers)
    .innerJoin(lines, open(lineAudienceUsers.lineId));
  return grouped([...groups, ...units, ...people].map(({ reason, lineId }) => [reason, lineId]));
};

const grouped = (pairs: readonly (readonly [string, string])[]): Reasons => {
  const all = new Map<string, Set<string>>();
  for (const [key, value] of pairs) all.set(key, (all.get(key) ?? new Set()).add(value));
  return all;
};
