import { getTableName, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as schema from './schema.ts';

/** What we read of a driver's error, whichever driver it was. */
export type DriverError = Error & { code?: string; constraint?: string };

/** The error and what caused it, outermost first: Drizzle wraps what the drivers throw. */
export const causes = (error: unknown): DriverError[] => {
  const chain: DriverError[] = [];
  for (let cause = error; cause instanceof Error && chain.length < 10; cause = cause.cause) chain.push(cause);
  return chain;
};

/** Whether the driver says that a unique key, or this one, exists already. */
export const violatesKey = (error: DriverError, index: string | undefined): boolean => {
  if (error.code === '23505') return index === undefined || isNamed(error.constraint ?? '', index);
  if (error.code !== 'SQLITE_CONSTRAINT_UNIQUE' && error.code !== 'SQLITE_CONSTRAINT_PRIMARYKEY') return false;
  return index === undefined || error.message.endsWith(`: ${columnsOf().get(index)}`);
};

/** PostgreSQL names the constraint; Drizzle gives a primary key of several columns a longer name than its table's. */
const isNamed = (constraint: string, index: string): boolean =>
  constraint === index ||
  (index.endsWith('_pkey') && constraint.startsWith(index.slice(0, -'pkey'.length)) && constraint.endsWith('_pk'));

/** SQLite names the columns instead: `users.email_key`, or several with commas. */
const columnsOf = (): ReadonlyMap<string, string> => {
  keys ??= new Map(Object.values(schema).flatMap((table) => (is(table, SQLiteTable) ? keysOf(table) : [])));
  return keys;
};
let keys: ReadonlyMap<string, string> | undefined;

const keysOf = (table: SQLiteTable): [string, string][] => {
  const name = getTableName(table);
  const { columns, indexes, primaryKeys } = getTableConfig(table);
  const qualified = (names: readonly string[]) => names.map((column) => `${name}.${column}`).join(', ');
  const single = columns.filter((column) => column.primary);
  const primary = primaryKeys[0]?.columns ?? single;
  return [
    [`${name}_pkey`, qualified(primary.map((column) => column.name))],
    ...indexes
      .filter(({ config }) => config.unique)
      .map(({ config }): [string, string] => [
        config.name,
        qualified(config.columns.map((column) => ('name' in column ? String(column.name) : ''))),
      ]),
  ];
};
