import { eq } from 'drizzle-orm';
import type { Tx } from '../db/doors.ts';
import { users } from '../db/schema.ts';
import { dropPasswordLinks } from './password-links.ts';
import { NotDone } from './refusal.ts';
import { endSignIns } from './sign-ins.ts';

/**
 * Gives a person a new password, which ends every sign-in with the old one but `keep` (a hash), and every open link.
 * @param actor null: whoever had the one-time link
 * @throws NotDone 'missing'
 */
export const setPassword = async (
  tx: Tx,
  actor: string | null,
  userId: string,
  passwordHash: string,
  keep?: string,
): Promise<void> => {
  const [user] = await tx.update(users).set({ passwordHash }).where(eq(users.id, userId)).returning({ id: users.id });
  if (!user) throw new NotDone('missing');
  await tx.record(null, { actor, action: 'user.password-changed', object: userId });
  await endSignIns(tx, userId, keep);
  await dropPasswordLinks(tx, userId);
};
