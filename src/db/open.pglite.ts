import type { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { Connection, Orm } from './connection.ts';
import type { Db, Tx } from './doors.ts';
import { factStream, lastSeq } from './facts.stream.ts';
import type { Fact } from './facts.ts';
import { migratePglite } from './migrate.pglite.ts';
import { readDoor } from './read-door.ts';
import { translated } from './translated.ts';
import { around, current, refuseInside, Unit } from './unit.ts';

export type PgliteOptions = {
  /** The folder with PostgreSQL's migrations; they are not run if it is left out. */
  migrations?: string;
  /** Milliseconds since 1970: the time of a fact. */
  now?: () => number;
  /** Gets what a listener of the facts throws. */
  onError?: (error: unknown) => void;
};

/**
 * Opens the two doors to a PGlite, which stands in for PostgreSQL in tests. Units of work run one after another, so that the
 * facts' numbers grow in the order of the commits. The caller closes the client.
 *
 * @throws `DatabaseTooNew`
 */
export const openPglite = async (client: PGlite, options: PgliteOptions = {}): Promise<Db> => {
  if (options.migrations !== undefined) await migratePglite(client, options.migrations);
  const orm = drizzle(client);
  const read = readDoor(connectionTo(orm));
  const now = options.now ?? Date.now;
  let last: Promise<unknown> = Promise.resolve();
  let open = true;

  const commit = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    let told: readonly Fact[] = [];
    const value = await orm.transaction(async (tx) => {
      const unit = new Unit(connectionTo(tx), now);
      unit.alive = true;
      try {
        return await around.run(unit, work, unit);
      } finally {
        unit.alive = false;
        told = unit.facts;
      }
    });
    facts.publish(told);
    return value;
  };

  const write: Db['write'] = async (work) => {
    refuseInside('write');
    if (!open) throw new Error('The database is closed.');
    const mine = last.then(() => commit(work));
    last = mine.catch(() => undefined);
    return mine.catch((error: unknown) => {
      throw translated(error);
    });
  };

  const facts = factStream({ read, write }, await lastSeq(read), options.onError ?? reportError);
  return {
    read,
    write,
    current,
    facts,
    backup: () => Promise.reject(new Error('PostgreSQL is copied with its own tools.')),
    async close() {
      open = false;
      await last;
    },
  };
};

/** @param database Drizzle over a PGlite, or over a transaction in it */
const connectionTo = (database: object): Connection => {
  // The one lie again: see columns.ts.
  const orm = database as Orm;
  return {
    orm,
    prepared: new WeakMap(),
    // Nothing is prepared: a query built with its values in place lets Drizzle encode them, nulls in JSON included.
    prepare: (build) => async (params) => {
      const result = await build(orm, (name) => params[name]);
      return Array.isArray(result) ? result : (result as { affectedRows?: number }).affectedRows;
    },
  };
};

const reportError = (error: unknown): void => {
  queueMicrotask(() => {
    throw error;
  });
};
