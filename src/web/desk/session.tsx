import { Hono } from 'hono';
import { EarlierMessages } from '../../../views/desk/message.tsx';
import { SessionPane } from '../../../views/desk/session-pane.tsx';
import { titleOf } from '../../../views/layout/document.tsx';
import { newId } from '../../id.ts';
import { recordsOf } from '../../records/of-session.ts';
import { openSession } from '../../sessions/open.ts';
import type { SignedIn } from '../env.ts';
import { seqIn } from '../guard/seq.ts';
import { signedIn } from '../guard/signed-in.ts';
import { isHtmx } from '../htmx.ts';
import { showGone } from './gone.tsx';
import { placeIn } from './place.ts';
import { showDesk } from './show.tsx';

/** A session in the centre of the desk, and the part of its conversation above what is shown. */
export const deskSession = new Hono<SignedIn>()
  .get('/sessions/:id', signedIn, async (c) => {
    const { house, person, words } = c.var;
    const place = placeIn(c.req.query('in'));
    const session = await openSession(house.db.read, person, c.req.param('id'));
    if (!session) return await showGone(c, c.req.param('id'), place);
    if (!isHtmx(c)) return await showDesk(c, { place, session });
    // What stands beside the pane is the page's own business; the list has its rows by the live stream.
    const records = await recordsOf(house.db.read, person.id, session.row);
    const props = { session, records, place, words, me: person.id, messageId: newId() };
    return c.html(
      <>
        <title>{titleOf(session.row.client.name, words)}</title>
        <SessionPane {...props} />
      </>,
    );
  })
  .get('/sessions/:id/messages', signedIn, async (c) => {
    const { house, person, words } = c.var;
    const before = seqIn(c.req.query('before'));
    const session = await openSession(house.db.read, person, c.req.param('id'), before);
    if (!session) return c.notFound();
    if (isHtmx(c)) return c.html(<EarlierMessages session={session} words={words} />);
    return await showDesk(c, { place: placeIn(c.req.query('in')), session });
  });
