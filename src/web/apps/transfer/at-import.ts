import { createMiddleware } from 'hono/factory';
import { importOf } from '../../../apps/transfer/imports.ts';
import type { ItemImport } from '../../../apps/transfer/shape.ts';
import { type Form, readForm } from '../../guard/upload.ts';
import type { AtApp } from '../items/at-app.ts';

/** What a request carries behind `atImport`. */
export type AtImport = {
  Bindings: AtApp['Bindings'];
  Variables: AtApp['Variables'] & { found: ItemImport };
};

/** Finds the import of the address for who started it. Stands behind `atApp`. */
export const atImport = createMiddleware<AtImport & { Variables: { form: Form } }>(async (c, next) => {
  const { house, person, app } = c.var;
  const found = await importOf(house.db.read, person.id, app.id, c.req.param('import') ?? '');
  if (!found) {
    if (c.req.method === 'POST') c.set('form', await readForm(c));
    return await c.notFound();
  }
  c.set('found', found);
  return await next();
});
