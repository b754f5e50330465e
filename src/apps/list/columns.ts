import type { App } from '../app.ts';
import type { Field } from '../fields/field.ts';
import type { Column, Question, SortBy } from './question.ts';

/** What a list shows beside the titles: what was chosen, else the fields that lists show of themselves, and when items came. */
export const columnsOf = (app: App, { columns }: Pick<Question, 'columns'>): readonly Column[] =>
  columns ?? [...app.fields.filter(({ inList }) => inList).map(({ n }) => n), 'created'];

/** All that can be chosen. */
export const allColumns = (app: App): readonly Column[] => [
  'number',
  ...app.fields.map(({ n }) => n),
  'created',
  'changed',
];

/** The fields among columns, in their order. */
export const fieldsAmong = (app: App, columns: readonly Column[]): readonly Field[] =>
  columns.flatMap((column) => app.fields.find(({ n }) => n === column) ?? []);

/** What titles are sorted by: what they begin with. */
export const titleSort = (app: App): SortBy => {
  const [, first] = /\{(number|f:[^{}]+)\}/.exec(app.titlePattern) ?? [];
  const field = app.fields.find(({ id }) => `f:${id}` === first);
  return field && !unsorted.has(field.kind) ? field.n : 'number';
};

// Their first value alone would be sorted by.
const unsorted: ReadonlySet<string> = new Set(['choices', 'references', 'files', 'account']);
