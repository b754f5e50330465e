import { createMiddleware } from 'hono/factory';
import { mayConfigure, mayTune } from '../../lines/policy.ts';
import { lineById } from '../../lines/read.ts';
import { rolesOf } from '../../lines/roles.ts';
import type { Line } from '../../lines/settings.ts';
import type { SignedIn } from '../env.ts';

/** What a request carries behind `atLine`: the line, and whether the person may set everything on it. */
export type AtLine = {
  Variables: SignedIn['Variables'] & { line: Line; configures: boolean };
  Bindings: SignedIn['Bindings'];
};

/** Finds the line of `:id` for whoever may see its settings; for everybody else there is none. Stands behind `signedIn`. */
export const atLine = createMiddleware<AtLine>(async (c, next) => {
  const { house, person } = c.var;
  const line = await lineById(house.db.read, c.req.param('id') ?? '');
  if (!(line && mayTune(person, await rolesOf(house.db.read, person.id, line.id)))) return c.notFound();
  c.set('line', line);
  c.set('configures', mayConfigure(person));
  return await next();
});
