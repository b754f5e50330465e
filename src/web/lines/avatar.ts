import { Hono } from 'hono';
import { lineSeenBy } from '../../lines/visible.ts';
import type { SignedIn } from '../env.ts';
import { serveFile } from '../files.ts';
import { signedIn } from '../guard/signed-in.ts';

/** A line's picture, for whoever may know the line; for anybody else there is none. */
export const avatarRoutes = new Hono<SignedIn>().get('/lines/:id/avatar', signedIn, async (c) => {
  const line = await lineSeenBy(c.var.house.db.read, c.var.person, c.req.param('id'));
  if (!line?.avatar) return c.notFound();
  const answer = await serveFile(c, line.avatar);
  // Only the address that names the picture may be kept for ever: without it, it is another one after a change.
  if (c.req.query('v') !== line.avatar.id) answer.headers.set('Cache-Control', 'private, no-cache');
  return answer;
});
