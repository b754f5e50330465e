import { setImmediate as turn } from 'node:timers/promises';
import { harmless } from '../../csv/harmless.ts';
import { csvLine, csvStart } from '../../csv/write.ts';
import type { Reader } from '../../db/doors.ts';
import type { App } from '../app.ts';
import { cellOf } from '../fields/cell.ts';
import { type Names, namesFor } from '../fields/names.ts';
import { numberOf } from '../fields/title.ts';
import { valueIn } from '../fields/value.ts';
import type { Item } from '../items/item.ts';
import { allColumns, columnsOf, fieldsAmong } from '../list/columns.ts';
import type { Column, Question } from '../list/question.ts';
import { walkItems } from '../list/read.ts';

/** What is exported: which items, and what of them. */
export type Exported = { app: App; question: Question; columns: readonly Column[] };

/** What the columns are called that are no fields. */
export type ColumnWords = Readonly<Record<Exclude<Column, number>, string>>;

/** The columns of a file: all that there is, or those that the list shows, always with the numbers of the items. */
export const exportedColumns = (app: App, question: Question, all: boolean): readonly Column[] =>
  all ? allColumns(app) : [...new Set<Column>(['number', ...columnsOf(app, question)])];

/**
 * The items of a list that somebody sees as a CSV file, in parts: read as fast as they are taken, and everybody else is served in between. An
 * import makes the same values of it again.
 */
export async function* itemsCsv(
  db: Reader,
  viewer: string,
  { app, question, columns }: Exported,
  words: ColumnWords,
): AsyncGenerator<string, void, undefined> {
  yield csvStart + csvLine(columns.map((column) => harmless(headOf(app, column, words))));
  const fields = fieldsAmong(app, columns);
  for await (const items of walkItems(db, viewer, app, { ...question, after: null })) {
    for (let from = 0; from < items.length; from += atOnce) {
      const some = items.slice(from, from + atOnce);
      const docs = some.map(({ doc }) => doc);
      const names = await namesFor(db, fields, docs, viewer);
      yield some.map((item) => csvLine(columns.map((column) => cell(app, item, column, names)))).join('');
      await turn();
    }
  }
}

/** Items that are made cells of in one go. */
const atOnce = 50;

const headOf = (app: App, column: Column, words: ColumnWords): string =>
  typeof column === 'number' ? (app.fields.find(({ n }) => n === column)?.name ?? '') : words[column];

const cell = (app: App, item: Item, column: Column, names: Names): string => {
  switch (column) {
    case 'number':
      return harmless(numberOf(app, item.number));
    case 'created':
      return new Date(item.createdAt).toISOString();
    case 'changed':
      return new Date(item.updatedAt).toISOString();
    default: {
      const field = app.fields.find(({ n }) => n === column);
      if (!field) return '';
      const text = cellOf(field, valueIn(item.doc, field), names);
      // A negative number is a number.
      return field.kind === 'number' || field.kind === 'money' ? text : harmless(text);
    }
  }
};
