import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt } from 'drizzle-orm';
import type { Reader, Tx } from '../db/doors.ts';
import { passwordLinks, users } from '../db/schema.ts';

/** How long a one-time link can be used, in hours. */
export const passwordLinkHours = 24;

/** For whom a one-time link is. */
export type PasswordLink = { userId: string; name: string; email: string };

/**
 * Makes the one link with which a person chooses a new password, and answers its secret: the address is `/password/<secret>`.
 * Earlier links of the person end.
 * @param at ms since 1970, UTC
 * @param actor who asked for it; null: somebody at the machine's own console
 */
export const createPasswordLink = async (
  tx: Tx,
  userId: string,
  at: number,
  actor: string | null = null,
): Promise<string> => {
  const token = randomBytes(24).toString('base64url');
  await dropPasswordLinks(tx, userId);
  const expiresAt = at + passwordLinkHours * 3_600_000;
  await tx.insert(passwordLinks).values({ tokenHash: hashOf(token), userId, expiresAt });
  await tx.record(null, { actor, action: 'user.password-link-created', object: userId });
  return token;
};

/** For whom the link is; undefined when it is none, was used, has expired, or its person was deactivated. */
export const findPasswordLink = async (db: Reader, token: string, at: number): Promise<PasswordLink | undefined> => {
  const [link] = await db
    .select({ userId: users.id, name: users.name, email: users.email })
    .from(passwordLinks)
    .innerJoin(users, and(eq(users.id, passwordLinks.userId), eq(users.active, true)))
    .where(and(eq(passwordLinks.tokenHash, hashOf(token)), gt(passwordLinks.expiresAt, at)));
  return link;
};

/** Uses a link up. Of two at once one gets true. */
export const spendPasswordLink = async (tx: Tx, token: string, at: number): Promise<boolean> => {
  const spent = await tx
    .delete(passwordLinks)
    .where(and(eq(passwordLinks.tokenHash, hashOf(token)), gt(passwordLinks.expiresAt, at)))
    .returning({ userId: passwordLinks.userId });
  return spent.length > 0;
};

/** Ends every open link of a person. */
export const dropPasswordLinks = async (tx: Tx, userId: string): Promise<void> => {
  await tx.delete(passwordLinks).where(eq(passwordLinks.userId, userId));
};

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
