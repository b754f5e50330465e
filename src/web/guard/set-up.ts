import { createMiddleware } from 'hono/factory';
import { isSetUp } from '../../people/company.ts';
import type { Anyone } from '../env.ts';

/** Sends everybody to the set-up page for as long as there is no company; afterwards that page is not there. */
export const setUpFirst = () => {
  let done = false;
  return createMiddleware<Anyone>(async (c, next) => {
    // Nobody takes a company back, so this is asked only until it is there.
    if (!done) done = await isSetUp(c.var.house.db.read);
    const setsUp = c.req.path === '/setup';
    // A form that was sent while somebody else was quicker gets an answer of its own.
    if (done && setsUp && c.req.method !== 'POST') return c.notFound();
    if (!(done || setsUp)) return c.redirect('/setup', 303);
    return await next();
  });
};
