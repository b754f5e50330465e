import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/doors.ts';
import { secondFactors } from '../../db/schema.ts';
import { type Secrets, SecretUnreadable } from '../../secrets.ts';
import { Refused } from './refusal.ts';
import { type CodeOutcome, readCode } from './totp.ts';

/** A second factor as it is stored: `secret` is sealed, `confirmedAt` null while it is being set up. */
export type StoredFactor = typeof secondFactors.$inferSelect;

/** The second factor of a person, set up or being set up. */
export const factorOf = async (db: Reader, userId: string): Promise<StoredFactor | undefined> => {
  const [factor] = await db.select().from(secondFactors).where(eq(secondFactors.userId, userId));
  return factor;
};

/** Where the secret of a person stands: it opens for nobody else. */
export const sealedFor = (userId: string): string => `second_factors.secret ${userId}`;

/** The secret itself, Base32; undefined when the key is lost or the row was tampered with. */
export const secretOf = (secrets: Secrets, factor: StoredFactor): string | undefined => {
  try {
    return secrets.open(factor.secret, sealedFor(factor.userId));
  } catch (error) {
    if (error instanceof SecretUnreadable) return undefined;
    throw error;
  }
};

/** What a code is worth for a second factor. Changes nothing: see `takeStep`. */
export const judgeCode = (
  secrets: Secrets,
  factor: StoredFactor,
  code: string,
  at: number,
): CodeOutcome | { refused: 'unreadable' } => {
  const secret = secretOf(secrets, factor);
  return secret === undefined ? { refused: 'unreadable' } : readCode(secret, code, factor.lastStep, at);
};

/**
 * Takes a code that was judged right: no code of its step or of an earlier one is taken again.
 * @throws Refused 'used' when somebody was quicker, or the second factor is another one by now
 */
export const takeStep = async (tx: Tx, { userId, secret }: StoredFactor, step: number): Promise<void> => {
  const taken = await tx
    .update(secondFactors)
    .set({ lastStep: step })
    .where(
      and(
        eq(secondFactors.userId, userId),
        eq(secondFactors.secret, secret),
        isNotNull(secondFactors.confirmedAt),
        lt(secondFactors.lastStep, step),
      ),
    )
    .returning({ userId: secondFactors.userId });
  if (taken.length === 0) throw new Refused({ refused: 'used' });
};

/** The condition under which a second factor is still the one that was being set up. */
export const stillPending = ({ userId, secret }: Pick<StoredFactor, 'userId' | 'secret'>) =>
  and(eq(secondFactors.userId, userId), eq(secondFactors.secret, secret), isNull(secondFactors.confirmedAt));
