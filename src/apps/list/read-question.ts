import type { App } from '../app.ts';
import { cleanLine } from '../fields/clean.ts';
import type { At } from '../fields/shown/format.ts';
import { columnsOf } from './columns.ts';
import { readCursor } from './cursor.ts';
import { type Params, paramsOf } from './params.ts';
import { type Column, type Filter, newestFirst, type Question, type SortBy } from './question.ts';
import { readFilter } from './read-filter.ts';

/** What an address asks for, and what of it makes no sense: names of fields, or what stood there instead of one. */
export type Judged = { question: Question; wrong: readonly string[] };

/**
 * What the query of a list's address asks for. It never fails: what makes no sense, such as a field that is gone, counts as nothing.
 *
 * @param at in which language numbers were typed, and in which zone days are counted
 * @param now ms since 1970: what "today" is
 */
export const readQuestion = (app: App, query: URLSearchParams, at: At, now: number = Date.now()): Question =>
  judgeQuery(app, query, at, now).question;

/** The same, and what was left out. */
export const judgeQuery = (app: App, query: URLSearchParams, at: At, now: number): Judged => {
  const { fields, strange } = paramsOf(query);
  const filters = filtersIn(app, fields, at);
  const sort = sortIn(app, query.get('sort') ?? '', query.get('way') === 'down');
  const columns = columnsIn(app, query.getAll('col').slice(0, mostColumns));
  const wrong = [...filters.wrong, ...(sort ? [] : [query.get('sort') ?? '']), ...columns.wrong, ...strange];
  return {
    question: {
      columns: columns.shown.length === 0 || isUsual(app, columns.shown) ? null : columns.shown,
      sort: sort ?? newestFirst,
      filters: filters.set,
      text: cleanLine(query.get('q') ?? '')
        .slice(0, longestText)
        .toWellFormed(),
      after: readCursor(query.get('after') ?? ''),
      at: { now, zone: at.zone ?? 'UTC' },
    },
    wrong: [...new Set(wrong.map(shortened).filter((name) => name !== ''))],
  };
};

/** Filters that one list takes. */
const mostFilters = 20;
const mostColumns = 200;
const longestText = 200;

const filtersIn = (app: App, fields: Params['fields'], at: At): { set: Filter[]; wrong: string[] } => {
  const set: Filter[] = [];
  const wrong: string[] = [];
  for (const [n, given] of fields) {
    const field = app.fields.find((one) => one.n === n);
    const read = field ? readFilter(field, given, at) : 'wrong';
    if (read === undefined) continue;
    if (read === 'wrong' || set.length === mostFilters) wrong.push(field?.name ?? `f${n}`);
    else set.push(read);
  }
  return { set, wrong };
};

const columnsIn = (app: App, names: readonly string[]): { shown: readonly Column[]; wrong: readonly string[] } => {
  const named = names.map((name) => ({ name, column: namedIn(app, name) }));
  const shown = named.flatMap(({ column }): Column[] => (column === undefined ? [] : [column]));
  return { shown: [...new Set(shown)], wrong: named.flatMap(({ name, column }) => (column === undefined ? name : [])) };
};

/** The form sends all columns that it shows, also when nobody chose any. */
const isUsual = (app: App, shown: readonly Column[]): boolean =>
  shown.join() === columnsOf(app, { columns: null }).join();

const sortIn = (app: App, given: string, down: boolean): Question['sort'] | undefined => {
  if (given === '') return newestFirst;
  const by = namedIn(app, given.replace(/^-/, ''));
  return by === undefined ? undefined : { by, descending: given.startsWith('-') || down };
};

const namedIn = (app: App, name: string): (Column & SortBy) | undefined => {
  if (name === 'number' || name === 'created' || name === 'changed') return name;
  return app.fields.find(({ n }) => `f${n}` === name)?.n;
};

const shortened = (name: string): string => cleanLine(name).slice(0, 40).toWellFormed();
