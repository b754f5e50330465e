import { and, asc, eq } from 'drizzle-orm';
import type { Reader, Tx } from '../db/doors.ts';
import { searchKey } from '../db/key.ts';
import { groupMembers, groups, users } from '../db/schema.ts';
import { keepAnAdministrator, setGroupsOf } from './membership.ts';
import { addUser, type NewUser } from './new-user.ts';
import { dropPasswordLinks } from './password-links.ts';
import { NotDone } from './refusal.ts';
import { setPassword } from './set-password.ts';
import { endSignIns } from './sign-ins.ts';

/** A user as administrators see one. `groupIds` without Everyone. */
export type User = { id: string; name: string; email: string; active: boolean; groupIds: readonly string[] };

/** The user with this id, if there is one. */
export const userById = async (db: Reader, id: string): Promise<User | undefined> => {
  const [user] = await db
    .select({ id: users.id, name: users.name, email: users.email, active: users.active })
    .from(users)
    .where(eq(users.id, id));
  return user && { ...user, groupIds: await groupIdsOf(db, id) };
};

/** The user with this email, in whatever letters it is written. */
export const userByEmail = async (db: Reader, email: string): Promise<{ id: string; active: boolean } | undefined> => {
  const [user] = await db
    .select({ id: users.id, active: users.active })
    .from(users)
    .where(eq(users.emailKey, searchKey(email)));
  return user;
};

/** Creates a person and answers the id. @throws NotDone; a taken email by its key, see `orRefusal` */
export const createUser = async (
  tx: Tx,
  actor: string,
  user: NewUser & { groupIds: readonly string[] },
): Promise<string> => {
  const id = await addUser(tx, user);
  const { name, email } = user;
  await tx.record(
    { kind: 'rights', ids: { person: id } },
    { actor, action: 'user.created', object: id, after: { name, email } },
  );
  await setGroupsOf(tx, actor, id, user.groupIds);
  return id;
};

/** What a form changes. No `passwordHash`: the password stays. */
export type UserChange = { name: string; email: string; passwordHash?: string; groupIds: readonly string[] };

/**
 * Changes a person. A new password ends their sign-ins, except the one that it was changed from. Whoever calls it must
 * release the sessions of those who lost a role by it.
 * @param from the hash of the actor's own sign-in
 * @throws NotDone 'missing', 'last-administrator'; a taken email by its key, see `orRefusal`
 */
export const editUser = async (tx: Tx, actor: string, from: string, id: string, change: UserChange): Promise<void> => {
  const before = await userById(tx, id);
  if (!before) throw new NotDone('missing');
  const { name, email, passwordHash } = change;
  if (name !== before.name || email !== before.email) {
    const keys = { nameKey: searchKey(name), emailKey: searchKey(email) };
    await tx
      .update(users)
      .set({ name, email, ...keys })
      .where(eq(users.id, id));
    await tx.record(
      { kind: 'person', ids: { person: id } },
      {
        actor,
        action: 'user.changed',
        object: id,
        before: { name: before.name, email: before.email },
        after: { name, email },
      },
    );
  }
  if (passwordHash !== undefined) await setPassword(tx, actor, id, passwordHash, actor === id ? from : undefined);
  await setGroupsOf(tx, actor, id, change.groupIds);
};

/**
 * Lets a person in again, or shuts them out: everywhere at once, and for good until they are activated. Whoever calls it
 * must release the sessions that they owned, in the same unit of work.
 * @throws NotDone 'missing', 'last-administrator'
 */
export const setActive = async (tx: Tx, actor: string, id: string, active: boolean): Promise<void> => {
  if (!active && (await isAdministrator(tx, id))) await keepAnAdministrator(tx, id);
  const [user] = await tx.update(users).set({ active }).where(eq(users.id, id)).returning({ id: users.id });
  if (!user) throw new NotDone('missing');
  await tx.record(
    { kind: 'rights', ids: { person: id } },
    { actor, action: active ? 'user.activated' : 'user.deactivated', object: id },
  );
  if (active) return;
  await endSignIns(tx, id);
  await dropPasswordLinks(tx, id);
};

/** Ids of the groups of a person, without Everyone. */
const groupIdsOf = async (db: Reader, userId: string): Promise<string[]> => {
  const rows = await db
    .select({ id: groups.id, system: groups.system })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(eq(groupMembers.userId, userId))
    .orderBy(asc(groups.nameKey));
  return rows.filter((group) => group.system !== 'everyone').map((group) => group.id);
};

const isAdministrator = async (db: Reader, userId: string): Promise<boolean> => {
  const [row] = await db
    .select({ id: groupMembers.userId })
    .from(groupMembers)
    .innerJoin(groups, and(eq(groups.id, groupMembers.groupId), eq(groups.system, 'administrators')))
    .where(eq(groupMembers.userId, userId));
  return row !== undefined;
};
