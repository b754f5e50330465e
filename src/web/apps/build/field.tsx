import { Hono } from 'hono';
import { PickKindPage } from '../../../../views/apps/build/field-pages.tsx';
import type { TypedField } from '../../../../views/apps/build/typed-field.ts';
import { doublesOf } from '../../../apps/build/doubles.ts';
import { addField, changeField, type FieldSettings, fieldSettingsOf } from '../../../apps/build/field.ts';
import { choicesKept } from '../../../apps/build/held.ts';
import { merge, sameValue } from '../../../apps/build/merge.ts';
import { type BuildRefusal, orRefused } from '../../../apps/build/refusal.ts';
import type { Field } from '../../../apps/fields/field.ts';
import { fieldKinds } from '../../../apps/fields/kinds.ts';
import { choiceNames } from '../../../apps/fields/names.ts';
import { shownText } from '../../../apps/fields/shown/text.ts';
import { appById } from '../../../apps/read.ts';
import { newId } from '../../../id.ts';
import type { Asked } from '../../env.ts';
import { administrator } from '../../guard/administrator.ts';
import { typedText } from '../../guard/entered.ts';
import { ownId } from '../../guard/fields.ts';
import { signedIn } from '../../guard/signed-in.ts';
import { type Form, upload } from '../../guard/upload.ts';
import { page } from '../../page.tsx';
import { type AtApp, atApp } from './at-app.ts';
import { choicesOf, choicesToStore, pressed, pressedNext, withMore } from './choices-form.ts';
import { blankField, enterField, enterOptions, initialField, kindNamed, typedField } from './field-entered.ts';
import { type ShownField, showField, showNewField } from './field-show.tsx';
import { errorsOf, statusOf } from './refused.ts';

/** Adding a field, and changing all of it but its type. */
export const fieldRoutes = new Hono<AtApp>()
  .get('/apps/:id/fields/new', signedIn, administrator, atApp, async (c) => {
    const { app, may, words } = c.var;
    const kind = kindNamed(c.req.query('kind'));
    const added = app.fields.find((field) => field.id === c.req.query('added'));
    const notice = added && words.apps.created(added.name);
    if (kind) return await showNewField(c, newId(), kind, { typed: blankField(app.fields, words) });
    const children = <PickKindPage app={app} may={may} kinds={fieldKinds} words={words} />;
    const title = words.apps.newField;
    return await page(c, { title, section: 'apps', styles: ['apps.css'], notice, children });
  })

  .post('/apps/:id/fields', signedIn, administrator, atApp, upload(), async (c) => await addNew(c, c.var.form))

  .get('/apps/:id/fields/:field', signedIn, administrator, atApp, async (c) => {
    const field = fieldAt(c, c.req.param('field'));
    if (!field) return c.notFound();
    const saved = c.req.query('saved') !== undefined;
    return await showField(c, field, { notice: saved ? c.var.words.apps.saved : undefined });
  })

  .post('/apps/:id/fields/:field', signedIn, administrator, atApp, upload(), async (c) => {
    const field = fieldAt(c, c.req.param('field'));
    return field ? await save(c, field, c.var.form) : c.notFound();
  });

const fieldAt = (c: Asked<AtApp>, id: string): Field | undefined => c.var.app.fields.find((field) => field.id === id);

const addNew = async (c: Asked<AtApp>, form: Form): Promise<Response> => {
  const { house, person, words, app } = c.var;
  const kind = kindNamed(typedText(form.fields, 'kind'));
  if (!kind) return c.redirect(`/apps/${app.id}/fields/new`, 303);
  const id = ownId().parse(form.fields['id']) ?? newId();
  const press = typedText(form.fields, 'press');
  const typed = typedField(form.fields, null);
  const edited = pressed(typed, press, []);
  if (edited) return await showNewField(c, id, kind, { typed: { ...typed, ...edited }, pressed: pressedNext(press) });
  const whole = { ...typed, ...withMore(typed) };
  const options = enterOptions(kind, whole, words);
  const initial = 'options' in options ? initialField({ id, kind, n: 0 }, options.options, whole, words) : null;
  const given =
    'options' in options && (kind === 'choice' || kind === 'choices')
      ? { options: { choices: choicesToStore(whole, [], new Set()) } }
      : options;
  const entered = enterField(kind, whole, given, initial, words);
  if ('errors' in entered) return await showNewField(c, id, kind, { typed: whole, ...entered }, 422);
  const { definition } = entered;
  const by = { actor: person.id, at: Date.now() };
  const built = await orRefused(house.db.write((tx) => addField(tx, app.id, id, definition, by)));
  const before = 'done' in built ? 'same' : await sentBefore(c, id, definition);
  if ('done' in built || before === 'same') {
    const next = press === 'next' ? `/apps/${app.id}/fields/new?added=${id}` : `/apps/${app.id}/fields?added=${id}`;
    return c.redirect(next, 303);
  }
  const refusal = before === 'other' ? ({ refused: 'sent-before' } as const) : built;
  // Under the same id it would be refused for ever.
  const own = refusal.refused === 'sent-before' ? newId() : id;
  const errors = errorsOf(refusal, words, 'field');
  return await showNewField(c, own, kind, { typed: whole, errors }, statusOf(refusal));
};

