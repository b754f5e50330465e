import type { Reader } from '../db/doors.ts';
import {
  groupMembers,
  lineAudienceGroups,
  lineAudienceUnits,
  lineAudienceUsers,
  lines,
  unitMembers,
  units,
  users,
} from '../db/schema.ts';

/** Who may write to a line, and who only because a unit above their own has it. */
export type Writers = { line: string; active: Set<string>; byUnitAbove: Set<string> };

/**
 * Who may write to which line, told once more from all rows as they stand and naively: by the specification (3.1, 1.4, 3.5), by
 * walking up the tree from parent to parent, without any of the product's own queries. `active` of an archived line says whom its
 * audience still names; nobody writes there.
 */
export const writersOfAll = async (db: Reader): Promise<(Writers & { archived: boolean })[]> => {
  const rows = {
    lines: await db.select().from(lines),
    users: await db.select().from(users),
    units: await db.select().from(units),
    groupMembers: await db.select().from(groupMembers),
    unitMembers: await db.select().from(unitMembers),
    ofGroups: await db.select().from(lineAudienceGroups),
    ofUnits: await db.select().from(lineAudienceUnits),
    ofUsers: await db.select().from(lineAudienceUsers),
  };
  const parents = new Map(rows.units.map((unit) => [unit.id, unit.parentId]));
  const above = (unit: string): string[] => {
    const parent = parents.get(unit);
    return parent ? [parent, ...above(parent)] : [];
  };
  return rows.lines.map((line) => {
    const groups = rows.ofGroups.filter((row) => row.lineId === line.id).map((row) => row.groupId);
    const given = rows.ofUnits.filter((row) => row.lineId === line.id).map((row) => row.unitId);
    const named = rows.ofUsers.filter((row) => row.lineId === line.id).map((row) => row.userId);
    const active = new Set<string>();
    const byUnitAbove = new Set<string>();
    for (const user of rows.users.filter((row) => row.active)) {
      const own = rows.unitMembers.filter((row) => row.userId === user.id).map((row) => row.unitId);
      const inGroup = rows.groupMembers.some((row) => row.userId === user.id && groups.includes(row.groupId));
      const itself = named.includes(user.id) || inGroup || own.some((unit) => given.includes(unit));
      const higher = own.flatMap(above).some((unit) => given.includes(unit));
      if (itself || higher) active.add(user.id);
      if (higher && !itself) byUnitAbove.add(user.id);
    }
    return { line: line.id, archived: line.archivedAt !== null, active, byUnitAbove };
  });
};
