import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/doors.ts';
import { passwordLinks, users } from '../../db/schema.ts';
import { NotDone } from '../refusal.ts';
import { noPassword } from './password.ts';

/** How long a one-time link for another password can be used, in hours. */
export const passwordLinkHours = 24;

/** How long an invitation can be used, in days. */
export const invitationDays = 7;

/** An invitation is for somebody who never had a password. */
export type LinkKind = 'reset' | 'invitation';

/** For whom a one-time link is. */
export type PasswordLink = { userId: string; name: string; email: string; kind: LinkKind };

/**
 * Makes the one link with which a person chooses a password, and answers its secret: the address is `/password/<secret>`. For who
 * has none yet it is an invitation. Earlier links of the person end.
 * @param at ms since 1970, UTC
 * @param actor who asked for it; null: somebody at the machine's own console
 * @throws NotDone 'missing' for nobody, and for whoever is deactivated
 */
export const createPasswordLink = async (
  tx: Tx,
  userId: string,
  at: number,
  actor: string | null = null,
): Promise<string> => {
  const [user] = await tx
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(and(eq(users.id, userId), eq(users.active, true)));
  if (!user) throw new NotDone('missing');
  await dropPasswordLinks(tx, userId);
  const { token, row } = newLink(userId, user.passwordHash === noPassword ? 'invitation' : 'reset', at);
  await tx.insert(passwordLinks).values(row);
  const after = { expiresAt: row.expiresAt };
  await tx.record(null, { actor, action: 'user.password-link-created', object: userId, after });
  return token;
};

/** A link's secret, and the row that knows it by its hash alone. `at`: ms since 1970, UTC. */
export const newLink = (userId: string, kind: LinkKind, at: number) => {
  const token = randomBytes(24).toString('base64url');
  const hours = kind === 'invitation' ? invitationDays * 24 : passwordLinkHours;
  return { token, row: { tokenHash: hashOf(token), userId, kind, expiresAt: at + hours * 3_600_000 } };
};

/** For whom the link is; undefined when it is none, was used, has expired, or its person was deactivated. */
export const findPasswordLink = async (db: Reader, token: string, at: number): Promise<PasswordLink | undefined> => {
  const [link] = await db
    .select({ userId: users.id, name: users.name, email: users.email, kind: passwordLinks.kind })
    .from(passwordLinks)
    .innerJoin(users, and(eq(users.id, passwordLinks.userId), eq(users.active, true)))
    .where(and(eq(passwordLinks.tokenHash, hashOf(token)), gt(passwordLinks.expiresAt, at)));
  return link;
};

/** Uses a link up, and answers whose it was and which. Of two at once one gets it. */
export const spendPasswordLink = async (
  tx: Tx,
  token: string,
  at: number,
): Promise<{ userId: string; kind: LinkKind } | undefined> => {
  const [spent] = await tx
    .delete(passwordLinks)
    .where(and(eq(passwordLinks.tokenHash, hashOf(token)), gt(passwordLinks.expiresAt, at)))
    .returning({ userId: passwordLinks.userId, kind: passwordLinks.kind });
  return spent;
};

/** Ends every open link of a person. */
export const dropPasswordLinks = async (tx: Tx, userId: string): Promise<void> => {
  await tx.delete(passwordLinks).where(eq(passwordLinks.userId, userId));
};

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
