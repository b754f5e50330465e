import { integer, text as textColumn } from 'drizzle-orm/sqlite-core';

export { alias, foreignKey, index, primaryKey, sqliteTable as table, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Any text. Ids are text too: UUIDv7, made by the application. */
export const text = (name: string) => textColumn(name);

/** Text that takes one of the given words only; the database does not check it, the types do. */
export const word = <const W extends readonly [string, ...string[]]>(name: string, words: W) =>
  textColumn(name, { enum: words });

/** A whole number below 2^53. Times are such numbers: milliseconds since 1970, UTC. */
export const int = (name: string) => integer(name, { mode: 'number' });

/** Yes or no. */
export const bool = (name: string) => integer(name, { mode: 'boolean' });

/** A value stored as JSON. */
export const json = (name: string) => textColumn(name, { mode: 'json' });

/** A primary key that the database counts up and never gives twice. */
export const counter = (name: string) => integer(name, { mode: 'number' }).primaryKey({ autoIncrement: true });
