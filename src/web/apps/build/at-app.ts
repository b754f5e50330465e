import { createMiddleware } from 'hono/factory';
import type { App, AppMay } from '../../../apps/app.ts';
import { appById } from '../../../apps/read.ts';
import { mayIn } from '../../../apps/rights.ts';
import type { SignedIn } from '../../env.ts';

/** What a request carries behind `atApp`: the app that is defined, and what its administrator may do with the items. */
export type AtApp = {
  Variables: SignedIn['Variables'] & { app: App; may: AppMay };
  Bindings: SignedIn['Bindings'];
};

/** Finds the app of `:id`, archived or not. Stands behind `administrator`. */
export const atApp = createMiddleware<AtApp>(async (c, next) => {
  const { house, person } = c.var;
  const app = await appById(house.db.read, c.req.param('id') ?? '');
  if (!app) return c.notFound();
  c.set('app', app);
  c.set('may', await mayIn(house.db.read, person.id, app.id));
  return await next();
});
