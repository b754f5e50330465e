import { alias, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** What tables are made of. */
export const sqlite = {
  alias,
  index,
  primaryKey,
  table: sqliteTable,
  uniqueIndex,

  /** Any text. Ids are text too: UUIDv7, made by the application. */
  text: (name: string) => text(name),

  /** Text that takes one of the given words only; the database does not check it, the types do. */
  word: <const W extends readonly [string, ...string[]]>(name: string, words: W) => text(name, { enum: words }),

  /** A whole number below 2^53. Times are such numbers: milliseconds since 1970, UTC. */
  int: (name: string) => integer(name, { mode: 'number' }),

  /** Any number, as a double holds it. */
  real: (name: string) => real(name),

  /** Yes or no. */
  bool: (name: string) => integer(name, { mode: 'boolean' }),

  /** A value stored as JSON. */
  json: (name: string) => text(name, { mode: 'json' }),

  /** A primary key that the database counts up and never gives twice. */
  counter: (name: string) => integer(name, { mode: 'number' }).primaryKey({ autoIncrement: true }),
};
