import type { Placeholder, SQL } from 'drizzle-orm';
import type { Orm } from './connection.ts';
import type { Tx } from './doors.ts';
import { type Params, writeStatement } from './statement.ts';

/** What stands for the values of one row in a prepared insert. */
type Slots<Row> = { [K in keyof Row]: Placeholder<string, Row[K]> & SQL<Row[K]> };

/**
 * Inserts thousands of rows in prepared statements of a hundred and of ten: writing a new statement for each batch costs three times
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
  const statements = sizes.map((size) => ({ size, insertRows: statementOf(size), names: namesOf(columns, size) }));

  return async (tx, rows) => {
    let from = 0;
    for (const { size, insertRows, names } of statements)
      for (; rows.length - from >= size; from += size) await insertRows(tx, valuesOf(columns, names, rows, from));
  };
};

/** Rows of one statement, largest first; the widest table has room for the parameters of so many in either database. */
const sizes = [100, 10, 1];

/** What the parameters of a statement are called: by row, then by column. */
const namesOf = (columns: readonly string[], size: number): string[][] =>
  Array.from({ length: size }, (_, place) => columns.map((column) => `${column}${place}`));

// The slots of a row have the row's columns by construction, which the types cannot see.
const slotsOf = <Row>(columns: readonly string[], slot: (column: string) => unknown): Slots<Row> =>
  Object.fromEntries(columns.map((column) => [column, slot(column)])) as Slots<Row>;

const valuesOf = <Row extends object>(
  columns: readonly (keyof Row & string)[],
  names: readonly (readonly string[])[],
  rows: readonly Row[],
  from: number,
) => {
  const values: Record<string, unknown> = {};
  for (const [place, ofRow] of names.entries()) {
    const row = rows[from + place];
    if (row) for (const [index, column] of columns.entries()) values[ofRow[index] ?? ''] = row[column];
  }
  return values;
};
