import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import type * as schema from './schema.ts';

/**
 * Drizzle as the rooms see it, whichever database is behind it: queries are awaited, and a change without `returning`
 * answers nothing, since the two drivers do not agree on what it would answer.
 */
export type Orm = BaseSQLiteDatabase<'async', void, typeof schema>;

/** The key under which a door keeps its connection, out of reach of whoever does not import it. */
export const connection: unique symbol = Symbol('connection');

/** Runs one statement with its parameters: its rows, or how many rows it changed. */
export type Run = (params: Readonly<Record<string, unknown>>) => unknown;

/** Asks for a parameter by its name and gets what stands for it in a query. */
export type Ask = (name: string) => unknown;

/** What a door has behind it. */
export type Connection = {
  readonly orm: Orm;
  /** What was prepared on it, by the function that builds the query. */
  readonly prepared: WeakMap<object, Run>;
  /** Prepares what `build` makes. `Run` throws, or rejects, with the driver's error. */
  prepare(build: (orm: Orm, ask: Ask) => unknown): Run;
};
