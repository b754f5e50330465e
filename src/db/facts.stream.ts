import { and, asc, gt, gte, inArray, lt, lte, max, min } from 'drizzle-orm';
import type { Db, Facts, Reader } from './doors.ts';
import type { Fact } from './facts.ts';
import { facts } from './schema.ts';
import { type Params, statement, writeStatement } from './statement.ts';

/** What a door needs beside `Facts` itself: to tell what was committed. */
export type FactStream = Facts & {
  /** Tells the listeners; `committed` is in order, and nothing of it was told before. Never throws. */
  publish(committed: readonly Fact[]): void;
};

/**
 * The facts of one database.
 *
 * @param doors the database, for reading and trimming
 * @param start the number of its last fact
 * @param onError gets what a listener throws: it must not harm whoever wrote, nor the other listeners
 * @param between reads the facts with numbers above `after` up to `upTo`, at once, where other processes may have told some
 */
export const factStream = (
  doors: Pick<Db, 'read' | 'write'>,
  start: number,
  onError: (error: unknown) => void,
  between?: (after: number, upTo: number) => readonly Fact[],
): FactStream => {
  const listeners = new Set<(facts: readonly Fact[]) => void>();
  let cursor = start;

  const tell = (committed: readonly Fact[]): void => {
    for (const listener of [...listeners]) {
      try {
        listener(committed);
      } catch (error) {
        onError(error);
      }
    }
  };

  /** What another process told first, it shall have told first here too: then the rows know the order. */
  const inOrder = (committed: readonly Fact[]): readonly Fact[] => {
    const [first] = committed;
    if (!between || first === undefined || first.seq <= cursor + 1) return committed;
    try {
      return [...between(cursor, first.seq - 1), ...committed];
    } catch (error) {
      // None of them is told now, so that there is no hole: they are rows, and come with the next ones.
      onError(error);
      return [];
    }
  };

  return {
    cursor: () => cursor,
    subscribe(listener) {
      // A wrapper of its own, so that the same function may listen twice.
      const own = (committed: readonly Fact[]) => listener(committed);
      listeners.add(own);
      return () => listeners.delete(own);
    },
    publish(committed) {
      const all = inOrder(committed);
      const last = all.at(-1);
      if (!last) return;
      cursor = last.seq;
      tell(all);
    },
    async since(seq, limit) {
      if (seq > cursor) return 'gone';
      if (seq === cursor) return [];
      const rows = await factsBetween(doors.read, { after: seq, upTo: cursor, limit });
      // Asked after the rows: what is trimmed in between is missed as "gone", never as a hole.
      const [oldest] = await oldestFact(doors.read);
      return seq < (oldest?.seq ?? cursor + 1) - 1 ? 'gone' : rows.map(asFact);
    },
    async trim(before) {
      const [kept] = await firstSince(doors.read, { before });
      const keep = kept?.seq ?? cursor;
      // In small units, so that nobody's message waits behind a day of facts.
      while ((await doors.write((tx) => trimBelow(tx, { keep, most: 1_000 }))) > 0);
    },
  };
};

/** The number of the newest fact; 0 if there is none. The newest is never trimmed, so this never goes back. */
export const lastSeq = async (db: Reader): Promise<number> => {
  const [row] = await db.select({ seq: max(facts.seq) }).from(facts);
  return row?.seq ?? 0;
};

/** A fact as its row tells it. */
const asFact = (row: typeof facts.$inferSelect): Fact => row as Fact; // only `recordIn` writes the table

const oldestFact = statement((db) => db.select({ seq: min(facts.seq) }).from(facts));

const factsBetween = statement((db, p: Params<{ after: number; upTo: number; limit: number }>) =>
  db
    .select()
    .from(facts)
    .where(and(gt(facts.seq, p('after')), lte(facts.seq, p('upTo'))))
    .orderBy(asc(facts.seq))
    .limit(p('limit')),
);

const firstSince = statement((db, p: Params<{ before: number }>) =>
  db
    .select({ seq: facts.seq })
    .from(facts)
    .where(gte(facts.at, p('before')))
    .orderBy(asc(facts.seq))
    .limit(1),
);

// By number and not by time: a clock that was put back must not leave a hole in the middle.
const trimBelow = writeStatement((tx, p: Params<{ keep: number; most: number }>) =>
  tx.delete(facts).where(
    inArray(
      facts.seq,
      tx
        .select({ seq: facts.seq })
        .from(facts)
        .where(lt(facts.seq, p('keep')))
        .orderBy(asc(facts.seq))
        .limit(p('most')),
    ),
  ),
);
