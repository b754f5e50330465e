import { randomUUID } from 'node:crypto';

/**
 * A new id: a UUID of version 7, so that ids sort by the time at which they were made. Those made for the present moment
 * never go backwards within one process, not even inside a millisecond.
 *
 * @param at milliseconds since 1970, UTC, for data made up for another time; now, if left out
 */
export const newId = (at?: number): string => {
  const random = randomUUID();
  const time = (at ?? tick(random)).toString(16).padStart(12, '0');
  const count = at === undefined ? last.count.toString(16).padStart(3, '0') : random.slice(15, 18);
  // The rest of a random UUID already carries the variant's bits, at the same place.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${random.slice(19)}`;
};

/** The millisecond of the last id, and how many of its 4,096 places are used. */
const last = { at: 0, count: 0 };

/** Takes the next place: in this millisecond or, when it is full or the clock was put back, in the last one's or the next. */
const tick = (random: string): number => {
  const now = Date.now();
  if (now > last.at || last.count === 0xfff) {
    last.at = Math.max(now, last.at + 1);
    last.count = Number.parseInt(random.slice(0, 2), 16);
  } else last.count++;
  return last.at;
};
