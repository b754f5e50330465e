import { createMiddleware } from 'hono/factory';
import { fileInput } from '../../../apps/fields/shown/inputs.ts';
import { type Form, readForm } from '../../guard/upload.ts';
import type { AtApp } from './at-app.ts';

/**
 * Reads the form of an item of `c.var.app` into `c.var.form`, with what came in the app's fields of files. Files that the handler does
 * not `keep` are deleted after it.
 *
 * @throws HTTPException 400 for a body that breaks off or is no form, 413 for one beyond every limit
 */
export const itemUpload = createMiddleware<AtApp & { Variables: { form: Form } }>(async (c, next) => {
  const takers = c.var.app.fields.filter(({ kind, onForm }) => kind === 'files' && onForm);
  const form = await readForm(c, takers.map(fileInput));
  c.set('form', form);
  try {
    await next();
  } finally {
    await form.discard();
  }
});
