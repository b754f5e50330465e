import { eq } from 'drizzle-orm';
import type { Tx } from '../db/doors.ts';
import { searchKey } from '../db/key.ts';
import { groupMembers, groups, users } from '../db/schema.ts';
import { newId } from '../id.ts';
import { NotDone } from './refusal.ts';

/** `id` as the form gave it, so that a form sent twice is one person; made up when left out. */
export type NewUser = { id?: string; name: string; email: string; passwordHash: string; at: number };

/** Adds an active person, a member of Everyone and of nothing else, and answers the id. Records nothing: its callers do. */
export const addUser = async (tx: Tx, { id = newId(), name, email, passwordHash, at }: NewUser): Promise<string> => {
  await tx.insert(users).values({
    id,
    name,
    nameKey: searchKey(name),
    email,
    emailKey: searchKey(email),
    passwordHash,
    language: null,
    theme: 'auto',
    sound: false,
    active: true,
    createdAt: at,
  });
  const [everyone] = await tx.select({ id: groups.id }).from(groups).where(eq(groups.system, 'everyone'));
  if (!everyone) throw new NotDone('missing');
  await tx.insert(groupMembers).values({ groupId: everyone.id, userId: id });
  return id;
};
