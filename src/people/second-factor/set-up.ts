import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../../db/doors.ts';
import { secondFactors } from '../../db/schema.ts';
import { type Secrets, SecretUnreadable } from '../../secrets.ts';
import { factorOf, judgeCode, sealedFor, secretOf, stillPending } from './factor.ts';
import { replaceRecoveryCodes } from './recovery-codes.ts';
import { orRefused, Refused, type SecondFactorRefusal } from './refusal.ts';
import { newTotpSecret } from './totp.ts';

/** How long a secret that nobody confirmed is shown again, ms: whoever sets up in two tabs sees the same in both. */
const pendingFor = 3_600_000;

/**
 * Begins to set up a person's second factor: no sign-in asks for it before it is confirmed. What was begun before and still can
 * be confirmed is gone on with.
 * @param at ms since 1970, UTC
 */
export const beginSecondFactor = async (
  db: Db,
  secrets: Secrets,
  userId: string,
  at: number,
): Promise<{ done: true } | SecondFactorRefusal> => {
  const before = await factorOf(db.read, userId);
  if (before && before.confirmedAt !== null) return { refused: 'on' };
  if (before && before.createdAt > at - pendingFor && secretOf(secrets, before) !== undefined) return { done: true };
  const secret = sealed(secrets, userId);
  if (secret === undefined) return { refused: 'unreadable' };
  const fresh = { userId, secret, confirmedAt: null, lastStep: 0, createdAt: at };
  return await orRefused(
    db.write(async (tx) => {
      // What two tabs begin at once is one: the second finds a row, and leaves it.
      if (before) await tx.delete(secondFactors).where(stillPending(before));
      await tx.insert(secondFactors).values(fresh).onConflictDoNothing();
      return true as const;
    }),
  );
};

/** The secret that a person is setting up, Base32; undefined when there is none to confirm. */
export const pendingSecret = async (
  { read }: Pick<Db, 'read'>,
  secrets: Secrets,
  userId: string,
  at: number,
): Promise<string | undefined> => {
  const factor = await factorOf(read, userId);
  const pending = factor && factor.confirmedAt === null && factor.createdAt > at - pendingFor;
  return pending ? secretOf(secrets, factor) : undefined;
};

/**
 * Confirms the second factor with a code from the app, from when on every sign-in asks for one, and answers the recovery codes:
 * they are never shown again. Of two at once one wins.
 * @param at ms since 1970, UTC
 */
export const confirmSecondFactor = async (
  db: Db,
  secrets: Secrets,
  userId: string,
  code: string,
  at: number,
): Promise<{ done: readonly string[] } | SecondFactorRefusal> => {
  const factor = await factorOf(db.read, userId);
  if (!factor) return { refused: 'none' };
  if (factor.confirmedAt !== null) return { refused: 'on' };
  const judged = judgeCode(secrets, factor, code, at);
  if ('refused' in judged) return judged;
  return await orRefused(
    db.write(async (tx) => {
      const confirmed = await tx
        .update(secondFactors)
        .set({ confirmedAt: at, lastStep: judged.step })
        .where(stillPending(factor))
        .returning({ userId: secondFactors.userId });
      if (confirmed.length === 0) throw new Refused({ refused: 'on' });
      const codes = await replaceRecoveryCodes(tx, userId);
      await tx.record(null, {
        actor: userId,
        action: 'user.second-factor-set-up',
        object: userId,
        after: { codes: codes.length },
      });
      return codes;
    }),
  );
};

/** Takes back what was begun and not confirmed. */
export const giveUpSecondFactor = (db: Db, userId: string): Promise<void> =>
  db.write(async (tx) => {
    await tx.delete(secondFactors).where(and(eq(secondFactors.userId, userId), isNull(secondFactors.confirmedAt)));
  });

const sealed = (secrets: Secrets, userId: string): string | undefined => {
  try {
    return secrets.seal(newTotpSecret(), sealedFor(userId));
  } catch (error) {
    if (error instanceof SecretUnreadable) return undefined;
    throw error;
  }
};
