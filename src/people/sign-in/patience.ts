import { randomBytes } from 'node:crypto';
import { isMark, newMark } from './marks.ts';
import { createTally } from './tally.ts';

/**
 * Who tries a password: for whose account (the email's key), from which network address, and with which mark in the browser's
 * cookie, if there is one.
 */
type Attempt = { account: string; address: string; mark?: string | undefined };

/**
 * Slows wrong passwords down, in memory and in bounded space.
 *
 * A stranger must never keep an owner out, so nothing ever locks an account: what grows are waits of one address for
 * one account, and small ones of an address for all accounts, from which whoever signed in here before is exempt. An account
 * that is attacked from many addresses only makes unknown addresses wait a moment for the answer. And a browser in which its
 * owner signed in before bears a mark and is counted by itself: even a stranger behind the same address cannot slow it down.
 */
export type Patience = {
  /** Seconds until this may be tried again; 0: now. */
  secondsToWait(attempt: Attempt): number;
  /** Milliseconds for which the answer is held back because the account is under attack. */
  holdBack(attempt: Attempt): number;
  failed(attempt: Attempt): void;
  /** Answers the mark for the browser that it came from. */
  succeeded(attempt: Attempt): string;
};

/** @param now the clock, in milliseconds since 1970 */
export const createPatience = (now: () => number = Date.now): Patience => {
  const pairs = createTally(now, { free: 5, longest: 300_000, memory: 3_600_000 });
  const addresses = createTally(now, { free: 50, longest: 30_000, memory: 900_000 });
  const accounts = createTally(now, { free: 50, longest: 0, memory: 3_600_000 });
  const known = createTally(now, { free: 0, longest: 0, memory: 30 * 86_400_000 });

  // Marks hold until the next start: a key on disk would be one more secret to lose, for a minute of waiting.
  const key = randomBytes(32);
  const marked = ({ account, mark }: Attempt): boolean => mark !== undefined && isMark(key, account, mark);
  const placeOf = (attempt: Attempt): string =>
    marked(attempt) ? `${attempt.account}\n${attempt.mark}` : `${attempt.account}\n${networkOf(attempt.address)}`;
  const isKnown = (attempt: Attempt): boolean => marked(attempt) || known.has(placeOf(attempt));

  return {
    secondsToWait(attempt) {
      const whole = isKnown(attempt) ? 0 : addresses.wait(networkOf(attempt.address));
      return Math.ceil(Math.max(pairs.wait(placeOf(attempt)), whole) / 1000);
    },
    holdBack(attempt) {
      return accounts.exceeded(attempt.account) && !isKnown(attempt) ? 2_000 : 0;
    },
    failed(attempt) {
      pairs.add(placeOf(attempt));
      addresses.add(networkOf(attempt.address));
      accounts.add(attempt.account);
    },
    succeeded(attempt) {
      pairs.forget(placeOf(attempt));
      known.add(placeOf({ ...attempt, mark: undefined }));
      return marked(attempt) && attempt.mark !== undefined ? attempt.mark : newMark(key, attempt.account);
    },
  };
};

/** Whoever has one IPv6 address has 2^64 of them: all of a /64 count as one. */
const networkOf = (address: string): string => {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(zeros).fill('0'), ...after].slice(0, 4).join(':');
};
