import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { App } from '../../apps/app.ts';
import { appById } from '../../apps/read.ts';
import { newId } from '../../id.ts';
import { atSession } from '../../records/at-session.ts';
import { createFromChat } from '../../records/create.ts';
import { formFor, usedBy } from '../../records/form-for.ts';
import { fixedFor } from '../../records/prefill.ts';
import { accountsGiven } from '../apps/items/accounts.ts';
import type { AtApp } from '../apps/items/at-app.ts';
import { enterItem, refusedForm } from '../apps/items/form.ts';
import { itemUpload } from '../apps/items/upload.ts';
import type { SignedIn } from '../env.ts';
import { ownId } from '../guard/fields.ts';
import { signedIn } from '../guard/signed-in.ts';
import { type Form, readForm } from '../guard/upload.ts';
import { answerDone } from './answer.tsx';
import { showRefused } from './refused.tsx';
import { showForm, showFresh } from './show-form.tsx';

/** The app of the address, so that what the form brings can be read: whether it is the person's to use is judged with the session. */
const ofApp = createMiddleware<AtApp & { Variables: { form: Form } }>(async (c, next) => {
  const { house } = c.var;
  const app = await appById(house.db.read, c.req.query('app') ?? '');
  if (!app) {
    // The page that says so shows what was typed.
    c.set('form', await readForm(c));
    return await c.notFound();
  }
  c.set('app', app);
  return await next();
});

const wantedIn = (app: Pick<App, 'id'>, as: string | undefined) =>
  as === 'client' ? ({ as: 'client' } as const) : ({ as: 'other', appId: app.id } as const);

/** Items that are created beside a conversation: the client's own ("Link"), and what is registered for the client ("Create"). */
export const newRecordRoutes = new Hono<SignedIn>()
  .get('/sessions/:id/items/new', signedIn, async (c) => {
    const { house, person } = c.var;
    const db = house.db.read;
    const at = await atSession(db, person.id, c.req.param('id'));
    if ('refused' in at) return await showRefused(c, c.req.param('id'), at);
    const found = await formFor(db, at, wantedIn({ id: c.req.query('app') ?? '' }, 'other'));
    if ('refused' in found) return await showRefused(c, at.session.id, found);
    return await showFresh(c, at, found, 'other');
  })
  .post('/sessions/:id/items', signedIn, ofApp, itemUpload, async (c) => {
    const { house, person, app, form } = c.var;
    const session = c.req.param('id');
    const wanted = wantedIn(app, c.req.query('as'));
    const typed = form.fields;
    const at = await atSession(house.db.read, person.id, session);
    if ('refused' in at) return await showRefused(c, session, at, { typed });
    const id = ownId().parse(form.fields['id']) ?? newId();
    // What somebody else has linked meanwhile is told with the form, once it was read.
    const found = usedBy(at, wanted);
    if ('refused' in found) return await showRefused(c, session, found, { typed });
    if (found.app.id !== app.id) return await showRefused(c, session, { refused: 'other-app' }, { typed });
    const fixed = fixedFor(app, at.session.client.accountId);
    const entered = await enterItem(c, app, { fixed });
    const shown = { as: wanted.as, id, form: entered.shown };
    if (entered.kind !== 'entered')
      return await showForm(c, at, found, { ...shown, status: entered.kind === 'find' ? 200 : 422 });
    const { doc, files } = entered;
    const accounts = await accountsGiven(c, app, doc);
    const by = { person: person.id, session, at: Date.now() };
    const given = { appId: app.id, id, doc, files, accounts, as: wanted.as };
    const outcome = await house.db.write((tx) => createFromChat(tx, given, by));
    if (!('refused' in outcome)) {
      if (outcome.message !== null) form.keep();
      return await answerDone(c, session, wanted.as === 'client' ? 'linked' : 'created', outcome);
    }
    if (outcome.refused === 'values') {
      const refused = refusedForm(entered.shown, outcome.problems);
      return await showForm(c, at, found, { ...shown, form: refused, status: 422 });
    }
    return await showRefused(c, session, outcome, { typed, again: { at, found, shown } });
  });
