import { createMiddleware } from 'hono/factory';
import type { SignedIn } from '../env.ts';

/** For members of Administrators alone; to everybody else it is not there. Stands behind `signedIn`. */
export const administrator = createMiddleware<SignedIn>(async (c, next) => {
  if (!c.var.person.administrator) return c.notFound();
  return await next();
});
