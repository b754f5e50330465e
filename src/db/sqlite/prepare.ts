import { sql } from 'drizzle-orm';
import type { Ask, Orm, Run } from '../connection.ts';
import { binder } from './bind.ts';
import type { Client } from './connect.ts';
import { type Fields, rowReader } from './rows.ts';

/** What Drizzle makes of a query; the last two it keeps to itself: statement.data.test.ts fails when they are no longer there. */
type Prepared = {
  getQuery(): { sql: string; params: unknown[] };
  all(values: Readonly<Record<string, unknown>>): unknown;
  fields?: Fields;
  joinsNotNullableMap?: Readonly<Record<string, boolean>>;
};

/**
 * Prepares a query for SQLite. Drizzle writes it; binding its parameters and reading its rows is done here, at about half of
 * the cost: see docs/decisions/2026-11-22-two-doors.md.
 */
export const prepare = (client: Client, orm: Orm, build: (orm: Orm, ask: Ask) => unknown): Run => {
  const query = build(orm, (name) => sql.placeholder(name)) as { prepare(): Prepared };
  const prepared = query.prepare();
  const { sql: source, params } = prepared.getQuery();
  const bind = binder(params);
  const statement = client.prepare<unknown[], unknown[]>(source);
  if (!prepared.fields) return (values) => statement.run(...bind(values)).changes;
  const read = rowReader(prepared.fields, prepared.joinsNotNullableMap ?? {});
  if (!read) return (values) => prepared.all(values);
  const rows = statement.raw();
  return (values) => rows.all(...bind(values)).map(read);
};
