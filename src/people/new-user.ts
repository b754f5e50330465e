import { eq } from 'drizzle-orm';
import type { Tx } from '../db/doors.ts';
import { searchKey } from '../db/key.ts';
import { groupMembers, groups, users } from '../db/schema.ts';
import { newId } from '../id.ts';
import { NotDone } from './refusal.ts';

/** `id` as the form gave it, so that a form sent twice is one person; made up when left out. */
export type NewUser = {
  id?: string;
  name: string;
  email: string;
  /** `noPassword`: the person is invited. */
  passwordHash: string;
  /** Somebody else chose the password: another one has to be chosen first of all. */
  mustChangePassword?: boolean;
  at: number;
};

/** Adds an active person, a member of Everyone and of nothing else, and answers the id. Records nothing: its callers do. */
export const addUser = async (tx: Tx, user: NewUser): Promise<string> => {
  const { id = newId(), ...given } = user;
  await tx.insert(users).values(userRow(id, given));
  const [everyone] = await tx.select({ id: groups.id }).from(groups).where(eq(groups.system, 'everyone'));
  if (!everyone) throw new NotDone('missing');
  await tx.insert(groupMembers).values({ groupId: everyone.id, userId: id });
  return id;
};

/** The row of a person who has chosen nothing yet. */
export const userRow = (id: string, { name, email, passwordHash, mustChangePassword = false, at }: NewUser) => ({
  id,
  name,
  nameKey: searchKey(name),
  email,
  emailKey: searchKey(email),
  passwordHash,
  mustChangePassword,
  language: null,
  theme: 'auto' as const,
  sound: false,
  active: true,
  createdAt: at,
});
