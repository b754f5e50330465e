import type { Child } from 'hono/jsx';
import { ItemFields } from '../../../../views/apps/item/item-fields.tsx';
import type { App } from '../../../apps/app.ts';
import type { Field } from '../../../apps/fields/field.ts';
import { namesFor } from '../../../apps/fields/names.ts';
import { readTyped } from '../../../apps/fields/typed.ts';
import { type Doc, valueIn } from '../../../apps/fields/value.ts';
import { itemsHolding } from '../../../records/account-items.ts';
import type { Asked, SignedIn } from '../../env.ts';
import { accountsGiven, accountsIn } from './accounts.ts';
import { fieldsOnForm, type ShownForm } from './form.ts';

/**
 * The fields of an item's form, with what was typed, found and refused: what stands between `<form>` and its buttons.
 *
 * @param as.fixed what the item holds whatever is typed: shown, and not to be changed
 * @param as.held what the item holds now
 */
export const itemFields = async (
  c: Asked<SignedIn>,
  app: App,
  shown: ShownForm,
  { fixed = {}, held = {} }: { fixed?: Doc; held?: Doc } = {},
): Promise<Child> => {
  const { house, person, words } = c.var;
  const typed = await nameable(c, app, readTyped(fieldsOnForm(app, fixed), shown.typed, words).doc, held);
  const names = await namesFor(house.db.read, app.fields, [typed, held, fixed], person.id);
  return <ItemFields fields={fieldsOnForm(app)} fixed={fixed} shown={shown} names={names} words={words} />;
};

/**
 * Whoever types an id into a form learns no name by it: accounts that they see neither by themselves nor in any item stay without one,
 * and so do files that the item does not hold.
 */
export const nameable = async (c: Asked<SignedIn>, app: App, typed: Doc, held: Doc): Promise<Doc> => {
  const { house, person } = c.var;
  const holding = await itemsHolding(house.db.read, person.id, accountsIn(app, typed));
  const accounts = new Set([...holding.map(({ account }) => account), ...(await accountsGiven(c, app, typed))]);
  const shown = app.fields.flatMap((field) => {
    if (field.kind === 'account') return [[String(field.n), idsOf(typed, field).filter((id) => accounts.has(id))]];
    const files = idsOf(held, field);
    return field.kind === 'files' ? [[String(field.n), idsOf(typed, field).filter((id) => files.includes(id))]] : [];
  });
  return { ...typed, ...Object.fromEntries(shown) };
};

const idsOf = (doc: Doc, field: Field): readonly string[] => {
  const value = valueIn(doc, field);
  return typeof value === 'object' ? value : [];
};
