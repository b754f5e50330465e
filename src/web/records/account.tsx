import { Hono } from 'hono';
import { z } from 'zod';
import { RecordsChanged } from '../../../views/records/session-records.tsx';
import { atSession } from '../../records/at-session.ts';
import { formFor } from '../../records/form-for.ts';
import { linkAccount, unlinkAccount } from '../../records/link.ts';
import { recordsOf } from '../../records/of-session.ts';
import { sessionFor } from '../../sessions/row.ts';
import type { SignedIn } from '../env.ts';
import { form } from '../guard/form.ts';
import { signedIn } from '../guard/signed-in.ts';
import { isHtmx } from '../htmx.ts';
import { answerDone } from './answer.tsx';
import { showRefused } from './refused.tsx';
import { showFresh } from './show-form.tsx';

/** `app`: the one that the page showed as the line's. */
const choice = z.object({ app: z.string().max(64), item: z.string().max(64) });

/** The block "Account": linking a client to an item that is there, and unlinking. */
export const accountLinkRoutes = new Hono<SignedIn>()
  .get('/sessions/:id/records', signedIn, async (c) => {
    const { house, person, words } = c.var;
    const row = await sessionFor(house.db.read, person.id, c.req.param('id'));
    if (!row) return await c.notFound();
    if (!isHtmx(c)) return c.redirect(`/sessions/${row.id}`, 303);
    const records = await recordsOf(house.db.read, person.id, row);
    return c.html(<RecordsChanged sessionId={row.id} records={records} words={words} />);
  })
  .get('/sessions/:id/account', signedIn, async (c) => {
    const { house, person } = c.var;
    const at = await atSession(house.db.read, person.id, c.req.param('id'));
    if ('refused' in at) return await showRefused(c, c.req.param('id'), at);
    const found = await formFor(house.db.read, at, { as: 'client' });
    return 'refused' in found ? await showRefused(c, at.session.id, found) : await showFresh(c, at, found, 'client');
  })
  .post('/sessions/:id/account', signedIn, form(choice), async (c) => {
    const { house, person, entered } = c.var;
    const session = c.req.param('id');
    if (!entered.ok) return await showRefused(c, session, { refused: 'item-gone' });
    const { app: appId, item: itemId } = entered.value;
    const by = { person: person.id, session, at: Date.now() };
    const outcome = await house.db.write((tx) => linkAccount(tx, { appId, itemId }, by));
    return 'refused' in outcome
      ? await showRefused(c, session, outcome)
      : await answerDone(c, session, 'linked', outcome);
  })
  .post('/sessions/:id/account/removal', signedIn, form(choice), async (c) => {
    const { house, person, entered } = c.var;
    const session = c.req.param('id');
    if (!entered.ok) return await showRefused(c, session, { refused: 'item-gone' });
    const { app: appId, item: itemId } = entered.value;
    const by = { person: person.id, session, at: Date.now() };
    const outcome = await house.db.write((tx) => unlinkAccount(tx, { appId, itemId }, by));
    return 'refused' in outcome
      ? await showRefused(c, session, outcome)
      : await answerDone(c, session, 'unlinked', outcome);
  });
