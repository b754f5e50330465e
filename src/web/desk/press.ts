import type { Db } from '../../db/doors.ts';
import type { Done } from '../../sessions/assign.ts';

/**
 * One press of the blue counter, however often it is sent: a double click is two forms with nothing in them that could tell
 * them apart, and would take two sessions. Who presses again within a second is answered as the first time.
 *
 * @param at milliseconds since 1970, UTC
 */
export const onePress = (db: Db, personId: string, at: number, act: () => Promise<Taken>): Promise<Taken> => {
  const presses = known.get(db) ?? new Map<string, Press>();
  known.set(db, presses);
  const last = presses.get(personId);
  if (last && at - last.at < oneSecond) return last.done;
  const done = act();
  presses.delete(personId);
  presses.set(personId, { at, done });
  if (presses.size > most) presses.delete(presses.keys().next().value ?? '');
  return done;
};

const oneSecond = 1_000;

/** More people than ever press within one second. */
const most = 1_000;

type Taken = Done | null;
type Press = { at: number; done: Promise<Taken> };

const known = new WeakMap<Db, Map<string, Press>>();
