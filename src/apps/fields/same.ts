import type { Value } from './value.ts';

/** Whether a field holds the same. The order of several values counts. */
export const sameValue = (one: Value | undefined, other: Value | undefined): boolean => {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  return one.length === other.length && one.every((value, place) => value === other[place]);
};
