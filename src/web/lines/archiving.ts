import { Hono } from 'hono';
import { archiveLine } from '../../lines/line.ts';
import { lineById } from '../../lines/read.ts';
import { closeSessionsOfLine } from '../../sessions/release.ts';
import type { SignedIn } from '../env.ts';
import { administrator } from '../guard/administrator.ts';
import { signedIn } from '../guard/signed-in.ts';

/** The end of a line: nobody writes to it any more, and its open sessions are closed in the same change. */
export const archivingRoutes = new Hono<SignedIn>().post('/lines/:id/archiving', signedIn, administrator, async (c) => {
  const { house, person } = c.var;
  const id = c.req.param('id');
  if (!(await lineById(house.db.read, id))) return c.notFound();
  const by = { actor: person.id, at: Date.now() };
  await house.db.write(async (tx) => {
    if (await archiveLine(tx, id, by)) await closeSessionsOfLine(tx, id, by.actor, by.at);
  });
  return c.redirect(`/lines/${id}/settings`, 303);
});
