/** Who tries a password: for whose account (the email's key) and from which network address. */
export type Attempt = { account: string; address: string };

/**
 * Slows wrong passwords down, in memory and in bounded space.
 *
 * A stranger must never keep an owner out, so nothing ever locks an account: what grows are waits of one address for
 * one account, and small ones of an address for all accounts, from which whoever signed in here before is exempt. An account
 * that is attacked from many addresses only makes unknown addresses wait a moment for the answer.
 */
export type Patience = {
  /** Seconds until this may be tried again; 0: now. */
  secondsToWait(attempt: Attempt): number;
  /** Milliseconds for which the answer is held back because the account is under attack. */
  holdBack(attempt: Attempt): number;
  failed(attempt: Attempt): void;
  succeeded(attempt: Attempt): void;
};

/** @param now the clock, in milliseconds since 1970 */
export const createPatience = (now: () => number = Date.now): Patience => {
  const pairs = createTally(now, { free: 5, longest: 300_000, memory: 3_600_000 });
  const addresses = createTally(now, { free: 50, longest: 30_000, memory: 900_000 });
  const accounts = createTally(now, { free: 50, longest: 0, memory: 3_600_000 });
  const known = createTally(now, { free: 0, longest: 0, memory: 30 * 86_400_000 });

  return {
    secondsToWait({ account, address }) {
      const pair = pairs.wait(pairOf(account, address));
      const whole = known.has(pairOf(account, address)) ? 0 : addresses.wait(networkOf(address));
      return Math.ceil(Math.max(pair, whole) / 1000);
    },
    holdBack({ account, address }) {
      return accounts.exceeded(account) && !known.has(pairOf(account, address)) ? 2_000 : 0;
    },
    failed({ account, address }) {
      pairs.add(pairOf(account, address));
      addresses.add(networkOf(address));
      accounts.add(account);
    },
    succeeded({ account, address }) {
      pairs.forget(pairOf(account, address));
      known.add(pairOf(account, address));
    },
  };
};

const pairOf = (account: string, address: string): string => `${account}\n${networkOf(address)}`;

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
