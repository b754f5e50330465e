import { and, eq, isNull, ne, or } from 'drizzle-orm';
import type { Tx } from '../db/doors.ts';
import { groupMembers, groups, users } from '../db/schema.ts';
import { noPassword } from './password/password.ts';
import { NotDone } from './refusal.ts';

/**
 * Makes a person a member of exactly these groups; Everyone, which nobody leaves, need not be named. Whoever calls it must
 * release the sessions of those who lost a role by it.
 * @throws NotDone 'missing' for an unknown group, 'last-administrator'
 */
export const setGroupsOf = async (
  tx: Tx,
  actor: string,
  userId: string,
  groupIds: readonly string[],
): Promise<void> => {
  const before = await tx
    .select({ id: groupMembers.groupId })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(and(eq(groupMembers.userId, userId), or(isNull(groups.system), ne(groups.system, 'everyone'))));
  const wanted = new Set(groupIds);
  for (const { id } of before) if (!wanted.delete(id)) await leaveGroup(tx, actor, id, userId);
  for (const id of wanted) await joinGroup(tx, actor, id, userId);
};

/** Adds a person to a group; nothing happens if they belong to it. @throws NotDone 'missing' for unknown ones */
export const joinGroup = async (tx: Tx, actor: string, groupId: string, userId: string): Promise<void> => {
  const [joined] = await tx.insert(groupMembers).values({ groupId, userId }).onConflictDoNothing().returning();
  if (!joined) return;
  await tx.record(
    { kind: 'rights', ids: { group: groupId, person: userId } },
    { actor, action: 'group.joined', object: groupId, after: { member: userId } },
  );
};

/**
 * Takes a person out of a group; nothing happens if they do not belong to it. Whoever calls it must release the sessions
 * of those who lost a role by it.
 * @throws NotDone 'system-group' for Everyone, 'last-administrator'
 */
export const leaveGroup = async (tx: Tx, actor: string, groupId: string, userId: string): Promise<void> => {
  const [group] = await tx.select({ system: groups.system }).from(groups).where(eq(groups.id, groupId));
  if (group?.system === 'everyone') throw new NotDone('system-group');
  if (group?.system === 'administrators') await keepAnAdministrator(tx, userId);
  const [left] = await tx
    .delete(groupMembers)
    .where(and(eq(groupMembers.groupId, groupId), eq(groupMembers.userId, userId)))
    .returning();
  if (!left) return;
  await tx.record(
    { kind: 'rights', ids: { group: groupId, person: userId } },
    { actor, action: 'group.left', object: groupId, before: { member: userId } },
  );
};

/**
 * @throws NotDone 'last-administrator' if nobody but this person could administer the company: whoever is deactivated, or was
 *   invited and has not come, cannot
 */
export const keepAnAdministrator = async (tx: Tx, userId: string): Promise<void> => {
  // Written only to be held: where several write at a time, two administrators who remove each other wait here.
  const [held] = await tx
    .update(groups)
    .set({ system: 'administrators' })
    .where(eq(groups.system, 'administrators'))
    .returning({ id: groups.id });
  const [other] = await tx
    .select({ id: users.id })
    .from(groupMembers)
    .innerJoin(users, and(eq(users.id, groupMembers.userId), eq(users.active, true)))
    .where(and(eq(groupMembers.groupId, held?.id ?? ''), ne(users.id, userId), ne(users.passwordHash, noPassword)))
    .limit(1);
  if (!other) throw new NotDone('last-administrator');
};
