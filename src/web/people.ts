import { Hono } from 'hono';
import { avatarFileOf } from '../people/profile.ts';
import type { SignedIn } from './env.ts';
import { serveFile } from './files.ts';
import { signedIn } from './guard/signed-in.ts';

/** A person's face, for every colleague: which of them a client may know of is for the pages that name it. */
export const peopleRoutes = new Hono<SignedIn>().get('/people/:id/avatar', signedIn, async (c) => {
  const file = await avatarFileOf(c.var.house.db.read, c.req.param('id'));
  if (!file) return c.notFound();
  const answer = await serveFile(c, file);
  // Only the address that names the picture may be kept for ever: without it, it is another one after a change.
  if (c.req.query('v') !== file.id) answer.headers.set('Cache-Control', 'private, no-cache');
  return answer;
});
