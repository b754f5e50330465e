import { and, asc, eq, exists, inArray, isNull, ne, or, type Placeholder, type SQLWrapper } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import {
  groupMembers,
  lineAudienceGroups,
  lineAudienceUnits,
  lineAudienceUsers,
  lineRoles,
  lines,
  users,
} from '../db/schema.ts';
import { type Params, statement } from '../db/statement.ts';
import { personAvatar } from '../people/avatar.ts';
import { noPassword } from '../people/password/password.ts';
import { unitsAround } from '../people/units/scope.ts';

/** What somebody is on one line; both, one or neither. */
export type LineRoles = { operator: boolean; supervisor: boolean };

/** A user's id, or the placeholder of one in a prepared statement. */
export type UserId = string | Placeholder<string>;

/** Sub-select of the ids of all lines that a user operates, archived ones among them: their history stays readable. */
export const linesOperatedBy = (db: Reader, userId: UserId) => linesHeldBy(db, userId, 'operator');

/** Sub-select of the ids of all lines that a user supervises, archived ones among them. */
export const linesSupervisedBy = (db: Reader, userId: UserId) => linesHeldBy(db, userId, 'supervisor');

/** Sub-select of the ids of all lines on which a user has any role. */
export const linesWorkedBy = (db: Reader, userId: UserId) => {
  const held = heldRoles(db);
  return db.select({ id: held.lineId }).from(held).where(eq(held.userId, userId));
};

/**
 * Sub-select of the ids of the lines to which a user may write: not archived, and the user is in their audience by name, by a
 * group, or by being placed in one of its units or anywhere below. This is the one place that says so.
 */
export const linesWritableBy = (db: Reader, userId: UserId) =>
  db
    .select({ id: lines.id })
    .from(lines)
    .innerJoin(users, and(eq(users.id, userId), eq(users.active, true)))
    .where(
      and(
        isNull(lines.archivedAt),
        or(exists(namedFor(db, userId)), exists(groupsFor(db, userId)), exists(unitsFor(db, userId))),
      ),
    );

// Asked for each line by itself: with each message it is one line that counts, however many others the person may write to.
const namedFor = (db: Reader, userId: UserId) =>
  db
    .select({ id: lineAudienceUsers.lineId })
    .from(lineAudienceUsers)
    .where(and(eq(lineAudienceUsers.lineId, lines.id), eq(lineAudienceUsers.userId, userId)));

const groupsFor = (db: Reader, userId: UserId) =>
  db
    .select({ id: lineAudienceGroups.lineId })
    .from(lineAudienceGroups)
    .innerJoin(groupMembers, eq(groupMembers.groupId, lineAudienceGroups.groupId))
    .where(and(eq(lineAudienceGroups.lineId, lines.id), eq(groupMembers.userId, userId)));

const unitsFor = (db: Reader, userId: UserId) =>
  db
    .select({ id: lineAudienceUnits.lineId })
    .from(lineAudienceUnits)
    .where(and(eq(lineAudienceUnits.lineId, lines.id), inArray(lineAudienceUnits.unitId, unitsAround(db, userId))));

/** Sub-select of the ids of the users who operate a line (`heldRoles`); of each row's line, where `lineId` is a column. */
export const operatorIdsOf = (db: Reader, lineId: string | SQLWrapper) => {
  const held = heldRoles(db);
  return db
    .select({ id: held.userId })
    .from(held)
    .where(and(eq(held.lineId, lineId), eq(held.role, 'operator')));
};

/** The active users who operate a line, by name, with the addresses of their pictures. */
export const operatorsOf = async (
  db: Reader,
  lineId: string,
): Promise<{ id: string; name: string; avatar: string | null }[]> => {
  const found = await db
    .select({ id: users.id, name: users.name, fileId: users.avatarFileId })
    .from(users)
    .where(inArray(users.id, operatorIdsOf(db, lineId)))
    .orderBy(asc(users.nameKey), asc(users.id));
  return found.map(({ fileId, ...user }) => ({ ...user, avatar: personAvatar(user.id, fileId) }));
};

/** What a user is on a line; neither for a line that does not exist, and for whoever is deactivated. */
export const rolesOf = async (db: Reader, userId: string, lineId: string): Promise<LineRoles> => {
  const rows = await rolesHeld(db, { user: userId, line: lineId });
  return {
    operator: rows.some((row) => row.role === 'operator'),
    supervisor: rows.some((row) => row.role === 'supervisor'),
  };
};

/** All roles that a user holds, line by line; none for whoever is deactivated. For who has to know them all at once. */
export const allRolesOf = async (
  db: Reader,
  userId: string,
): Promise<{ lineId: string; role: 'operator' | 'supervisor' }[]> => await allRolesHeld(db, { user: userId });

const rolesHeld = statement((db, p: Params<{ user: string; line: string }>) => {
  const held = heldRoles(db);
  return db
    .select({ role: held.role })
    .from(held)
    .where(and(eq(held.userId, p('user')), eq(held.lineId, p('line'))));
});

const allRolesHeld = statement((db, p: Params<{ user: string }>) => {
  const held = heldRoles(db);
  return db
    .selectDistinct({ lineId: held.lineId, role: held.role })
    .from(held)
    .where(eq(held.userId, p('user')));
});

const linesHeldBy = (db: Reader, userId: UserId, role: 'operator' | 'supervisor') => {
  const held = heldRoles(db);
  return db
    .select({ id: held.lineId })
    .from(held)
    .where(and(eq(held.userId, userId), eq(held.role, role)));
};

/**
 * The one place that says who is what: an active user, member of a group that has the role on the line. Whoever is invited and
 * has not come yet is nothing so far: nobody is there to answer.
 */
export const heldRoles = (db: Reader) =>
  db
    .select({ lineId: lineRoles.lineId, userId: groupMembers.userId, role: lineRoles.role })
    .from(lineRoles)
    .innerJoin(groupMembers, eq(groupMembers.groupId, lineRoles.groupId))
    .innerJoin(
      users,
      and(eq(users.id, groupMembers.userId), eq(users.active, true), ne(users.passwordHash, noPassword)),
    )
    .as('held');
