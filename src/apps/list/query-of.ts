import type { App } from '../app.ts';
import type { Field } from '../fields/field.ts';
import { decimalsOf, plainDecimal, plainNumber } from '../fields/shown/format.ts';
import { writeCursor } from './cursor.ts';
import { fieldParams, type Given } from './params.ts';
import { type Column, type Filter, newestFirst, type Question, type SortBy } from './question.ts';

/** A question as the query of the list's address, as `readQuestion` reads it; '' for the list as it is of itself. */
export const queryOf = (app: App, { columns, sort, filters, text, after }: Question): string => {
  const query: [string, string][] = [];
  if (text !== '') query.push(['q', text]);
  for (const filter of filters) {
    const field = app.fields.find(({ n }) => n === filter.field);
    if (field) query.push(...fieldParams(field.n, givenOf(field, filter)));
  }
  if (sort.by !== newestFirst.by || sort.descending !== newestFirst.descending)
    query.push(['sort', `${sort.descending ? '-' : ''}${nameOf(sort.by)}`]);
  for (const column of columns ?? []) query.push(['col', nameOf(column)]);
  if (after) query.push(['after', writeCursor(after)]);
  return new URLSearchParams(query).toString();
};

/** How addresses name a column, or what a list is sorted by. */
export const nameOf = (by: Column | SortBy): string => (typeof by === 'number' ? `f${by}` : by);

/** What a filter's inputs hold. Numbers are written as every machine reads them. */
export const givenOf = (field: Field, filter: Filter): Given => {
  const given = { op: '', values: [], from: '', to: '' };
  switch (filter.is) {
    case 'contains':
      return { ...given, op: 'has', values: [filter.text] };
    case 'equals':
      return { ...given, op: 'is', values: [filter.text] };
    case 'begins':
      return { ...given, op: 'begins', values: [filter.text] };
    case 'any':
      return { ...given, values: filter.of };
    case 'between':
      return { ...given, from: numberText(field, filter.from), to: numberText(field, filter.to) };
    case 'days':
      return { ...given, from: filter.from ?? '', to: filter.to ?? '' };
    case 'period':
      return { ...given, op: filter.period };
    default:
      return { ...given, op: filter.is };
  }
};

const numberText = (field: Field, value: number | null): string => {
  if (value === null) return '';
  return field.kind === 'money' ? plainDecimal(value, decimalsOf(field.options.currency)) : plainNumber(value, 6);
};
