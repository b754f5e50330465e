import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/doors.ts';
import { secondFactors } from '../../db/schema.ts';
import { endChallenges } from './challenge.ts';
import { dropRecoveryCodes, replaceRecoveryCodes } from './recovery-codes.ts';
import { Refused } from './refusal.ts';

/**
 * Takes a person's second factor away, with its recovery codes and with sign-ins that wait for a code.
 * @param actor null: somebody at the machine's own console
 * @throws Refused 'none'
 */
export const removeSecondFactor = async (tx: Tx, actor: string | null, userId: string): Promise<void> => {
  const removed = await tx
    .delete(secondFactors)
    .where(eq(secondFactors.userId, userId))
    .returning({ confirmedAt: secondFactors.confirmedAt });
  await dropRecoveryCodes(tx, userId);
  await endChallenges(tx, userId);
  if (removed.length === 0) throw new Refused({ refused: 'none' });
  await tx.record(null, { actor, action: 'user.second-factor-removed', object: userId });
};

/** Gives a person new recovery codes, and answers them; the old ones end. @throws Refused 'none' */
export const renewRecoveryCodes = async (tx: Tx, userId: string): Promise<readonly string[]> => {
  const [factor] = await tx
    .select({ confirmedAt: secondFactors.confirmedAt })
    .from(secondFactors)
    .where(eq(secondFactors.userId, userId));
  if (!factor || factor.confirmedAt === null) throw new Refused({ refused: 'none' });
  const codes = await replaceRecoveryCodes(tx, userId);
  const after = { codes: codes.length };
  await tx.record(null, { actor: userId, action: 'user.recovery-codes-made', object: userId, after });
  return codes;
};
