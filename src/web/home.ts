import { Hono } from 'hono';
import { deskBoxes } from '../sessions/navigation.ts';
import type { SignedIn } from './env.ts';
import { signedIn } from './guard/signed-in.ts';

/** The start page: Lines for whoever works there or configures them, Messages for everybody else. */
export const homeRoutes = new Hono<SignedIn>().get('/', signedIn, async (c) => {
  const { house, person } = c.var;
  const works = person.administrator || (await deskBoxes(house.db.read, person.id)).lines.length > 0;
  return c.redirect(works ? '/lines' : '/messages', 303);
});
