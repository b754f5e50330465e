import { and, asc, eq, ne } from 'drizzle-orm';
import type { Reader, Tx } from '../db/doors.ts';
import { searchKey } from '../db/key.ts';
import { groupMembers, groups, users } from '../db/schema.ts';
import { keepAnAdministrator, setGroupsOf } from './membership.ts';
import { addUser, type NewUser } from './new-user.ts';
import { dropPasswordLinks } from './password/links.ts';
import { noPassword } from './password/password.ts';
import { setPassword } from './password/set.ts';
import { NotDone } from './refusal.ts';
import { endSignIns } from './sign-in/sign-ins.ts';

/** A user as administrators see one. */
export type User = {
  id: string;
  name: string;
  email: string;
  active: boolean;
  /** Has not come yet: there is no password. */
  invited: boolean;
  mustChangePassword: boolean;
  /** Without Everyone. */
  groupIds: readonly string[];
};

/** The user with this id, if there is one. */
export const userById = async (db: Reader, id: string): Promise<User | undefined> => {
  const [found] = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      active: users.active,
      mustChangePassword: users.mustChangePassword,
      passwordHash: users.passwordHash,
    })
    .from(users)
    .where(eq(users.id, id));
  if (!found) return undefined;
  const { passwordHash, ...user } = found;
  return { ...user, invited: passwordHash === noPassword, groupIds: await groupIdsOf(db, id) };
};

/** The user with this email, in whatever letters it is written. */
export const userByEmail = async (db: Reader, email: string): Promise<{ id: string; active: boolean } | undefined> => {
  const [user] = await db
    .select({ id: users.id, active: users.active })
    .from(users)
    .where(eq(users.emailKey, searchKey(email)));
  return user;
};

/**
 * Creates a person, or with `noPassword` invites one, and answers the id.
 * @throws NotDone; a taken email by its key, see `orRefusal`
 */
export const createUser = async (
  tx: Tx,
  actor: string,
  user: NewUser & { groupIds: readonly string[] },
): Promise<string> => {
  const id = await addUser(tx, user);
  const { name, email, mustChangePassword } = user;
  const action = user.passwordHash === noPassword ? 'user.invited' : 'user.created';
  const after = { name, email, ...(mustChangePassword && { mustChangePassword }) };
  await tx.record({ kind: 'rights', ids: { person: id } }, { actor, action, object: id, after });
  await setGroupsOf(tx, actor, id, user.groupIds);
  return id;
};

/** What a form changes. No `passwordHash`: the password stays. No `mustChangePassword`: what the person owes stays. */
export type UserChange = {
  name: string;
  email: string;
  passwordHash?: string;
  mustChangePassword?: boolean;
  groupIds: readonly string[];
};

/**
 * Changes a person. A new password ends their sign-ins, except the one that it was changed from. Whoever calls it must
 * release the sessions of those who lost a role by it.
 * @param from the hash of the actor's own sign-in
 * @throws NotDone 'missing', 'last-administrator'; a taken email by its key, see `orRefusal`
 */
export const editUser = async (tx: Tx, actor: string, from: string, id: string, change: UserChange): Promise<void> => {
  const before = await userById(tx, id);
  if (!before) throw new NotDone('missing');
  const { passwordHash, groupIds } = change;
  // Nobody who has still to come owes another password: they choose their own.
  const mayOwe = passwordHash !== undefined || !before.invited;
  const mustChange = mayOwe && (change.mustChangePassword ?? (passwordHash === undefined && before.mustChangePassword));
  await editDetails(tx, actor, before, { ...change, mustChangePassword: mustChange });
  if (passwordHash !== undefined)
    await setPassword(tx, actor, id, passwordHash, actor === id ? from : undefined, mustChange);
  await setGroupsOf(tx, actor, id, groupIds);
};

const editDetails = async (
  tx: Tx,
  actor: string,
  before: User,
  { name, email, mustChangePassword }: Pick<User, 'name' | 'email' | 'mustChangePassword'>,
): Promise<void> => {
  const owes = mustChangePassword !== before.mustChangePassword;
  if (name === before.name && email === before.email && !owes) return;
  await tx
    .update(users)
    .set({ name, nameKey: searchKey(name), email, emailKey: searchKey(email), mustChangePassword })
    .where(eq(users.id, before.id));
  await tx.record(
    { kind: 'person', ids: { person: before.id } },
    {
      actor,
      action: 'user.changed',
      object: before.id,
      before: { name: before.name, email: before.email, ...(owes && { mustChangePassword: !mustChangePassword }) },
      after: { name, email, ...(owes && { mustChangePassword }) },
    },
  );
};

/**
 * Lets a person in again, or shuts them out: everywhere at once, and for good until they are activated. Their groups, units and
 * second factor wait for the return. Whoever calls it must release the sessions that they owned, in the same unit of work.
 * @throws NotDone 'missing', 'last-administrator'
 */
export const setActive = async (tx: Tx, actor: string, id: string, active: boolean): Promise<void> => {
  // Asked of everybody: who is no administrator yet may become one at this very moment.
  if (!active) await keepAnAdministrator(tx, id);
  const [changed] = await tx
    .update(users)
    .set({ active })
    .where(and(eq(users.id, id), ne(users.active, active)))
    .returning({ id: users.id });
  // So already: the form was sent twice.
  if (!changed && (await userById(tx, id))) return;
  if (!changed) throw new NotDone('missing');
  await tx.record(
    { kind: 'rights', ids: { person: id } },
    { actor, action: active ? 'user.activated' : 'user.deactivated', object: id },
  );
  // Before the return as well: whoever signed in at the very moment of the deactivation must not come back with it.
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
