import {
  alias,
  bigint,
  boolean,
  doublePrecision,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

/** What columns.sqlite.ts says, for PostgreSQL: the same names, the same parameters. */
export const pg = {
  alias,
  index,
  primaryKey,
  table: pgTable,
  uniqueIndex,
  text: (name: string) => text(name),
  word: <const W extends readonly [string, ...string[]]>(name: string, words: W) => text(name, { enum: [...words] }),
  int: (name: string) => bigint(name, { mode: 'number' }),
  real: (name: string) => doublePrecision(name),
  bool: (name: string) => boolean(name),
  json: (name: string) => jsonb(name),
  counter: (name: string) => bigint(name, { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
};
