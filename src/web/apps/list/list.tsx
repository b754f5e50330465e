import { Hono } from 'hono';
import { type Asking, FiltersSaid } from '../../../../views/apps/list/ask.tsx';
import { Foot, Shown } from '../../../../views/apps/list/foot.tsx';
import { FoundItems, ItemListPage, type Listing } from '../../../../views/apps/list/list-page.tsx';
import { ItemRows } from '../../../../views/apps/list/table.tsx';
import type { App } from '../../../apps/app.ts';
import { filterInputs, type Looked } from '../../../apps/list/panel.ts';
import { nameOf } from '../../../apps/list/query-of.ts';
import type { Question } from '../../../apps/list/question.ts';
import { judgeQuery } from '../../../apps/list/read-question.ts';
import type { Asked, SignedIn } from '../../env.ts';
import { signedIn } from '../../guard/signed-in.ts';
import { isHtmx } from '../../htmx.ts';
import { page } from '../../page.tsx';
import { type AtApp, atApp } from '../items/at-app.ts';
import { addressOf, type Extras, extrasIn } from './address.ts';
import { columnPicks, sortChoices } from './columns.ts';
import { grownAddress, listingFor } from './listing.ts';
import { lookedFor, pickedNames } from './picked.ts';

/** The items of an app: as a page, or what scripts put into it. */
export const listRoutes = new Hono<AtApp>().get('/apps/:id', signedIn, atApp('see'), async (c) => {
  const { app, may, words } = c.var;
  const query = new URL(c.req.url).searchParams;
  const { question, wrong } = judgeQuery(app, query, words, Date.now());
  const extras = extrasIn(query);
  const htmx = isHtmx(c);
  const looks = [...query].some(([name, value]) => name.startsWith('find') && value !== '');
  // The form sends each input, also empty ones: the address that is kept and passed on says no more than it has to.
  const tidy = addressOf(app, question, extras);
  if (!htmx && query.has('apply') && !looks && wrong.length === 0) return c.redirect(tidy, 303);
  const listing = await listingFor(c, app, may, { question, extras, wrong });
  if (htmx) return htmxAnswer(c, listing, question, extras, tidy);
  const looked = await lookedFor(c.var.house.db.read, app, c.var.person.id, query);
  const asking = await askingFor(c, app, question, extras, looked, looks);
  const { administrator } = c.var.person;
  const children = <ItemListPage listing={listing} asking={asking} administrator={administrator} />;
  return await page(c, { title: app.name, section: 'apps', styles: ['apps.css'], children });
});

const htmxAnswer = (
  c: Asked<SignedIn>,
  listing: Listing,
  question: Question,
  { view }: Extras,
  tidy: string,
): Response | Promise<Response> => {
  const { words } = c.var;
  if (question.after === null) {
    c.header('HX-Replace-Url', tidy);
    return c.html(
      <>
        <FoundItems {...listing} />
        <hx-partial hx-target="#list-filters" hx-swap="innerHTML">
          <FiltersSaid count={question.filters.length} words={words} />
        </hx-partial>
      </>,
    );
  }
  // What was there stays above: so does the place, also when the page is loaded again or come back to.
  const place = { ...listing.place, from: 1, first: null };
  const grown = grownAddress(listing.app, question, view, place.to);
  if (grown !== undefined) c.header('HX-Replace-Url', grown);
  return c.html(
    <>
      <hx-partial hx-target="#list-rows" hx-swap="beforeend">
        <ItemRows {...listing.rows} />
      </hx-partial>
      <hx-partial hx-target="#list-shown" hx-swap="innerHTML">
        <Shown place={place} words={words} />
      </hx-partial>
      <Foot place={place} words={words} />
    </>,
  );
};

const askingFor = async (
  c: Asked<SignedIn>,
  app: App,
  question: Question,
  extras: Extras,
  looked: ReadonlyMap<number, Looked>,
  open: boolean,
): Promise<Asking> => {
  const { words } = c.var;
  return {
    app,
    text: question.text,
    filters: filterInputs(app, question, looked),
    names: await pickedNames(c, app, question, looked),
    columns: columnPicks(app, question, words),
    sort: { by: nameOf(question.sort.by), descending: question.sort.descending, choices: sortChoices(app, words) },
    set: question.filters.length,
    open,
    view: extras.view,
  };
};
