import { Hono } from 'hono';
import { z } from 'zod';
import { ViewsPage, type ViewsProps } from '../../../../views/apps/list/views-page.tsx';
import type { FormErrors } from '../../../../views/form/error-summary.tsx';
import type { App } from '../../../apps/app.ts';
import { queryOf } from '../../../apps/list/query-of.ts';
import { readQuestion } from '../../../apps/list/read-question.ts';
import { addView, changeView, deleteView, mayChange, type ViewRefusal, viewsFor } from '../../../apps/list/views.ts';
import type { Words } from '../../../i18n/words.ts';
import { newId } from '../../../id.ts';
import type { Asked } from '../../env.ts';
import { typedText } from '../../guard/entered.ts';
import { lineOfText, ownId, ticked } from '../../guard/fields.ts';
import { form } from '../../guard/form.ts';
import { say } from '../../guard/say.ts';
import { signedIn } from '../../guard/signed-in.ts';
import { page } from '../../page.tsx';
import { type AtApp, atApp } from '../items/at-app.ts';
import { addressOf } from './address.ts';

/** Characters: as long as addresses may be. */
const longestQuery = 8_000;

const query = () => z.string().max(longestQuery).default('');
const newView = z.object({ id: ownId(), name: lineOfText(100), query: query(), shared: ticked() });
const change = z.object({ name: lineOfText(100).optional(), query: query().optional() });

/** Lists that people set up and named. */
export const viewRoutes = new Hono<AtApp>()
  .get('/apps/:id/views', signedIn, atApp('see'), (c) => showViews(c, undefined, 200))

  .post('/apps/:id/views', signedIn, atApp('see'), form(newView), async (c) => {
    const { app, may, house, person, entered, words } = c.var;
    const { typed } = entered;
    const shown = {
      name: typedText(typed, 'name'),
      shared: typedText(typed, 'shared') !== '',
      query: typedText(typed, 'query').slice(0, longestQuery),
    };
    if (!entered.ok) return await showViews(c, { of: '', typed: shown, errors: say(words, entered.errors) }, 422);
    const { id = newId(), name, shared } = entered.value;
    const kept = { id, name, shared, query: tidy(app, entered.value.query, words), at: Date.now() };
    const refused = await house.db.write((tx) => addView(tx, { person: person.id, may }, app.id, kept));
    if (refused) return await showViews(c, { of: '', typed: shown, errors: errorsOf(refused, words) }, 409);
    const question = readQuestion(app, new URLSearchParams(kept.query), words);
    return c.redirect(addressOf(app, question, { view: id, rows: 50 }), 303);
  })

  .post('/apps/:id/views/:view', signedIn, atApp('see'), form(change), async (c) => {
    const { app, may, house, person, entered, words } = c.var;
    const of = c.req.param('view');
    const typed = { name: typedText(entered.typed, 'name'), shared: false, query: '' };
    if (!entered.ok) return await showViews(c, { of, typed, errors: say(words, entered.errors) }, 422);
    const { name, query: wanted } = entered.value;
    const changes = {
      ...(name !== undefined && { name }),
      ...(wanted !== undefined && { query: tidy(app, wanted, words) }),
    };
    const keeper = { person: person.id, may };
    const refused =
      Object.keys(changes).length > 0 && (await house.db.write((tx) => changeView(tx, keeper, app.id, of, changes)));
    if (refused) return await showViews(c, { of, typed, errors: errorsOf(refused, words) }, 404);
    if (changes.query === undefined) return c.redirect(`/apps/${app.id}/views`, 303);
    const question = readQuestion(app, new URLSearchParams(changes.query), words);
    return c.redirect(addressOf(app, question, { view: of, rows: 50 }), 303);
  })

  .post('/apps/:id/views/:view/deletion', signedIn, atApp('see'), async (c) => {
    const { app, may, house, person } = c.var;
    await house.db.write((tx) => deleteView(tx, { person: person.id, may }, app.id, c.req.param('view')));
    return c.redirect(`/apps/${app.id}/views`, 303);
  });

const showViews = async (c: Asked<AtApp>, refused: ViewsProps['refused'], status: 200 | 404 | 409 | 422) => {
  const { app, may, house, person, words } = c.var;
  const views = await viewsFor(house.db.read, person.id, app.id);
  const kept = views.map((view) => {
    const question = readQuestion(app, new URLSearchParams(view.query), words);
    const href = addressOf(app, question, { view: view.id, rows: 50 });
    return { ...view, href, changeable: mayChange(view, may) };
  });
  const { administrator } = person;
  const children = <ViewsPage {...{ app, may, administrator, refused, words }} views={kept} newId={newId()} />;
  return await page(c, { title: words.itemList.views, section: 'apps', styles: ['apps.css'], children }, status);
};

/** As addresses of this app's lists are written: nothing else is kept. */
const tidy = (app: App, given: string, words: Words): string => {
  const question = readQuestion(app, new URLSearchParams(given), words);
  return queryOf(app, { ...question, after: null });
};

const errorsOf = (refused: ViewRefusal, { itemList }: Words): FormErrors => {
  const texts = { gone: itemList.viewGone, 'too-many': itemList.tooManyViews, 'sent-before': itemList.viewSentBefore };
  return { form: texts[refused] };
};
