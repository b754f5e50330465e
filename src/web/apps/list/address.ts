import type { App } from '../../../apps/app.ts';
import { queryOf } from '../../../apps/list/query-of.ts';
import { pageLength, type Question } from '../../../apps/list/question.ts';

/** What else a list's address says beside its question: the view that is open, and how many rows a page has. */
export type Extras = { view: string | undefined; rows: number };

/** The address of a list. */
export const addressOf = (app: App, question: Question, { view, rows }: Extras): string => {
  const query = new URLSearchParams(queryOf(app, question));
  if (view !== undefined) query.set('view', view);
  if (rows !== pageLength) query.set('rows', String(rows));
  const text = query.toString();
  return text === '' ? `/apps/${app.id}` : `/apps/${app.id}?${text}`;
};

/** What an address says beside its question. */
export const extrasIn = (query: URLSearchParams): Extras => {
  const rows = Number(query.get('rows'));
  const view = query.get('view') ?? '';
  return {
    view: /^[0-9a-f-]{36}$/.test(view) ? view : undefined,
    rows: Number.isInteger(rows) && rows > pageLength ? Math.min(rows, mostRows) : pageLength,
  };
};

/** So many rows a page can have grown to; beyond them the next begin a page of their own. */
export const mostRows = 500;
