import { Hono } from 'hono';
import { isRefusal } from '../../sessions/refusal.ts';
import { markSeen } from '../../sessions/seen.ts';
import { typingIn } from '../../sessions/typing.ts';
import { asksFromOwnPage, shown } from '../conversation/shown.ts';
import type { SignedIn } from '../env.ts';
import { typedText } from '../guard/entered.ts';
import { seenIn } from '../guard/seq.ts';
import { signedIn } from '../guard/signed-in.ts';
import { upload } from '../guard/upload.ts';
import { isHtmx } from '../htmx.ts';

/** How far the client has read, and that they are typing. */
export const messagesMarks = new Hono<SignedIn>()
  .post('/messages/:lineId/read', signedIn, upload(), async (c) => {
    const { house, person, form } = c.var;
    const lineId = c.req.param('lineId');
    const outcome = await house.db.write((tx) =>
      markSeen(tx, person.id, lineId, seenIn(typedText(form.fields, 'seq'))),
    );
    if (isHtmx(c)) return c.body(null, 204);
    return isRefusal(outcome) ? c.notFound() : c.redirect(`/messages/${lineId}`, 303);
  })
  .get('/messages/:lineId/seen.gif', signedIn, async (c) => {
    const { house, person } = c.var;
    if (!asksFromOwnPage(c)) return c.notFound();
    const seq = seenIn(c.req.query('seq'));
    const outcome = await house.db.write((tx) => markSeen(tx, person.id, c.req.param('lineId'), seq));
    return isRefusal(outcome) ? c.notFound() : shown(c);
  })
  .post('/messages/:lineId/typing', signedIn, async (c) => {
    const { house, person } = c.var;
    const open = await typingIn(house.db.read, person.id, c.req.param('lineId'));
    if (open) house.hub.hint({ side: 'client', ...open, person });
    return c.body(null, 204);
  });
