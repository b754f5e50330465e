import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Connection, Orm } from '../connection.ts';
import type { Client } from './connect.ts';
import { prepare } from './prepare.ts';

/** How many statements are kept prepared by their text, for those who do not prepare theirs. */
const kept = 300;

/**
 * Drizzle over one of SQLite's connections.
 *
 * @param check throws when a query may not run now, however the caller came by it
 */
export const connectionTo = (client: Client, check: () => void): Connection => {
  // SQLite's Drizzle answers at once where its types here promise an answer: awaited, the two are the same.
  const orm = drizzle(guarded(client, check)) as unknown as Orm;
  return { orm, prepared: new WeakMap(), prepare: (build) => prepare(client, orm, build) };
};

/**
 * The client, but each statement that Drizzle asks of it is checked first (its query may have been built long before), and is
 * not compiled again if it was seen lately.
 */
const guarded = (client: Client, check: () => void): Client => {
  const recent = new Map<string, ReturnType<Client['prepare']>>();
  const prepareOnce = (source: string) => {
    check();
    const statement = recent.get(source) ?? client.prepare(source);
    recent.delete(source);
    recent.set(source, statement);
    const [oldest] = recent.keys();
    if (recent.size > kept && oldest !== undefined) recent.delete(oldest);
    return statement;
  };
  return new Proxy(client, {
    get: (target, property) => (property === 'prepare' ? prepareOnce : Reflect.get(target, property, target)),
  });
};
