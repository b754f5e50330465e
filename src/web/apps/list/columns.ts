import type { ColumnPick } from '../../../../views/apps/list/columns-panel.tsx';
import type { ShownColumn } from '../../../../views/apps/list/table.tsx';
import type { App } from '../../../apps/app.ts';
import { allColumns, columnsOf, titleSort } from '../../../apps/list/columns.ts';
import { nameOf } from '../../../apps/list/query-of.ts';
import type { Column, Question, SortBy } from '../../../apps/list/question.ts';
import type { Words } from '../../../i18n/words.ts';

/** The columns of a list, the title first, each with the list sorted by it. */
export const shownColumns = (
  app: App,
  question: Question,
  words: Words,
  href: (change: Partial<Question>) => string,
): ShownColumn[] => {
  const sortBy = (by: SortBy): ShownColumn['sort'] => {
    const { sort } = question;
    const sorted = sort.by === by;
    // What is new is looked for more often than what is old.
    const descending = sorted ? !sort.descending : by === 'created' || by === 'changed';
    return {
      href: href({ sort: { by, descending } }),
      sorted: sorted ? (sort.descending ? 'descending' : 'ascending') : undefined,
    };
  };
  const columns = columnsOf(app, question);
  const ofTitle = titleSort(app);
  // Of two columns that are sorted by the same, the other says so.
  const title = { ...sortBy(ofTitle), ...(columns.includes(ofTitle) && { sorted: undefined }) };
  return [
    { label: words.itemList.title, of: 'title', sort: title },
    ...columns.flatMap((column): ShownColumn[] => {
      const of = typeof column === 'number' ? app.fields.find(({ n }) => n === column) : column;
      return of === undefined ? [] : [{ label: labelOf(app, column, words), of, sort: sortBy(column) }];
    }),
  ];
};

/** All columns that there can be, those that are shown first. */
export const columnPicks = (app: App, question: Question, words: Words): ColumnPick[] => {
  const shown = columnsOf(app, question);
  const others = allColumns(app).filter((column) => !shown.includes(column));
  return [...shown, ...others].map((column) => ({
    name: nameOf(column),
    label: labelOf(app, column, words),
    shown: shown.includes(column),
  }));
};

/** All that a list can be sorted by. */
export const sortChoices = (app: App, words: Words): { value: string; label: string }[] =>
  allColumns(app).map((column) => ({ value: nameOf(column), label: labelOf(app, column, words) }));

const labelOf = (app: App, column: Column, { itemList }: Words): string =>
  typeof column === 'number' ? (app.fields.find(({ n }) => n === column)?.name ?? '') : itemList[column];
