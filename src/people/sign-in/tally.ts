/** Times in milliseconds. The first `free` failures cost nothing, then the wait doubles from 1 s to the `longest`. */
type Limits = { free: number; longest: number; memory: number };

const mostEntries = 10_000;

/**
 * Counts failures by a key, in memory and in bounded space.
 * @param now the clock, in milliseconds since 1970
 */
export const createTally = (now: () => number, { free, longest, memory }: Limits) => {
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
