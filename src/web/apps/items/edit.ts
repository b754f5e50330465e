import type { Context } from 'hono';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Field } from '../../../apps/fields/field.ts';
import { momentInput, pressInput, valueInput } from '../../../apps/fields/shown/inputs.ts';
import { typedOf } from '../../../apps/fields/typed.ts';
import { changeItem } from '../../../apps/items/change.ts';
import type { Changed, Item } from '../../../apps/items/item.ts';
import { type Typed, typedText } from '../../guard/entered.ts';
import { signedIn } from '../../guard/signed-in.ts';
import type { Form } from '../../guard/upload.ts';
import { accountsGiven } from './accounts.ts';
import { stillMay } from './at-app.ts';
import { type AtItem, atItem } from './at-item.ts';
import { type EnteredItem, enterItem, formOf, refusedForm } from './form.ts';
import { showEdit } from './show-edit.tsx';
import { itemUpload } from './upload.ts';

/** Changing an item, for who may edit. */
export const editItemRoutes = new Hono<AtItem>()
  .get('/items/:id/edit', signedIn, atItem('edit'), async (c) => {
    const { item, app } = c.var;
    if (item.deletedAt !== null) return c.redirect(`/items/${item.id}`, 303);
    return await showEdit(c, { item, base: item.version, form: formOf(c, app, item.doc) });
  })

  .post('/items/:id', signedIn, atItem('edit'), itemUpload, async (c) => {
    const { item, app, form } = c.var;
    const base = baseIn(form, item);
    const both = againstIn(form, app.fields);
    const taken = app.fields.find(({ id }) => typedText(form.fields, pressInput) === `take.${id}`);
    if (taken) return await takeTheirs(c, taken, both, base);
    const entered = await enterItem(c, app);
    if (entered.kind === 'entered') return await save(c, entered, base, both);
    const status = entered.kind === 'find' ? 200 : 422;
    return await showEdit(c, { item, base, form: entered.shown, both }, status);
  });

/** A request that brought a form. */
type Sent = Context<{ Bindings: AtItem['Bindings']; Variables: AtItem['Variables'] & { form: Form } }>;

const save = async (c: Sent, entered: Whole, base: number, both: readonly Field[]): Promise<Response> => {
  const { house, person, app, item, form } = c.var;
  const { doc, fields, files } = entered;
  const by = { actor: person.id, at: Date.now(), accounts: await accountsGiven(c, app, doc) };
  const changed = await house.db.write(async (tx) =>
    (await stillMay(tx, c, 'edit')) ? changeItem(tx, app, item.id, { base, doc, fields, files }, by) : undefined,
  );
  if (!changed) return await c.notFound();
  if (changed.kind === 'changed') form.keep();
  return await answer(c, entered, changed, { base, both });
};

/** A form that holds what can be saved. */
type Whole = Extract<EnteredItem, { kind: 'entered' }>;

/** What goes along with a form that is shown once more. */
type Along = { base: number; both: readonly Field[] };

const answer = async (c: Sent, { shown }: Whole, changed: Changed, along: Along): Promise<Response> => {
  const { item, app, words } = c.var;
  switch (changed.kind) {
    case 'changed':
      return c.redirect(`/items/${item.id}?saved`, 303);
    case 'same':
      return c.redirect(`/items/${item.id}?same`, 303);
    case 'refused':
      return await showEdit(c, { item, ...along, form: refusedForm(shown, changed.problems) }, 422);
    case 'conflict': {
      const { item: now, fields, merged } = changed;
      // What others did elsewhere stands in the form as well; where both changed something, what was typed stays as it was typed.
      const typed = { ...typedOf(app.fields, merged, words), ...only(fields, shown.typed) };
      return await showEdit(c, { item: now, base: now.version, form: { ...shown, typed }, both: fields }, 409);
    }
    case 'gone':
      return await showEdit(c, { item, ...along, form: shown, note: words.items.formGone }, 409);
  }
};

/** Puts what is saved now into the form; all else in it stays as it was typed, and nothing is saved. */
const takeTheirs = async (c: Sent, field: Field, both: readonly Field[], base: number): Promise<Response> => {
  const { item, form, words } = c.var;
  const { [valueInput(field)]: _, [momentInput(field)]: __, ...others } = form.fields;
  const typed = { ...others, ...typedOf([field], item.doc, words) };
  const filesLost = form.files.length > 0;
  const shown = { typed, problems: {}, refusedFiles: {}, found: {}, filesLost };
  const left = both.filter(({ id }) => id !== field.id);
  return await showEdit(c, { item, base, form: shown, both: left });
};

/** What stands in the inputs of these fields. */
const only = (fields: readonly Field[], typed: Typed): Typed => {
  const names = new Set(fields.flatMap((field) => [valueInput(field), momentInput(field)]));
  return Object.fromEntries(Object.entries(typed).filter(([name]) => names.has(name)));
};

/** The version that the form showed. One that never was is none that could be compared with: then it is the first. */
const baseIn = (form: Form, item: Item): number => {
  const said = version.safeParse(typedText(form.fields, 'base'));
  return said.success ? Math.min(said.data, item.version) : 1;
};

const version = z.coerce.number().int().min(1);

/** The fields of which the page said that somebody else changed them as well. */
const againstIn = (form: Form, fields: readonly Field[]): readonly Field[] => {
  const said = typedText(form.fields, 'both').split(' ');
  return fields.filter(({ id }) => said.includes(id));
};
