import type { Tx } from '../../db/doors.ts';
import { type Outcome, orRefusal } from '../../people/refusal.ts';
import { releaseLostSessions } from '../../sessions/release.ts';
import type { Asked, SignedIn } from '../env.ts';

/**
 * Changes who may do what. Whoever loses a role by it loses its sessions to the queue in the same unit of work; every change
 * of people and groups goes through here, so that none can forget.
 */
export const changeRoles = <T>(c: Asked<SignedIn>, change: (tx: Tx) => Promise<T>): Promise<Outcome<T>> => {
  const { house, person } = c.var;
  return orRefusal(
    house.db.write(async (tx) => {
      const done = await change(tx);
      await releaseLostSessions(tx, person.id, Date.now());
      return done;
    }),
  );
};
