import { Hono } from 'hono';
import { z } from 'zod';
import { ReassignDialog, ReassignPage } from '../../../views/desk/reassign.tsx';
import { assign, operatorsFor, takeNext } from '../../sessions/assign.ts';
import { findFor } from '../../sessions/find.ts';
import { close, giveBack } from '../../sessions/leave.ts';
import { mayReassign } from '../../sessions/policy.ts';
import { isRefusal } from '../../sessions/refusal.ts';
import type { SignedIn } from '../env.ts';
import { form } from '../guard/form.ts';
import { seenIn } from '../guard/seq.ts';
import { signedIn } from '../guard/signed-in.ts';
import { isHtmx } from '../htmx.ts';
import { page } from '../page.tsx';
import { answerMove } from './answer.tsx';
import { placeOfPage } from './place.ts';
import { onePress } from './press.ts';
import { showDesk } from './show.tsx';

/** `owner`: whom the page showed as the session's owner; empty for nobody. */
const assignment = z.object({ operator: z.uuid(), owner: z.union([z.literal(''), z.uuid()]) });
/** `press` names the page, where it is one that was loaded whole. */
const next = z.object({ press: z.string().max(64).optional() });
/** `seen`: the last message that the page showed; who does not say has seen nothing. */
const closure = z.object({ seen: z.unknown().transform(seenIn) });

/** What moves a session: taking, giving to somebody, back into the queue, closing. */
export const deskMoves = new Hono<SignedIn>()
  .post('/sessions/next', signedIn, form(next), async (c) => {
    const { house, person, words, entered } = c.var;
    const press = entered.ok ? entered.value.press : undefined;
    const take = () => house.db.write((tx) => takeNext(tx, person.id, Date.now()));
    const taken = await onePress(house.db, person.id, press, take);
    if (taken) return c.redirect(`/sessions/${taken.session}`, 303);
    return await showDesk(c, { place: { box: 'waiting' }, notice: words.writing.nothingWaits, status: 409 });
  })
  .get('/sessions/:id/assignment', signedIn, async (c) => {
    const { house, person, words } = c.var;
    const found = await findFor(house.db.read, person.id, c.req.param('id'));
    if (isRefusal(found)) return await answerMove(c, c.req.param('id'), found);
    const { session: row, actor } = found;
    if (!mayReassign(actor, row)) return await answerMove(c, row.id, { refused: 'forbidden' });
    const operators = await operatorsFor(house.db.read, row);
    if (isHtmx(c)) return c.html(<ReassignDialog row={row} operators={operators} words={words} />);
    const children = <ReassignPage row={row} operators={operators} place={placeOfPage(c)} words={words} />;
    return await page(c, { title: words.desk.reassignTitle(row.client.name), section: 'lines', children });
  })
  .post('/sessions/:id/assignment', signedIn, form(assignment), async (c) => {
    const { house, person, entered } = c.var;
    const id = c.req.param('id');
    if (!entered.ok) return await answerMove(c, id, { refused: 'malformed' });
    const { operator, owner } = entered.value;
    const at = Date.now();
    const outcome = await house.db.write((tx) => assign(tx, person.id, id, operator, owner || null, at));
    return await answerMove(c, id, outcome);
  })
  .post('/sessions/:id/return', signedIn, async (c) => {
    const { house, person } = c.var;
    const id = c.req.param('id');
    return await answerMove(c, id, await house.db.write((tx) => giveBack(tx, person.id, id, Date.now())));
  })
  .post('/sessions/:id/closure', signedIn, form(closure), async (c) => {
    const { house, person, entered } = c.var;
    const id = c.req.param('id');
    const seen = entered.ok ? entered.value.seen : 0;
    return await answerMove(c, id, await house.db.write((tx) => close(tx, person.id, id, seen, Date.now())));
  });
