import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, lt, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/doors.ts';
import { secondFactors, signInChallenges, users } from '../../db/schema.ts';

/** How long somebody has to enter the code after the password, in minutes. */
export const challengeMinutes = 10;

/** How many wrong codes end a challenge; then one starts over with the password. */
export const challengeTries = 5;

/** A sign-in whose password was right, and whose code is still to come. */
type Challenge = { tokenHash: string; userId: string };

/**
 * Asks a person whose password was right for a code, if they have a second factor: answers the secret for the browser's
 * cookie. Undefined: the password is enough.
 * @param at ms since 1970, UTC
 */
export const challenge = async (tx: Tx, userId: string, at: number): Promise<string | undefined> => {
  const [factor] = await tx
    .select({ confirmedAt: secondFactors.confirmedAt })
    .from(secondFactors)
    .where(eq(secondFactors.userId, userId));
  if (!factor || factor.confirmedAt === null) return undefined;
  const token = randomBytes(24).toString('base64url');
  const expiresAt = at + challengeMinutes * 60_000;
  await tx.insert(signInChallenges).values({ tokenHash: hashOf(token), userId, expiresAt, tries: 0 });
  return token;
};

/** The challenge of a browser; undefined when it has ended or run out, or its person was deactivated. */
export const findChallenge = async (db: Reader, token: string, at: number): Promise<Challenge | undefined> => {
  const [found] = await db
    .select({ tokenHash: signInChallenges.tokenHash, userId: signInChallenges.userId })
    .from(signInChallenges)
    .innerJoin(users, and(eq(users.id, signInChallenges.userId), eq(users.active, true)))
    .where(and(eq(signInChallenges.tokenHash, hashOf(token)), open(at)));
  return found;
};

/** Counts a try before it is judged, and answers how many are left; undefined when there was none left. */
export const takeTry = async (tx: Tx, { tokenHash }: Challenge, at: number): Promise<number | undefined> => {
  const [taken] = await tx
    .update(signInChallenges)
    .set({ tries: sql`${signInChallenges.tries} + 1` })
    .where(and(eq(signInChallenges.tokenHash, tokenHash), open(at)))
    .returning({ tries: signInChallenges.tries });
  return taken && challengeTries - taken.tries;
};

/** Ends a challenge. Of two at once one gets true. */
export const endChallenge = async (tx: Tx, { tokenHash }: Challenge): Promise<boolean> => {
  const ended = await tx
    .delete(signInChallenges)
    .where(eq(signInChallenges.tokenHash, tokenHash))
    .returning({ userId: signInChallenges.userId });
  return ended.length > 0;
};

/** Ends every challenge of a person: a password that is right no more leads nowhere. */
export const endChallenges = async (tx: Tx, userId: string): Promise<void> => {
  await tx.delete(signInChallenges).where(eq(signInChallenges.userId, userId));
};

const open = (at: number) => and(gt(signInChallenges.expiresAt, at), lt(signInChallenges.tries, challengeTries));

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
