import { Hono } from 'hono';
import { fileForPerson } from '../sessions/files.ts';
import type { SignedIn } from './env.ts';
import { serveFile } from './files/serve.ts';
import { signedIn } from './guard/signed-in.ts';

export { serveFile } from './files/serve.ts';

/** The bytes of a message's file, for who may see the conversation; for anybody else there is no such file. */
export const fileRoutes = new Hono<SignedIn>().get('/files/:id', signedIn, async (c) => {
  const row = await fileForPerson(c.var.house.db.read, c.var.person.id, c.req.param('id'));
  return row ? serveFile(c, row) : c.notFound();
});
