/** A source of chance that always takes the same turns: what is made up with it is the same on every machine. */
export type Chance = {
  /** A whole number from 0 up to, but not with, `end`. */
  below(end: number): number;
  /** True once in `times`. */
  oneIn(times: number): boolean;
  /** @throws RangeError for an empty list */
  pick<T>(list: readonly T[]): T;
  /** A UUID of version 7 for the given time, ms since 1970. */
  id(at: number): string;
};

/** The same seed takes the same turns. */
export const chanceFrom = (seed: number): Chance => {
  const bits = generator(seed);
  const below = (end: number): number => Math.floor((bits() / 2 ** 32) * end);
  return {
    below,
    oneIn: (times) => below(times) === 0,
    pick: (list) => {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new RangeError('There is nothing to pick from.');
      return picked;
    },
    id: (at) => {
      const time = hex(at, 12);
      const tail = hex(bits(), 8) + hex(bits(), 8);
      const variant = (0x8000 | (bits() & 0x3fff)).toString(16);
      return `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-${variant}-${tail.slice(3, 15)}`;
    },
  };
};

/** Marsaglia's xorshift of 128 bits: 32 of them at a time. */
const generator = (seed: number): (() => number) => {
  let [x, y, z, w] = [123_456_789, 362_436_069, 521_288_629, seed >>> 0];
  const next = (): number => {
    const t = x ^ (x << 11);
    x = y;
    y = z;
    z = w;
    w = (w ^ (w >>> 19) ^ (t ^ (t >>> 8))) >>> 0;
    return w;
  };
  // The first ones still look like the seed.
  for (let i = 0; i < 20; i++) next();
  return next;
};

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
