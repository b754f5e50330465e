import { lt } from 'drizzle-orm';
import type { Tx } from '../db/doors.ts';
import { passwordLinks, signIns } from '../db/schema.ts';

/** Deletes what has run out: sign-ins and one-time links that nobody can use any more. `at`: ms since 1970, UTC. */
export const dropExpired = async (tx: Tx, at: number): Promise<void> => {
  await tx.delete(signIns).where(lt(signIns.expiresAt, at));
  await tx.delete(passwordLinks).where(lt(passwordLinks.expiresAt, at));
};
