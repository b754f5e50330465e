import { createMiddleware } from 'hono/factory';
import type { App, AppMay } from '../../../apps/app.ts';
import { appById } from '../../../apps/read.ts';
import { mayIn } from '../../../apps/rights.ts';
import type { Reader } from '../../../db/doors.ts';
import type { SignedIn } from '../../env.ts';
import { type Form, readForm } from '../../guard/upload.ts';

/** What a request carries behind `atApp`: the app, and what the person may do with its items. */
export type AtApp = {
  Bindings: SignedIn['Bindings'];
  Variables: SignedIn['Variables'] & { app: App; may: AppMay };
};

/**
 * Finds the app of the address's `name` for whoever may do `what` with its items; for everybody else there is none. Stands behind
 * `signedIn`.
 */
export const atApp = (what: keyof AppMay, name = 'id') =>
  createMiddleware<AtApp & { Variables: { form: Form } }>(async (c, next) => {
    const { house, person } = c.var;
    const app = await appById(house.db.read, c.req.param(name) ?? '');
    const may = app && (await mayIn(house.db.read, person.id, app.id));
    if (!(app && may?.[what])) {
      // The page that says so shows what was typed: it may have been theirs a moment ago.
      if (c.req.method === 'POST') c.set('form', await readForm(c));
      return await c.notFound();
    }
    c.set('app', app);
    c.set('may', may);
    return await next();
  });

/** Whether the person still may: asked with what is written, since the form may have been long on its way. */
export const stillMay = async (
  tx: Reader,
  { var: { person, app } }: { var: Pick<AtApp['Variables'], 'person' | 'app'> },
  what: keyof AppMay,
): Promise<boolean> => (await mayIn(tx, person.id, app.id))[what];
