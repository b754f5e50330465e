import type { Placeholder, SQL } from 'drizzle-orm';
import type { Orm } from './connection.ts';
import type { Tx } from './doors.ts';
import { type Params, writeStatement } from './statement.ts';

/** What stands for the values of one row in a prepared insert. */
type Slots<Row> = { [K in keyof Row]: Placeholder<string, Row[K]> & SQL<Row[K]> };

/**
 * Inserts thousands of rows in prepared statements of a hundred: writing a new statement for each batch costs three times
 * as much, and everybody waits for whoever writes.
 *
 *     const insertMembers = insertMany<Member>(['groupId', 'userId'], (tx, rows) => tx.insert(groupMembers).values(rows));
 *     await insertMembers(tx, members);
 *
 * @param columns every column that the rows give
 */
export const insertMany = <Row extends object>(
  columns: readonly (keyof Row & string)[],
  insert: (tx: Pick<Tx, keyof Orm & keyof Tx>, rows: Slots<Row>[]) => PromiseLike<unknown>,
): ((tx: Tx, rows: readonly Row[]) => Promise<void>) => {
  const statementOf = (size: number) =>
    writeStatement((tx, p: Params<Record<string, unknown>>) =>
      insert(
        tx,
        Array.from({ length: size }, (_, place) => slotsOf<Row>(columns, (column) => p(`${column}${place}`))),
      ),
    );
  const [many, one] = [statementOf(atOnce), statementOf(1)];

  return async (tx, rows) => {
    const whole = rows.length - (rows.length % atOnce);
    for (let from = 0; from < whole; from += atOnce) await many(tx, valuesOf(columns, rows.slice(from, from + atOnce)));
    for (const row of rows.slice(whole)) await one(tx, valuesOf(columns, [row]));
  };
};

/** Rows of one statement; the widest table has room for its parameters in either database. */
const atOnce = 100;

// The slots of a row have the row's columns by construction, which the types cannot see.
const slotsOf = <Row>(columns: readonly string[], slot: (column: string) => unknown): Slots<Row> =>
  Object.fromEntries(columns.map((column) => [column, slot(column)])) as Slots<Row>;

const valuesOf = <Row extends object>(columns: readonly (keyof Row & string)[], rows: readonly Row[]) => {
  const values: Record<string, unknown> = {};
  for (const [place, row] of rows.entries()) for (const column of columns) values[`${column}${place}`] = row[column];
  return values;
};
