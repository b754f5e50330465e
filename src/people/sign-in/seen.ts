import { eq } from 'drizzle-orm';
import type { Db } from '../../db/doors.ts';
import { signIns } from '../../db/schema.ts';
import { log } from '../../log.ts';

/** How old the last known use of a sign-in may become, in ms: each note of it is a write. */
const oldEnough = 3_600_000;

/** The sign-ins that are being noted just now: a page asks for many things at once. */
const underWay = new Set<string>();

/**
 * Notes once in a while that a sign-in is in use. Nobody waits for it, and nothing depends on it: a full or locked disk must not
 * keep people from reading.
 *
 * @param signIn its hash
 * @param seenAt when it was last noted, ms since 1970; null: never
 */
export const refreshSeen = (db: Db, signIn: string, seenAt: number | null): void => {
  const now = Date.now();
  if ((seenAt !== null && now - seenAt < oldEnough) || underWay.has(signIn)) return;
  underWay.add(signIn);
  db.write((tx) => tx.update(signIns).set({ seenAt: now }).where(eq(signIns.idHash, signIn)))
    .catch(() => log.debug('the use of a sign-in was not noted'))
    .finally(() => underWay.delete(signIn));
};
