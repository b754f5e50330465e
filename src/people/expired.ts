import { and, isNull, lt } from 'drizzle-orm';
import type { Tx } from '../db/doors.ts';
import { passwordLinks, peopleImports, secondFactors, signInChallenges, signIns } from '../db/schema.ts';

/** How long a file of people that was read waits for its confirmation, in ms. */
export const importLives = 86_400_000;

/** How long a second factor that was begun and never confirmed is kept, in ms. */
const secondFactorBegun = 86_400_000;

/**
 * Deletes what has run out: sign-ins, finished or waiting for a code, and one-time links that nobody can use any more, files of
 * people that were read a day ago, and second factors that were begun then. `at`: ms since 1970, UTC.
 */
export const dropExpired = async (tx: Tx, at: number): Promise<void> => {
  await tx.delete(signIns).where(lt(signIns.expiresAt, at));
  await tx.delete(passwordLinks).where(lt(passwordLinks.expiresAt, at));
  await tx.delete(peopleImports).where(lt(peopleImports.createdAt, at - importLives));
  await tx.delete(signInChallenges).where(lt(signInChallenges.expiresAt, at));
  const begun = at - secondFactorBegun;
  await tx.delete(secondFactors).where(and(isNull(secondFactors.confirmedAt), lt(secondFactors.createdAt, begun)));
};
