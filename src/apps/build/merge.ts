import { createHash } from 'node:crypto';

type Settings = Readonly<Record<string, unknown>>;

/**
 * What a form remembers of the settings that it showed: each one's name with a short hash, so that a later save can tell which of
 * them somebody else has changed since.
 */
export const stampOf = (settings: Settings): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name}:${hash(value)}`)
    .join('.');

/** Whether two values of a setting mean the same. Lists of ids are compared as they are given: sort those whose order says nothing. */
export const sameValue = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

/**
 * Puts together what a form showed (its stamp), what was typed, and what is stored now. What only one side changed is taken from that
 * side; what both changed differently is a conflict. What is not in `typed` stays as it is. A stamp that says nothing makes every
 * difference a conflict.
 */
export const merge = <S extends Settings>(
  stamp: string,
  typed: Partial<S>,
  stored: S,
): { settings: S; conflicts: readonly (keyof S & string)[] } => {
  const shown = new Map(stamp.split('.').map((part) => part.split(':', 2) as [string, string | undefined]));
  const conflicts: (keyof S & string)[] = [];
  const taken: Partial<S> = {};
  for (const name of Object.keys(stored) as (keyof S & string)[]) {
    const value = typed[name];
    if (value === undefined || sameValue(value, stored[name])) continue;
    if (shown.get(name) === hash(stored[name])) taken[name] = value;
    else if (shown.get(name) !== hash(value)) conflicts.push(name);
  }
  return { settings: { ...stored, ...taken }, conflicts };
};

const hash = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('base64url').slice(0, 12);

/** Objects with their keys in one order: the databases give JSON back in orders of their own. */
const canonical = (value: unknown): string =>
  JSON.stringify(value ?? null, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
