import { me } from './words.ts';

// Safety copies of what was typed, one key a person, so that nobody finds another's words. Storage may be full or forbidden: then
// there is no copy, and nothing else fails.

export const keep = (what: string, value: string): void => {
  attempt(() => localStorage.setItem(key(what), value));
};

export const kept = (what: string): string | undefined => attempt(() => localStorage.getItem(key(what))) ?? undefined;

export const drop = (what: string): void => {
  attempt(() => localStorage.removeItem(key(what)));
};

const key = (what: string): string => `lines:${me}:${what}`;

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
