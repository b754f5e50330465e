import { createMiddleware } from 'hono/factory';
import type { AppMay } from '../../../apps/app.ts';
import type { Item } from '../../../apps/items/item.ts';
import { itemFor } from '../../../apps/items/read.ts';
import type { SignedIn } from '../../env.ts';
import { type Form, readForm } from '../../guard/upload.ts';
import type { AtApp } from './at-app.ts';

/** What a request carries behind `atItem`: the item, its app, and what the person may do with the app's items. */
export type AtItem = { Bindings: SignedIn['Bindings']; Variables: AtApp['Variables'] & { item: Item } };

/**
 * Finds the item of `:id` for whoever may do `what` with it; for everybody else there is none. Deleted ones are there for who may edit.
 * Stands behind `signedIn`.
 */
export const atItem = (what: keyof AppMay) =>
  createMiddleware<AtItem & { Variables: { form: Form } }>(async (c, next) => {
    const { house, person } = c.var;
    const found = await itemFor(house.db.read, person.id, c.req.param('id') ?? '');
    if (!found?.may[what]) {
      // The page that says so shows what was typed: it may have been theirs a moment ago.
      if (c.req.method === 'POST') c.set('form', await readForm(c));
      return await c.notFound();
    }
    c.set('app', found.app);
    c.set('item', found.item);
    c.set('may', found.may);
    return await next();
  });
