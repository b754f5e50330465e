import { and, eq, inArray, or } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { groupMembers, unitMembers, unitPaths, users } from '../db/schema.ts';
import type { TypedLine } from './settings.ts';

/** Whom an audience is made of, by their ids. A unit stands for itself and everything below it. */
export type Audience = { groups: readonly string[]; users: readonly string[]; units: readonly string[] };

/** The audience of a line, stored or typed. */
export const audienceOf = (line: Pick<TypedLine, 'audienceGroups' | 'audienceUsers' | 'audienceUnits'>): Audience => ({
  groups: line.audienceGroups,
  users: line.audienceUsers,
  units: line.audienceUnits,
});

/** How many active people an audience lets write. Whoever is in it in several ways counts once; what is gone reaches nobody. */
export const reachOf = async (db: Reader, audience: Audience): Promise<number> => {
  const inGroups = db
    .select({ id: groupMembers.userId })
    .from(groupMembers)
    .where(inArray(groupMembers.groupId, [...audience.groups]));
  const below = db
    .select({ id: unitPaths.unitId })
    .from(unitPaths)
    .where(inArray(unitPaths.ancestorId, [...audience.units]));
  const inUnits = db.select({ id: unitMembers.userId }).from(unitMembers).where(inArray(unitMembers.unitId, below));
  const reached = or(
    inArray(users.id, [...audience.users]),
    audience.groups.length > 0 ? inArray(users.id, inGroups) : undefined,
    audience.units.length > 0 ? inArray(users.id, inUnits) : undefined,
  );
  return await db.$count(users, and(eq(users.active, true), reached));
};