/** Whether the form was sent before, with the same in it or with something else. */
const sentBefore = async (
  c: Asked<AtApp>,
  id: string,
  said: Readonly<Record<string, unknown>>,
): Promise<'same' | 'other' | 'no'> => {
  const app = await appById(c.var.house.db.read, c.var.app.id);
  const field = app?.fields.find((one) => one.id === id);
  if (!field) return 'no';
  const stored: Readonly<Record<string, unknown>> = { ...fieldSettingsOf(field), kind: field.kind };
  const same = Object.entries(said).every(([name, value]) => sameValue(plain(value), plain(stored[name])));
  return same ? 'same' : 'other';
};

/** Choices without the ids that they were given when they were stored. */
const plain = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && 'choices' in value && Array.isArray(value.choices)
    ? value.choices.map(({ name }: { name: string }) => name)
    : value;

const save = async (c: Asked<AtApp>, field: Field, form: Form): Promise<Response> => {
  const { house, person, words, app } = c.var;
  const { read } = house.db;
  const stored = choicesOf(field);
  const stamp = typedText(form.fields, 'stamp').slice(0, 2000);
  const press = typedText(form.fields, 'press');
  const typed = typedField(form.fields, field);
  const edited = pressed(typed, press, stored);
  if (edited) return await showField(c, field, { typed: { ...typed, ...edited }, stamp, pressed: pressedNext(press) });
  const whole = { ...typed, ...withMore(typed) };
  const initial = initialField(field, field.options, whole, words);
  const choosing = field.kind === 'choice' || field.kind === 'choices';
  const choices = choosing ? choicesToStore(whole, stored, await choicesKept(read, field)) : [];
  const options = choosing ? { choices } : field.options;
  const entered = enterField(field.kind, whole, { options }, initial, words);
  if ('errors' in entered) return await showField(c, field, { typed: whole, stamp, ...entered }, 422);
  const { kind: _, ...settings } = entered.definition;
  const { settings: wanted } = merge<FieldSettings>(stamp, settings, fieldSettingsOf(field));
  const twice = wanted.sole && !field.sole ? await doublesOf(read, field) : undefined;
  if (twice) {
    const values = c.var.may.see ? twice.examples : [];
    const examples = values.map((value) => `“${shownText(field, value, choiceNames, words)}”`);
    const errors = errorsOf({ refused: 'doubles', items: twice.items, examples }, words, 'field');
    return await showField(c, field, { typed: whole, stamp, errors }, 422);
  }
  const by = { actor: person.id, at: Date.now() };
  const at = { app: app.id, field: field.id, stamp };
  const built = await orRefused(house.db.write((tx) => changeField(tx, at, settings, by)));
  if (!('done' in built)) return await refuse(c, field, built, whole, stamp);
  const retired = choices.some((choice) => choice.retired && !wasOff(stored, choice.id));
  return c.redirect(retired ? `/apps/${app.id}/fields/${field.id}?saved` : `/apps/${app.id}/fields?changed`, 303);
};

const wasOff = (stored: ReturnType<typeof choicesOf>, id: string): boolean =>
  stored.some((choice) => choice.id === id && choice.retired);

const refuse = async (
  c: Asked<AtApp>,
  field: Field,
  refusal: BuildRefusal,
  typed: TypedField,
  stamp: string,
): Promise<Response> => {
  const app = await appById(c.var.house.db.read, c.var.app.id);
  const now = app?.fields.find((one) => one.id === field.id);
  if (!now) return c.notFound();
  const conflicts = refusal.refused === 'conflict' ? refusal.names : [];
  const shown: ShownField = {
    typed: conflicts.includes('options') ? withAdded(typed, now) : typed,
    errors: errorsOf(refusal, c.var.words, 'field'),
    lines: refusal.refused === 'lines' ? refusal.lines : [],
    conflicts,
    // Whoever was told what the other one saved and saves once more means it.
    stamp: conflicts.length > 0 ? undefined : stamp,
  };
  return await showField(c, now, shown, statusOf(refusal));
};

/** With the choices that somebody else has added since the form was shown. */
const withAdded = (typed: TypedField, now: Field): TypedField => {
  const known = new Set([...typed.shownChoices, ...typed.choices.map(({ id }) => id)]);
  const added = choicesOf(now).filter(({ id, retired }) => !retired && !known.has(id));
  return {
    ...typed,
    choices: [...typed.choices, ...added.map(({ id, name }) => ({ id, name }))],
    shownChoices: choicesOf(now).map(({ id }) => id),
  };
};
