import { EndedPage } from '../../../../views/apps/transfer/ended.tsx';
import { columnName, MappingPage } from '../../../../views/apps/transfer/mapping.tsx';
import { type FirstItem, PreviewPage } from '../../../../views/apps/transfer/preview.tsx';
import { ProgressPage } from '../../../../views/apps/transfer/progress.tsx';
import type { FormErrors } from '../../../../views/form/error-summary.tsx';
import type { App } from '../../../apps/app.ts';
import { namesFor } from '../../../apps/fields/names.ts';
import { type Doc, valueIn } from '../../../apps/fields/value.ts';
import { type ColumnsWrong, canImport } from '../../../apps/transfer/columns.ts';
import type { ItemImport } from '../../../apps/transfer/shape.ts';
import type { Words } from '../../../i18n/words.ts';
import type { Asked } from '../../env.ts';
import { page } from '../../page.tsx';
import type { AtImport } from './at-import.ts';
import { ofApp } from './of-app.ts';
import { sayFailure, sayRows } from './say.ts';

/** The page of an import as it stands. @param notice why what was asked for was not done: it is a conflict then */
export const showImport = async (c: Asked<AtImport>, found: ItemImport, notice?: string): Promise<Response> => {
  const { words, app } = c.var;
  const { state, plan } = found;
  const status = notice === undefined ? 200 : 409;
  switch (state) {
    case 'mapping':
      return await showMapping(c, found, [], notice);
    case 'reading':
    case 'writing':
    case 'undoing': {
      const children = <ProgressPage {...ofApp(c)} found={found} state={state} notice={notice} />;
      return await shown(c, words.transfer.progressTitle[state], children, status);
    }
    case 'read':
      return await showPreview(c, found, notice);
    case 'done':
    case 'cancelled':
    case 'failed': {
      const why = plan.failure && state === 'failed' ? sayFailure(words, plan.failure) : undefined;
      const bad = sayRows(words, app, plan.found?.badRows ?? []);
      const children = <EndedPage {...ofApp(c)} found={found} state={state} why={why} bad={bad} />;
      return await shown(c, words.transfer[`${state}Title`], children, status);
    }
  }
};

/** Where the columns go, and what is wrong with that. */
export const showMapping = async (
  c: Asked<AtImport>,
  { id, name, plan }: ItemImport,
  wrong: readonly ColumnsWrong[],
  notice?: string,
): Promise<Response> => {
  const { app, words } = c.var;
  const { file, columns, onBad } = plan;
  const errors = { ...(notice !== undefined && { form: notice }), ...sayWrong(words, wrong) };
  const children = (
    <MappingPage
      {...ofApp(c)}
      {...{ id, name, file, columns, onBad, errors }}
      fields={app.fields.filter(canImport)}
      others={app.fields.filter((field) => !canImport(field))}
    />
  );
  const status = notice !== undefined ? 409 : wrong.length > 0 ? 422 : 200;
  return await shown(c, words.transfer.mappingTitle, children, status);
};

const sayWrong = ({ transfer }: Words, wrong: readonly ColumnsWrong[]): FormErrors =>
  Object.fromEntries(
    wrong.map(({ column, problem, about }, place) => [
      column === null ? `form${place}` : columnName(column),
      transfer.wrong[problem](about),
    ]),
  );

const showPreview = async (c: Asked<AtImport>, found: ItemImport, notice: string | undefined): Promise<Response> => {
  const { house, person, app, words } = c.var;
  const told = found.plan.found ?? { good: 0, bad: 0, badRows: [], first: [] };
  const docs = told.first.map(({ doc }) => doc);
  const names = await namesFor(house.db.read, app.fields, docs, person.id);
  const bad = sayRows(words, app, told.badRows);
  const first = told.first.map(({ line, doc }) => ({ line, values: valuesIn(app, doc) }));
  const children = <PreviewPage {...ofApp(c)} {...{ found, told, bad, first, names, notice }} />;
  return await shown(c, words.transfer.previewTitle, children, notice === undefined ? 200 : 409);
};

const valuesIn = (app: App, doc: Doc): FirstItem['values'] =>
  app.fields.flatMap((field) => {
    const value = valueIn(doc, field);
    return value === undefined ? [] : [{ field, value }];
  });

const shown = (
  c: Asked<AtImport>,
  title: string,
  children: Parameters<typeof page>[1]['children'],
  status: 200 | 409 | 422,
): Promise<Response> => page(c, { title, section: 'apps', styles: ['apps.css'], children }, status);
