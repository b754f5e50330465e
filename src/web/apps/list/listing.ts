import type { Listing } from '../../../../views/apps/list/list-page.tsx';
import type { SavedViews } from '../../../../views/apps/list/saved-views.tsx';
import type { App, AppMay } from '../../../apps/app.ts';
import { namesFor } from '../../../apps/fields/names.ts';
import { numberOf } from '../../../apps/fields/title.ts';
import { columnsOf, fieldsAmong } from '../../../apps/list/columns.ts';
import { queryOf } from '../../../apps/list/query-of.ts';
import type { Question } from '../../../apps/list/question.ts';
import { countItems, listItems } from '../../../apps/list/read.ts';
import { readQuestion } from '../../../apps/list/read-question.ts';
import { mayChange, type View, viewsFor } from '../../../apps/list/views.ts';
import { newId } from '../../../id.ts';
import type { Asked, SignedIn } from '../../env.ts';
import { addressOf, type Extras, mostRows } from './address.ts';
import { chipsOf } from './chips.ts';
import { shownColumns } from './columns.ts';
import { pickedNames } from './picked.ts';

/** A list as it was asked for: everything of it but the form. */
export const listingFor = async (
  c: Asked<SignedIn>,
  app: App,
  may: AppMay,
  { question, extras, wrong }: { question: Question; extras: Extras; wrong: readonly string[] },
): Promise<Listing> => {
  const { house, person, words } = c.var;
  const db = house.db.read;
  const found = await listItems(db, person.id, app, question, { length: extras.rows });
  const count = await countItems(db, person.id, app, question);
  const shown = fieldsAmong(app, columnsOf(app, question));
  const docs = found.items.map(({ doc }) => doc);
  const plain = { view: extras.view, rows: pageRows };
  const href = (change: Partial<Question>) => addressOf(app, { ...question, after: null, ...change }, plain);
  const beginning = question.after === null;
  const first = { ...question, after: null };
  // Many rows of one page would make the next as long.
  const more = found.after && addressOf(app, { ...question, after: found.after }, plain);
  const query = queryOf(app, first);
  return {
    ...{ app, may, wrong, words },
    rows: {
      items: found.items,
      columns: shownColumns(app, question, words, href),
      names: await namesFor(db, shown, docs, person.id),
      number: (item) => numberOf(app, item.number),
      words,
    },
    place: {
      from: found.before + 1,
      to: found.before + found.items.length,
      count,
      more,
      first: beginning ? null : addressOf(app, first, plain),
    },
    chips: chipsOf(app, question, await pickedNames(c, app, question), words, href),
    clear: addressOf(app, { ...first, filters: [], text: '' }, plain),
    views: savedViews(app, may, await viewsFor(db, person.id, app.id), question, extras, words),
    export: `/apps/${app.id}/export${query === '' ? '' : `?${query}`}`,
  };
};

/** The address under which as many rows as are shown now stand on one page; undefined where they are too many. */
export const grownAddress = (
  app: App,
  question: Question,
  view: string | undefined,
  rows: number,
): string | undefined => (rows > mostRows ? undefined : addressOf(app, { ...question, after: null }, { view, rows }));

const pageRows = 50;

const savedViews = (
  app: App,
  may: AppMay,
  views: readonly View[],
  question: Question,
  extras: Extras,
  words: Asked<SignedIn>['var']['words'],
): SavedViews => {
  const query = queryOf(app, { ...question, after: null });
  const listOf = (view: View) => readQuestion(app, new URLSearchParams(view.query), words, question.at.now);
  const open = views.find(({ id }) => id === extras.view);
  const same = open && queryOf(app, { ...listOf(open), after: null }) === query;
  return {
    appId: app.id,
    all: views.map((view) => ({
      ...view,
      href: addressOf(app, { ...listOf(view), after: null }, { view: view.id, rows: pageRows }),
    })),
    open,
    changed: open !== undefined && !same && mayChange(open, may),
    query,
    mayShare: may.edit,
    newId: newId(),
  };
};
