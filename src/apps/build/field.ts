import { count, eq, max } from 'drizzle-orm';
import type { Tx } from '../../db/doors.ts';
import { searchKey } from '../../db/key.ts';
import { fields } from '../../db/schema.ts';
import type { App } from '../app.ts';
import type { Choice, Field } from '../fields/field.ts';
import { takeNumbers } from '../numbers.ts';
import { pendingIn, planRekey, planRelabels } from '../upkeep/plan.ts';
import { appChanged } from './app.ts';
import { buildLimits, type FieldDefinition } from './definition.ts';
import { told } from './field-audit.ts';
import { choicesKept } from './held.ts';
import { bump, holdApp, mustServeLines } from './hold.ts';
import { merge, sameValue } from './merge.ts';
import { type By, NotBuilt } from './refusal.ts';

/**
 * Adds a field at the end of an app, under the id that its form carried.
 * @throws NotBuilt 'missing', 'archived', 'too-many-fields'; and what `orRefused` knows: a taken name or id, an app that is gone
 */
export const addField = async (
  tx: Tx,
  appId: string,
  id: string,
  definition: FieldDefinition,
  by: By,
): Promise<void> => {
  const app = await holdApp(tx, appId);
  const [there] = await tx
    .select({ fields: count(), last: max(fields.position) })
    .from(fields)
    .where(eq(fields.appId, appId));
  if (app.fields.length >= buildLimits.fields) throw new NotBuilt({ refused: 'too-many-fields' });
  const n = await takeNumbers(tx, 'field');
  await tx.insert(fields).values({
    ...{ id, appId, n, keysN: n, position: (there?.last ?? -1) + 1 },
    ...columns(definition),
    kind: definition.kind,
    createdAt: by.at,
  });
  await bump(tx, appId);
  await tx.record(appChanged(appId), {
    ...{ actor: by.actor, action: 'field.created', object: id },
    after: { app: appId, ...told(definition) },
  });
  await planRekey(tx, id);
};

/** What the page of a field can change: all but its type and what goes with that, which may cost values. */
export type FieldSettings = Omit<FieldDefinition, 'kind' | 'options'> & { options: FieldDefinition['options'] };

/** What the page of a field shows, and its stamp remembers. */
export const fieldSettingsOf = ({
  name,
  required,
  sole,
  hint,
  initial,
  onForm,
  inList,
  options,
}: Field): FieldSettings => ({
  ...{ name, required, sole, hint, initial, onForm, inList, options },
});

/**
 * Changes of a field what is in `typed`, and nothing else. `stamp` says what the form showed. Whoever makes it unique looks for doubles
 * first (doubles.ts).
 * @returns whether anything is another now
 * @throws NotBuilt 'missing', 'archived', 'changing', 'conflict', 'lines'; and what `orRefused` knows: a taken name
 */
export const changeField = async (
  tx: Tx,
  { app: appId, field: fieldId, stamp }: { app: string; field: string; stamp: string },
  typed: Partial<FieldSettings>,
  by: By,
): Promise<boolean> => {
  const app = await holdApp(tx, appId);
  const stored = fieldIn(app, fieldId);
  await mustNotConvert(tx, stored);
  const before = fieldSettingsOf(stored);
  const { settings: wanted, conflicts } = merge<FieldSettings>(stamp, typed, before);
  if (conflicts.length > 0) throw new NotBuilt({ refused: 'conflict', names: conflicts });
  const settings = { ...wanted, options: await withKept(tx, stored, wanted.options) };
  const changed = (Object.keys(before) as (keyof FieldSettings)[]).filter(
    (name) => !sameValue(settings[name], before[name]),
  );
  if (changed.length === 0) return false;
  const after = { ...stored, ...settings } as Field; // the kind stays, and the options are of that kind: see the door
  await mustServeLines(tx, withField(app, after));
  await tx.update(fields).set(columns(after)).where(eq(fields.id, fieldId));
  await bump(tx, appId);
  await planFor(tx, stored, after);
  await tx.record(appChanged(appId), {
    ...{ actor: by.actor, action: 'field.changed', object: fieldId },
    before: told(before, changed),
    after: told(settings, changed),
  });
  return true;
};

/** The options with the choices, offered no more, that would go but that an item may have taken since the form was judged. */
const withKept = async (
  tx: Tx,
  stored: Field,
  options: FieldSettings['options'],
): Promise<FieldSettings['options']> => {
  if (!('choices' in options)) return options;
  const { choices } = options;
  const going = choicesOf(stored).filter(({ id }) => !choices.some((one) => one.id === id));
  if (going.length === 0) return options;
  const kept = await choicesKept(tx, stored);
  const retired = going.filter(({ id }) => kept.has(id)).map((choice) => ({ ...choice, retired: true }));
  return { choices: [...choices, ...retired] };
};

/** What items are found by, and called, follows in the background. */
const planFor = async (tx: Tx, before: Field, after: Field): Promise<void> => {
  const [old, now] = [choicesOf(before), choicesOf(after)];
  const places = now.some((choice, place) => old.findIndex(({ id }) => id === choice.id) !== place);
  if (before.sole !== after.sole || places) await planRekey(tx, after.id);
  const renamed = now.filter((choice) => old.some(({ id, name }) => id === choice.id && name !== choice.name));
  const ids = renamed.map(({ id }) => id);
  if (ids.length > 0) await planRelabels(tx, 'choice', ids, { field: after.id });
};

const choicesOf = (field: Field): readonly Choice[] =>
  field.kind === 'choice' || field.kind === 'choices' ? field.options.choices : [];

/** While a field gets another type, nothing else of it changes. @throws NotBuilt 'changing' */
export const mustNotConvert = async (tx: Tx, field: Field): Promise<void> => {
  const pending = await pendingIn(tx, field.appId);
  if (pending.some(({ fieldId, what }) => fieldId === field.id && what === 'conversion'))
    throw new NotBuilt({ refused: 'changing' });
};

/** The field of an app. @throws NotBuilt 'missing' */
export const fieldIn = (app: App, id: string): Field => {
  const field = app.fields.find((one) => one.id === id);
  if (!field) throw new NotBuilt({ refused: 'missing' });
  return field;
};

/** The app with a field as it will be. */
export const withField = (app: App, field: Field): App => ({
  ...app,
  fields: app.fields.map((one) => (one.id === field.id ? field : one)),
});

/** What is stored of a definition, but its kind. */
export const columns = (settings: FieldSettings) => ({
  ...{ name: settings.name, nameKey: searchKey(settings.name), required: settings.required, sole: settings.sole },
  ...{ hint: settings.hint, initial: settings.initial, onForm: settings.onForm, inList: settings.inList },
  ...{ options: settings.options, refersTo: 'app' in settings.options ? settings.options.app : null },
});
