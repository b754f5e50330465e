import { and, eq, ne } from 'drizzle-orm';
import type { Tx } from '../../db/doors.ts';
import { signIns } from '../../db/schema.ts';
import { endChallenges } from '../second-factor/challenge.ts';

/**
 * Ends all sign-ins of a person but the one with the hash `except`, and those that wait for a code; their open pages hear of it.
 * A part of the change that makes it necessary: hand over its `tx`.
 */
export const endSignIns = async (tx: Tx, userId: string, except?: string): Promise<number> => {
  // Before the sign-ins: whoever answers such a one at this moment is waited for, and what they open ends as well.
  await endChallenges(tx, userId);
  const mine = eq(signIns.userId, userId);
  const ended = await tx
    .delete(signIns)
    .where(except === undefined ? mine : and(mine, ne(signIns.idHash, except)))
    .returning({ signIn: signIns.idHash });
  for (const { signIn } of ended) await tx.record({ kind: 'sign-out', ids: { person: userId, signIn } });
  return ended.length;
};

/** Ends the sign-in with this hash; its open pages hear of it. False when there is none. */
export const endOneSignIn = async (tx: Tx, signIn: string): Promise<boolean> => {
  const [ended] = await tx.delete(signIns).where(eq(signIns.idHash, signIn)).returning({ person: signIns.userId });
  if (ended) await tx.record({ kind: 'sign-out', ids: { person: ended.person, signIn } });
  return ended !== undefined;
};
