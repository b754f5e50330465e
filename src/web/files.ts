import { Hono } from 'hono';
import { fileForViewer } from '../apps/items/files.ts';
import { fileForPerson } from '../sessions/files.ts';
import type { SignedIn } from './env.ts';
import { serveFile } from './files/serve.ts';
import { signedIn } from './guard/signed-in.ts';

export { serveFile } from './files/serve.ts';

/** The bytes of a message's file, for who may see the conversation, or of an item's, for who sees the item; for anybody else there is no such file. */
export const fileRoutes = new Hono<SignedIn>().get('/files/:id', signedIn, async (c) => {
  const { house, person } = c.var;
  const asked = [house.db.read, person.id, c.req.param('id')] as const;
  const row = (await fileForPerson(...asked)) ?? (await fileForViewer(...asked));
  return row ? serveFile(c, row) : c.notFound();
});
