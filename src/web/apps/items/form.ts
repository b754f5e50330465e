import type { Found } from '../../../../views/apps/fields/picker.tsx';
import type { App } from '../../../apps/app.ts';
import type { Field } from '../../../apps/fields/field.ts';
import { wantsFind } from '../../../apps/fields/finding.ts';
import type { Problems } from '../../../apps/fields/problem.ts';
import { fileInput, valueInput } from '../../../apps/fields/shown/inputs.ts';
import { readTyped, typedOf } from '../../../apps/fields/typed.ts';
import { type Doc, type Value, valueIn } from '../../../apps/fields/value.ts';
import type { StoredFile } from '../../../files/store.ts';
import type { Asked, SignedIn } from '../../env.ts';
import { type Typed, typedList, typedText } from '../../guard/entered.ts';
import type { Form } from '../../guard/upload.ts';
import { sayFiles } from './files.ts';
import { optionsFor } from './options.ts';

/** A form of an item as a page shows it. */
export type ShownForm = {
  typed: Typed;
  /** What is wrong with the values, by the fields' ids. */
  problems: Problems;
  /** Files that were refused, in words, by the fields' ids. */
  refusedFiles: Readonly<Record<string, string>>;
  /** What was looked for in pickers, by the fields' ids. */
  found: Readonly<Record<string, Found>>;
  /** Whether files had been chosen, which browsers forget. */
  filesLost: boolean;
};

/** What a form of an item brought: something is looked for, something is wrong, or a document that items may judge further. */
export type EnteredItem =
  | { kind: 'find' | 'refused'; shown: ShownForm }
  | {
      kind: 'entered';
      doc: Doc;
      files: readonly StoredFile[];
      /** The ids of the fields that the form had: others keep what they hold. */
      fields: readonly string[];
      /** The same form, to be shown once more if the items refuse it. */
      shown: ShownForm;
    };

/** A request that brought the form of an item: see upload.ts. */
export type SentItem = Asked<{ Bindings: SignedIn['Bindings']; Variables: SignedIn['Variables'] & { form: Form } }>;

/** The name of the hidden input that lists the fields which a form has: fields that came to the app since are not emptied by it. */
const fieldsInput = 'fields';

/** The fields that forms of an app show, but for those whose values are given (`fixed`). */
export const fieldsOnForm = (app: App, fixed: Doc = {}): readonly Field[] =>
  app.fields.filter((field) => field.onForm && valueIn(fixed, field) === undefined);

/** The form of a new item. @param fixed what it holds in any case, and `given` what else it begins with */
export const newForm = (
  c: Asked<SignedIn>,
  app: App,
  { fixed = {}, given = {} }: { fixed?: Doc; given?: Doc } = {},
) => {
  const doc = { ...initialOf(fieldsOnForm(app, fixed)), ...given };
  return formOf(c, app, doc);
};

/** The form of an item that holds `doc`. */
export const formOf = (c: Asked<SignedIn>, app: App, doc: Doc): ShownForm => ({
  ...blank,
  typed: typedOf(app.fields, doc, c.var.words),
});

/**
 * Reads and judges the form of an item.
 *
 * @param as.fixed what the item holds whatever the form says: the account of whoever is written with
 */
export const enterItem = async (c: SentItem, app: App, { fixed = {} }: { fixed?: Doc } = {}): Promise<EnteredItem> => {
  const { form, words } = c.var;
  const fields = sentFields(fieldsOnForm(app, fixed), form.fields);
  const shown: ShownForm = { ...blank, typed: form.fields, filesLost: form.files.length > 0 };
  const wanted = wantsFind(fields, form.fields);
  if (wanted.length > 0) {
    const found: Record<string, Found> = {};
    for (const { field, text } of wanted) found[field.id] = await optionsFor(c, field, text);
    return { kind: 'find', shown: { ...shown, found } };
  }
  const { doc, problems } = readTyped(fields, withFiles(fields, form), words);
  const refusedFiles = sayFiles(fields, form, words);
  if (Object.keys(problems).length + Object.keys(refusedFiles).length > 0)
    return { kind: 'refused', shown: { ...shown, problems, refusedFiles } };
  const had = [
    ...fields.map(({ id }) => id),
    ...app.fields.filter((field) => valueIn(fixed, field) !== undefined).map(({ id }) => id),
  ];
  return { kind: 'entered', doc: { ...doc, ...fixed }, files: form.files, fields: had, shown };
};

/** The same form once more, after the items have refused it. */
export const refusedForm = (shown: ShownForm, problems: Problems): ShownForm => ({ ...shown, problems });

const blank: ShownForm = { typed: {}, problems: {}, refusedFiles: {}, found: {}, filesLost: false };

const initialOf = (fields: readonly Field[]): Doc => {
  const begun = fields.flatMap(({ n, initial }): [string, Value][] => (initial === null ? [] : [[String(n), initial]]));
  return Object.fromEntries(begun);
};

/** Forms that do not say which fields they have had all of them. */
const sentFields = (fields: readonly Field[], typed: Typed): readonly Field[] => {
  const said = typedText(typed, fieldsInput);
  return said === '' ? fields : fields.filter(({ id }) => said.split(' ').includes(id));
};

/** What was typed, with the files that came beside those that stay. */
const withFiles = (fields: readonly Field[], form: Form): Typed => {
  const takers = fields.filter(({ kind }) => kind === 'files');
  const all = takers.map((field): [string, string[]] => [
    valueInput(field),
    [...typedList(form.fields, valueInput(field)), ...form.filesOf(fileInput(field)).map(({ id }) => id)],
  ]);
  return { ...form.fields, ...Object.fromEntries(all) };
};
