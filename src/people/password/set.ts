import { and, eq, type SQL } from 'drizzle-orm';
import type { AuditAction } from '../../db/audit-actions.ts';
import type { Tx } from '../../db/doors.ts';
import { users } from '../../db/schema.ts';
import { NotDone } from '../refusal.ts';
import { endSignIns } from '../sign-in/sign-ins.ts';
import { dropPasswordLinks, spendPasswordLink } from './links.ts';
import { noPassword } from './password.ts';

/**
 * Gives a person a new password, which ends every sign-in with the old one but `keep` (a hash), and every open link.
 * @param actor null: somebody at the machine's own console
 * @param mustChange somebody else chose it: the person has to choose another before anything else. Whoever chooses by themselves
 *   owes nothing any more
 * @throws NotDone 'missing'
 */
export const setPassword = async (
  tx: Tx,
  actor: string | null,
  userId: string,
  passwordHash: string,
  keep?: string,
  mustChange = false,
): Promise<void> =>
  await store(tx, eq(users.id, userId), {
    actor,
    userId,
    passwordHash,
    keep,
    mustChange,
    action: 'user.password-changed',
  });

/**
 * Uses a one-time link up: its person gets the password, and whoever was invited has come. Of two at once one is refused.
 * Answers whose it was.
 * @param at ms since 1970, UTC
 * @throws NotDone 'missing' when it was used, has expired, or its person was deactivated meanwhile
 */
export const redeemPasswordLink = async (tx: Tx, token: string, passwordHash: string, at: number): Promise<string> => {
  const link = await spendPasswordLink(tx, token, at);
  if (!link) throw new NotDone('missing');
  const { userId, kind } = link;
  const action = kind === 'invitation' ? 'user.joined' : 'user.password-changed';
  // Asked in the update itself: a deactivation at the same moment ends sign-ins, and would not see the one that follows.
  const first = kind === 'invitation' ? eq(users.passwordHash, noPassword) : undefined;
  const where = and(eq(users.id, userId), eq(users.active, true), first);
  await store(tx, where, { actor: userId, userId, passwordHash, mustChange: false, action });
  return userId;
};

type Change = {
  actor: string | null;
  userId: string;
  passwordHash: string;
  keep?: string | undefined;
  mustChange: boolean;
  action: AuditAction;
};

const store = async (tx: Tx, where: SQL | undefined, change: Change): Promise<void> => {
  const { actor, userId, passwordHash, keep, mustChange, action } = change;
  const [user] = await tx
    .update(users)
    .set({ passwordHash, mustChangePassword: mustChange })
    .where(where)
    .returning({ id: users.id });
  if (!user) throw new NotDone('missing');
  await tx.record(null, { actor, action, object: userId, ...(mustChange && { after: { mustChangePassword: true } }) });
  await endSignIns(tx, userId, keep);
  await dropPasswordLinks(tx, userId);
};
