import { createApp } from '../../../apps/build/app.ts';
import type { AppSettings, FieldDefinition } from '../../../apps/build/definition.ts';
import { addField } from '../../../apps/build/field.ts';
import type { Choice } from '../../../apps/fields/field.ts';
import type { Doc, Value } from '../../../apps/fields/value.ts';
import { lockApp } from '../../../apps/items/definition.ts';
import { takeAppNumbers, takeNumbers } from '../../../apps/numbers.ts';
import { appById } from '../../../apps/read.ts';
import { bringItems } from '../../../apps/transfer/bring.ts';
import type { Tx } from '../../../db/doors.ts';
import type { Chance } from '../../made-up/chance.ts';

/** What everybody who makes the demo's records works with. `at`: when the apps were made, ms since 1970. */
export type Making = { tx: Tx; chance: Chance; admin: string; at: number; now: number };

/** An app of the demo, whose fields are known by words of ours. */
export type MadeApp<K extends string> = {
  id: string;
  /** The fields' ids, and the numbers under which items hold their values. */
  fields: Record<K, { id: string; n: number }>;
};

/** The groups of the demo, by their ids. */
export type Groups = { administrators: string; operators: string; supervisors: string };

/** Who may do what with items: operators register, and everybody who works with clients edits. */
export const rightsOf = ({ administrators, operators, supervisors }: Groups) => ({
  seeGroups: [],
  createGroups: [administrators, operators],
  editGroups: [administrators, operators, supervisors],
});

/** What a field has beyond its kind, unless it is said otherwise. */
export const plainly = { required: false, sole: false, hint: '', initial: null, onForm: true, inList: true };

/** The choices of a field by their names. */
export const choicesOf = (chance: Chance, at: number, names: readonly string[]): Choice[] =>
  names.map((name) => ({ id: chance.id(at), name, retired: false }));

/** Makes an app as an administrator would, a field after the other. `id`: made beforehand, for fields that lead back to it. */
export const makeApp = async <K extends string>(
  { tx, chance, admin, at }: Making,
  id: string,
  settings: AppSettings & { title: K },
  definitions: Record<K, FieldDefinition>,
): Promise<MadeApp<K>> => {
  const by = { actor: admin, at };
  const keys = Object.keys(definitions) as K[]; // the words that were given are all there are
  const ids = new Map(keys.map((key) => [key, chance.id(at)]));
  const { title, ...rest } = settings;
  await createApp(tx, id, { ...rest, titlePattern: `{number} · {f:${ids.get(title)}}` }, by);
  for (const key of keys) await addField(tx, id, ids.get(key) ?? '', definitions[key], by);
  const app = await appById(tx, id);
  const fields = keys.map((key) => {
    const field = app?.fields.find((one) => one.id === ids.get(key));
    if (!field) throw new Error(`The demo's field ${key} was not made.`);
    return [key, { id: field.id, n: field.n }] as const;
  });
  return { id, fields: Object.fromEntries(fields) as MadeApp<K>['fields'] };
};

/** What an item holds; undefined for nothing. */
type Values<K extends string> = { readonly [Key in K]?: Value | undefined };

/** An item that is to be made: what it holds, who made it and when (ms since 1970). */
export type Planned<K extends string> = { id: string; values: Values<K>; actor: string; at: number };

/** Makes items in their order, many at once: they were made up to fit, and nobody looks on yet who would have to be told. */
export const makeItems = async <K extends string>(
  { tx, admin, at }: Making,
  app: MadeApp<K>,
  planned: readonly Planned<K>[],
): Promise<void> => {
  const first = await takeNumbers(tx, 'item', planned.length);
  for (let from = 0; from < planned.length; from += atOnce) {
    const of = await lockApp(tx, app.id);
    if (!of) throw new Error('An app of the demo is not there.');
    const some = planned.slice(from, from + atOnce);
    const number = await takeAppNumbers(tx, app.id, some.length);
    const brought = some.map(({ values, ...stamp }, place) => ({
      ...{ ...stamp, seq: first + from + place, number: number + place, doc: docOf(app, values) },
    }));
    await bringItems(tx, of, brought, { actor: admin, at, import: null });
  }
};

/** An item can refer to those of the parts before its own. */
export const atOnce = 40;

const docOf = <K extends string>({ fields }: MadeApp<K>, values: Values<K>): Doc => {
  const doc: { [n: string]: Value } = {};
  for (const [key, value] of Object.entries(values) as [K, Value | undefined][])
    if (value !== undefined) doc[String(fields[key].n)] = value;
  return doc;
};
