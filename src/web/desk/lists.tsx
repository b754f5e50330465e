import { Hono } from 'hono';
import { MoreRows } from '../../../views/desk/session-list.tsx';
import { listBox, listWaiting } from '../../sessions/list.ts';
import type { SignedIn } from '../env.ts';
import { signedIn } from '../guard/signed-in.ts';
import { isHtmx } from '../htmx.ts';
import { boxNamed } from './place.ts';
import { showDesk } from './show.tsx';

/** The desk's lists: "Waiting for you", a line with all its boxes, one box. With `?after=` the next page of one. */
export const deskLists = new Hono<SignedIn>()
  .get('/lines', signedIn, async (c) => {
    const after = c.req.query('after');
    const { house, person, words } = c.var;
    const place = { box: 'waiting' } as const;
    if (after === undefined || !isHtmx(c)) return await showDesk(c, { place, after });
    const page = await listWaiting(house.db.read, person.id, after);
    return c.html(<MoreRows page={page} place={place} box="waiting" words={words} />);
  })
  .get('/lines/:lineId', signedIn, async (c) => showDesk(c, { place: { box: 'line', lineId: c.req.param('lineId') } }))
  .get('/lines/:lineId/:box{mine|unassigned|active|closed}', signedIn, async (c) => {
    const { lineId, box: boxName } = c.req.param();
    const box = boxNamed(boxName);
    if (!box) return c.notFound();
    const { house, person, words } = c.var;
    const place = { box, lineId };
    const after = c.req.query('after');
    if (after === undefined || !isHtmx(c)) return await showDesk(c, { place, after });
    const page = await listBox(house.db.read, person.id, lineId, box, after);
    return page ? c.html(<MoreRows page={page} place={place} box={box} words={words} />) : c.notFound();
  });
