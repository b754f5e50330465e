import type { Db } from '../../db/doors.ts';
import type { Done } from '../../sessions/assign.ts';

type Taken = Done | null;

/**
 * One press of the blue counter, however often its form is sent: a double click would take two sessions. What is sent again
 * from the same page is answered as the first time.
 *
 * @param press names the page on which it was pressed; undefined where the page's script keeps it from being sent twice
 */
export const onePress = (
  db: Db,
  personId: string,
  press: string | undefined,
  act: () => Promise<Taken>,
): Promise<Taken> => {
  if (press === undefined) return act();
  const presses = known.get(db) ?? new Map<string, Press>();
  known.set(db, presses);
  const last = presses.get(personId);
  if (last?.press === press) return last.done;
  const done = act();
  // What failed was not done: it may be tried again.
  done.catch(() => presses.delete(personId));
  presses.delete(personId);
  presses.set(personId, { press, done });
  if (presses.size > most) presses.delete(presses.keys().next().value ?? '');
  return done;
};

/** More people than ever press at about the same time. */
const most = 1_000;

type Press = { press: string; done: Promise<Taken> };

const known = new WeakMap<Db, Map<string, Press>>();
