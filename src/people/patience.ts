import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

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

const newMark = (key: Buffer, account: string): string => {
  const number = randomBytes(12).toString('base64url');
  return `${number}.${seal(key, account, number)}`;
};

const isMark = (key: Buffer, account: string, mark: string): boolean => {
  const [number = '', sealed = ''] = mark.split('.');
  const expected = Buffer.from(seal(key, account, number));
  const given = Buffer.from(sealed);
  return given.length === expected.length && timingSafeEqual(given, expected);
};

const seal = (key: Buffer, account: string, number: string): string =>
  createHmac('sha256', key).update(`${number}\n${account}`).digest('base64url');

/** Whoever has one IPv6 address has 2^64 of them: all of a /64 count as one. */
const networkOf = (address: string): string => {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(zeros).fill('0'), ...after].slice(0, 4).join(':');
};

/** Times in milliseconds. The first `free` failures cost nothing, then the wait doubles from 1 s to the `longest`. */
type Limits = { free: number; longest: number; memory: number };

const mostEntries = 10_000;

const createTally = (now: () => number, { free, longest, memory }: Limits) => {
  const entries = new Map<string, { count: number; at: number }>();
  const find = (key: string) => {
    const entry = entries.get(key);
    return entry && now() - entry.at < memory ? entry : undefined;
  };
  return {
    has: (key: string): boolean => find(key) !== undefined,
    exceeded: (key: string): boolean => (find(key)?.count ?? 0) >= free,
    wait: (key: string): number => {
      const entry = find(key);
      if (!entry || entry.count < free) return 0;
      const pause = Math.min(1_000 * 2 ** (entry.count - free), longest);
      return Math.max(0, entry.at + pause - now());
    },
    add: (key: string): void => {
      const count = (find(key)?.count ?? 0) + 1;
      // Deleted first, so that the order of the map is the order of use and the longest unused goes when it is full.
      entries.delete(key);
      entries.set(key, { count, at: now() });
      if (entries.size > mostEntries) for (const oldest of entries.keys()) return void entries.delete(oldest);
    },
    forget: (key: string): void => void entries.delete(key),
  };
};
