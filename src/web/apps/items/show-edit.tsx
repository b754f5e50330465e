import { Conflict } from '../../../../views/apps/item/conflict.tsx';
import { EditItemPage } from '../../../../views/apps/item/form-pages.tsx';
import type { Field } from '../../../apps/fields/field.ts';
import { namesFor } from '../../../apps/fields/names.ts';
import { valueInput } from '../../../apps/fields/shown/inputs.ts';
import { shownText } from '../../../apps/fields/text.ts';
import { readTyped } from '../../../apps/fields/typed.ts';
import { type Doc, valueIn } from '../../../apps/fields/value.ts';
import type { Item } from '../../../apps/items/item.ts';
import { facesOf } from '../../../people/faces.ts';
import type { Asked } from '../../env.ts';
import { typedText } from '../../guard/entered.ts';
import { page } from '../../page.tsx';
import type { AtItem } from './at-item.ts';
import { itemFields, nameable } from './fields.tsx';
import type { ShownForm } from './form.ts';

/** An item's form once more, or for the first time. */
type Shown = {
  /** The item as it is now. */
  item: Item;
  /** The version that the form was made from. */
  base: number;
  form: ShownForm;
  /** The fields that somebody else changed meanwhile as well. */
  both?: readonly Field[];
  note?: string;
};

/** The page on which an item is changed. */
export const showEdit = async (
  c: Asked<AtItem>,
  { item, base, form, both = [], note }: Shown,
  status: 200 | 409 | 422 = 200,
): Promise<Response> => {
  const { app, words } = c.var;
  const fields = await itemFields(c, app, form, { held: item.doc });
  const conflict = both.length > 0 && (await conflictOf(c, item, form, both));
  const hidden = { both: both.map(({ id }) => id).join(' ') };
  const children = <EditItemPage {...{ app, item, base, conflict, hidden, note, fields, words }} />;
  const title = words.items.editTitle(item.title);
  return await page(c, { title, section: 'apps', styles: ['apps.css'], scripts: ['pickers.js'], children }, status);
};

const conflictOf = async (c: Asked<AtItem>, item: Item, form: ShownForm, both: readonly Field[]) => {
  const { house, person, app, words } = c.var;
  const read = readTyped(both, form.typed, words);
  const mine = await nameable(c, app, read.doc, item.doc);
  const names = await namesFor(house.db.read, both, [mine, item.doc], person.id);
  const say = (field: Field, doc: Doc): string => {
    const value = valueIn(doc, field);
    // Where its lines end belongs to a long text.
    const text =
      field.kind === 'long-text' && value !== undefined ? String(value) : shownText(field, value, names, words);
    return text || words.items.empty;
  };
  const fields = both.map((field) => {
    const typed = field.id in read.problems ? typedText(form.typed, valueInput(field)) : say(field, mine);
    return { field, theirs: say(field, item.doc), mine: typed };
  });
  const who =
    item.updatedBy === null ? undefined : (await facesOf(house.db.read, [item.updatedBy])).get(item.updatedBy);
  return <Conflict who={who?.name ?? null} fields={fields} words={words} />;
};
