import type { Connection, connection, Orm } from './connection.ts';
import type { AuditEntry, Fact, LastingFact, PassingFact, PersonFact } from './facts.ts';

/** The queries that change nothing. Both doors give one: a function that only reads takes a `Reader` and serves in either. */
export type Reader = Pick<Orm, 'select' | 'selectDistinct' | '$count' | '$with' | 'with'> & {
  /** What prepared statements run on: see statement.ts. Nobody else calls it. */
  readonly [connection]: Connection;
};

/** One unit of work: everything in it happens, or nothing does. */
export type Tx = Reader &
  Pick<Orm, 'insert' | 'update' | 'delete'> & {
    /** What this unit of work told so far: who has to follow up on it need not be told again. */
    readonly facts: readonly Fact[];
    /** Tells what happened, in the same transaction. After the commit, and only then, the listeners of `facts` get it. */
    record: Recorder;
    /**
     * The same for a change that touches very many things at once, such as an import: each has its entry, the screens hear
     * of it in the given facts alone.
     */
    recordAll(told: Told, entries: readonly AuditEntry[]): Promise<void>;
  };

/** What one change tells the screens: a fact, several, or (null) none. */
export type Told = LastingFact | PersonFact | readonly (LastingFact | PersonFact)[] | null;

/**
 * The one call that tells of a change. What changes rights or settings cannot be told without its entry of the audit log, and
 * what happens in conversations leaves none there.
 */
type Recorder = {
  (told: Told, entry: AuditEntry): Promise<void>;
  (fact: PassingFact | PersonFact): Promise<void>;
};

/** The facts as a stream: what was, and what comes. */
export type Facts = {
  /** The number of the last committed fact; 0 if there is none. Pages carry it as their cursor. */
  cursor(): number;
  /** Calls `listener` after each commit with the facts of that commit, in order. Returns how to stop. */
  subscribe(listener: (facts: readonly Fact[]) => void): () => void;
  /**
   * Committed facts after `seq`, oldest first, at most `limit`; `'gone'` when some of them were trimmed already, or
   * `seq` lies in the future (the data folder was put back).
   */
  since(seq: number, limit: number): Promise<readonly Fact[] | 'gone'>;
  /** Deletes facts older than `before` (ms since 1970). */
  trim(before: number): Promise<void>;
};

/** The two doors to the data. Nothing else touches a connection. */
export type Db = {
  /** For queries. Throws inside a `write`: there the `tx` reads. */
  readonly read: Reader;
  /**
   * Runs one unit of work and answers after it is on disk. The work may wait for nothing but the database. Units run
   * one after another; those that wait at the same time share a commit.
   * @throws whatever the work throws (nothing of it happened then), `DatabaseFull`, `DatabaseBusy`, or a plain Error
   *   for a nested `write` or for work that waited for something else.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The unit of work that is running around the caller, if any. For adapters that are called by a library. */
  current(): Tx | undefined;
  readonly facts: Facts;
  /** Copies the whole database, consistently, into a new file while others read and write. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
};
