import { fieldLabels } from '../../../../views/apps/build/field-form.tsx';
import { FieldPage, NewFieldPage } from '../../../../views/apps/build/field-pages.tsx';
import type { TypedField } from '../../../../views/apps/build/typed-field.ts';
import type { FormErrors } from '../../../../views/form/error-summary.tsx';
import { canBeSole } from '../../../apps/build/definition.ts';
import { fieldSettingsOf } from '../../../apps/build/field.ts';
import { choicesHeld, lacking } from '../../../apps/build/held.ts';
import { appNames, appsToReferTo } from '../../../apps/build/list.ts';
import { stampOf } from '../../../apps/build/merge.ts';
import type { Field, FieldOptions } from '../../../apps/fields/field.ts';
import type { FieldKind } from '../../../apps/fields/kinds.ts';
import { limits } from '../../../apps/fields/limits.ts';
import { choiceNames } from '../../../apps/fields/names.ts';
import type { ValueProblem } from '../../../apps/fields/problem.ts';
import { shownText } from '../../../apps/fields/shown/text.ts';
import type { BoundLine } from '../../../apps/qualify.ts';
import type { Words } from '../../../i18n/words.ts';
import type { Asked } from '../../env.ts';
import { page } from '../../page.tsx';
import type { AtApp } from './at-app.ts';
import { choicesOf } from './choices-form.ts';
import { currenciesIn } from './currencies.ts';
import { describeOne } from './describe.ts';
import { enterOptions, initialField, shownField } from './field-entered.ts';

/** What a page shows beyond what is stored: what was typed, and why it is not stored yet. */
export type ShownField = {
  typed?: TypedField | undefined;
  stamp?: string | undefined;
  errors?: FormErrors;
  wrongInitial?: ValueProblem | undefined;
  conflicts?: readonly string[];
  lines?: readonly BoundLine[];
  pressed?: string | undefined;
  notice?: string | undefined;
};

type Status = 200 | 409 | 422;

const shell = { section: 'apps', styles: ['apps.css'] } as const;

/** The form of a field that is being added under `id`. */
export const showNewField = async (
  c: Asked<AtApp>,
  id: string,
  kind: FieldKind,
  shown: ShownField & { typed: TypedField },
  status: Status = 200,
): Promise<Response> => {
  const { house, words, app, may } = c.var;
  const options = enterOptions(kind, shown.typed, words);
  // The default of a money or a number needs to know which, and the form always says one.
  const initial = 'options' in options ? initialField({ id, kind, n: 0 }, options.options, shown.typed, words) : null;
  const children = (
    <NewFieldPage
      {...{ app, may, kind, words }}
      action={`/apps/${app.id}/fields`}
      hidden={{ id, kind }}
      typed={shown.typed}
      isNew
      offers={{ ...(await offersFor(c, kind, null)), initial }}
      lacking={await lacking(house.db.read, { ...blank, appId: app.id })}
      errors={shown.errors ?? {}}
      wrongInitial={shown.wrongInitial}
      changed={[]}
      pressed={shown.pressed}
      names={choiceNames}
    />
  );
  return await page(c, { ...shell, title: words.apps.newField, notice: shown.notice, children }, status);
};

/** The page of a field. */
export const showField = async (
  c: Asked<AtApp>,
  field: Field,
  shown: ShownField = {},
  status: Status = 200,
): Promise<Response> => {
  const { house, words, app, may } = c.var;
  const { read } = house.db;
  const typed = shown.typed ?? shownField(field, words);
  const apps = await appNames(read, 'app' in field.options ? [field.options.app] : []);
  const children = (
    <FieldPage
      {...{ app, may, field, words }}
      kind={field.kind}
      about={describeOne(field, apps, words)}
      lines={shown.lines ?? []}
      action={`/apps/${app.id}/fields/${field.id}`}
      hidden={{ stamp: shown.stamp ?? stampOf(fieldSettingsOf(field)) }}
      typed={typed}
      isNew={false}
      offers={{
        ...(await offersFor(c, field.kind, field, typed)),
        initial: initialField(field, field.options, typed, words),
      }}
      lacking={field.required ? 0 : await lacking(read, field)}
      errors={shown.errors ?? {}}
      wrongInitial={shown.wrongInitial}
      changed={(shown.conflicts ?? []).map((name) => saidNow(name, field, words))}
      pressed={shown.pressed}
      names={choiceNames}
    />
  );
  return await page(c, { ...shell, title: field.name, notice: shown.notice, children }, status);
};

/** What a form can offer to choose from. */
const offersFor = async (c: Asked<AtApp>, kind: FieldKind, field: Field | null, typed?: TypedField) => {
  const { house, words } = c.var;
  const { read } = house.db;
  const off = choicesOf(field).filter(
    (choice) => choice.retired && !typed?.choices.some((one) => one.id === choice.id),
  );
  const held = field
    ? await choicesHeld(
        read,
        field,
        off.map((choice) => choice.id),
      )
    : new Map<string, number>();
  const refers = kind === 'reference' || kind === 'references';
  return {
    sole: canBeSole(kind),
    currencies: kind === 'money' ? currenciesIn(words) : [],
    decimals: Array.from({ length: limits.decimals + 1 }, (_, count) => count),
    apps: refers && !field ? await appsToReferTo(read) : [],
    retired: off.map(({ id, name }) => ({ id, name, items: held.get(id) ?? 0 })),
  };
};

/** A setting as it is stored now, in words. */
const saidNow = (name: string, field: Field, words: Words): { name: string; label: string; now: string } => {
  const { apps } = words;
  const stored: Readonly<Record<string, unknown>> = fieldSettingsOf(field);
  const value = stored[name];
  const now = (): string => {
    if (name === 'initial') return shownText(field, field.initial ?? undefined, choiceNames, words);
    if (name === 'options') return namesOf(field.options);
    return typeof value === 'boolean' ? (value ? apps.yes : apps.no) : String(value ?? '');
  };
  const input = name === 'options' ? 'choices' : name === 'initial' ? `f.${field.id}` : name;
  const label = fieldLabels(words)[name === 'options' ? 'choices' : name] ?? name;
  return { name: input, label, now: now() || apps.nothing };
};

const namesOf = (options: FieldOptions): string =>
  'choices' in options
    ? options.choices
        .filter((choice) => !choice.retired)
        .map((choice) => choice.name)
        .join(', ')
    : '';

/** A field that nothing stands in: no number of keys is 0. */
const blank: Field = {
  ...{ id: '', appId: '', n: 0, keysN: 0, position: 0, name: '', kind: 'text', options: {} },
  ...{ required: false, sole: false, hint: '', initial: null, onForm: true, inList: true },
};
