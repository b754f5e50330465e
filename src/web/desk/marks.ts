import { Hono } from 'hono';
import { markRead } from '../../sessions/read.ts';
import { isRefusal } from '../../sessions/refusal.ts';
import { sessionFor } from '../../sessions/row.ts';
import { asksFromOwnPage, shown } from '../conversation/shown.ts';
import type { SignedIn } from '../env.ts';
import { typedText } from '../guard/entered.ts';
import { seenIn } from '../guard/seq.ts';
import { signedIn } from '../guard/signed-in.ts';
import { upload } from '../guard/upload.ts';
import { isHtmx } from '../htmx.ts';

/**
 * How far somebody has read, and that somebody is typing. What a page's script tells by itself may come when the session is
 * somebody else's already: that is nobody's mistake, and is answered like everything else that tells nothing.
 */
export const deskMarks = new Hono<SignedIn>()
  .post('/sessions/:id/read', signedIn, upload(), async (c) => {
    const { house, person, form } = c.var;
    const id = c.req.param('id');
    const outcome = await house.db.write((tx) => markRead(tx, person.id, id, seenIn(typedText(form.fields, 'seq'))));
    if (isHtmx(c)) return c.body(null, 204);
    return isRefusal(outcome) ? c.notFound() : c.redirect(`/sessions/${id}`, 303);
  })
  .get('/sessions/:id/seen.gif', signedIn, async (c) => {
    const { house, person } = c.var;
    if (!asksFromOwnPage(c)) return c.notFound();
    const seq = seenIn(c.req.query('seq'));
    const outcome = await house.db.write((tx) => markRead(tx, person.id, c.req.param('id'), seq));
    return isRefusal(outcome) ? c.notFound() : shown(c);
  })
  .post('/sessions/:id/typing', signedIn, async (c) => {
    const { house, person } = c.var;
    const row = await sessionFor(house.db.read, person.id, c.req.param('id'));
    if (row) house.hub.hint({ side: 'desk', conversation: row.conversationId, session: row.id, person });
    return row || isHtmx(c) ? c.body(null, 204) : c.notFound();
  });
