import type { TypedField } from '../../../../views/apps/build/typed-field.ts';
import type { FormErrors } from '../../../../views/form/error-summary.tsx';
import { buildLimits, canBegin, canBeSole, type FieldDefinition } from '../../../apps/build/definition.ts';
import type { Choice, Field, FieldOptions } from '../../../apps/fields/field.ts';
import { type FieldKind, fieldKinds } from '../../../apps/fields/kinds.ts';
import { limits } from '../../../apps/fields/limits.ts';
import type { ValueProblem } from '../../../apps/fields/problem.ts';
import { readTyped, typedOf } from '../../../apps/fields/typed.ts';
import { type Value, valueIn } from '../../../apps/fields/value.ts';
import type { Words } from '../../../i18n/words.ts';
import { type Typed, typedText } from '../../guard/entered.ts';
import { shortText } from '../../guard/fields.ts';
import { choicesOf, shownChoices, typedChoices, wrongChoices } from './choices-form.ts';
import { firstCurrency, isCurrency } from './currencies.ts';

/** A kind by its name, if there is one. */
export const kindNamed = (name: string | undefined): FieldKind | undefined => fieldKinds.find((kind) => kind === name);

/** A new field as its form begins. */
export const blankField = (fields: readonly Field[], words: Words): TypedField => ({
  ...{ name: '', hint: '', required: false, sole: false, onForm: true, inList: fields.length < shownColumns },
  ...{ currency: firstCurrency(fields, words), decimals: '2', app: '' },
  ...{ ...shownChoices([]), initial: {} },
});

/** Beyond so many columns a list is wider than anybody's screen. */
const shownColumns = 6;

/** A stored field as its form begins. */
export const shownField = (field: Field, words: Words): TypedField => ({
  ...{ name: field.name, hint: field.hint, required: field.required, sole: field.sole },
  ...{ onForm: field.onForm, inList: field.inList, ...typedOptions(field.options) },
  ...shownChoices(choicesOf(field)),
  initial: field.initial === null ? {} : typedOf([field], { [field.n]: field.initial }, words),
});

/** What was typed, as it was typed. */
export const typedField = (typed: Typed, field: Field | null): TypedField => ({
  name: typedText(typed, 'name'),
  hint: typedText(typed, 'hint'),
  required: typed['required'] !== undefined,
  sole: typed['sole'] !== undefined,
  onForm: typed['onForm'] !== undefined,
  inList: typed['inList'] !== undefined,
  currency: typedText(typed, 'currency'),
  decimals: typedText(typed, 'decimals'),
  app: typedText(typed, 'app'),
  ...typedChoices(typed, choicesOf(field)),
  initial: typed,
});

/** What belongs to a kind, as a form with these inputs says it; or what is wrong. */
export const enterOptions = (
  kind: FieldKind,
  typed: Pick<TypedField, 'currency' | 'decimals' | 'app'>,
  { apps: { wrong } }: Words,
): { options: FieldOptions } | { errors: FormErrors } => {
  switch (kind) {
    case 'money':
      return isCurrency(typed.currency)
        ? { options: { currency: typed.currency } }
        : { errors: { currency: wrong.currency } };
    case 'number': {
      const decimals = Number(typed.decimals);
      const fits = /^\d$/.test(typed.decimals) && decimals <= limits.decimals;
      return fits ? { options: { decimals } } : { errors: { decimals: wrong.decimals } };
    }
    case 'reference':
    case 'references':
      return typed.app === '' ? { errors: { app: wrong.app } } : { options: { app: typed.app } };
    case 'choice':
    case 'choices':
      return { options: { choices: [] } };
    default:
      return { options: {} };
  }
};

/** The field that the input of the default stands for, with what the form says of it; null where there can be none. */
export const initialField = (
  { id, kind, n }: Pick<Field, 'id' | 'kind' | 'n'>,
  options: FieldOptions,
  typed: TypedField,
  { apps }: Words,
): Field | null => {
  const choosing = kind === 'choice' || kind === 'choices';
  if (!canBegin(kind) || (choosing && typed.choices.length === 0)) return null;
  const choices = typed.choices.map((choice): Choice => ({ ...choice, retired: false }));
  return {
    ...{ id, kind, n, keysN: n, appId: '', position: 0, name: apps.initial, hint: apps.initialHelp },
    ...{ required: false, sole: false, initial: null, onForm: true, inList: true },
    options: choosing ? { choices } : options,
  } as Field; // the options were made for the kind
};

/** A whole definition, or what is wrong with it: in words by input, and with the default. */
export type EnteredField =
  | { definition: FieldDefinition }
  | { errors: FormErrors; wrongInitial: ValueProblem | undefined };

/**
 * Judges what was typed.
 * @param given the options of the kind, where they are not chosen on this form; choices are always taken from it
 * @param initial what `initialField` made
 */
export const enterField = (
  kind: FieldKind,
  typed: TypedField,
  given: { options: FieldOptions } | { errors: FormErrors },
  initial: Field | null,
  words: Words,
): EnteredField => {
  const name = cleaned(typed.name, buildLimits.fieldName);
  const hint = cleaned(typed.hint, buildLimits.hint);
  const errors: Record<string, string> = wrongTexts(kind, typed, { name, hint }, words);
  if ('errors' in given) Object.assign(errors, given.errors);
  const sole = typed.sole && canBeSole(kind);
  const begins = initial && !sole ? readInitial(initial, typed, words) : { value: null };
  const wrongInitial = 'problem' in begins ? begins.problem : undefined;
  if (wrongInitial !== undefined && initial) errors[`f.${initial.id}`] = words.fields.problems[wrongInitial];
  if (Object.keys(errors).length > 0 || 'errors' in given || 'problem' in begins) return { errors, wrongInitial };
  const definition = {
    ...{ kind, name: name ?? '', hint: hint ?? '', required: typed.required, sole },
    ...{ onForm: typed.onForm, inList: typed.inList, initial: begins.value, options: given.options },
  } as FieldDefinition; // the options were made for the kind
  return { definition };
};

const wrongTexts = (
  kind: FieldKind,
  { choices }: TypedField,
  { name, hint }: { name: string | undefined; hint: string | undefined },
  words: Words,
): Record<string, string> => {
  const { wrong } = words.apps;
  const choosing = kind === 'choice' || kind === 'choices';
  const mistakes = {
    name: wrongName(name, words),
    hint: hint === undefined ? wrong.tooLong(buildLimits.hint) : undefined,
    choices: choosing ? wrongChoices(choices, words) : undefined,
  };
  return Object.fromEntries(
    Object.entries(mistakes).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
};

const wrongName = (name: string | undefined, { apps: { wrong } }: Words): string | undefined => {
  if (name === undefined) return wrong.nameTooLong(buildLimits.fieldName);
  if (name === '') return wrong.nameMissing;
  return /[{}]/.test(name) ? wrong.nameBraces : undefined;
};

const typedOptions = (options: FieldOptions): Pick<TypedField, 'currency' | 'decimals' | 'app'> => ({
  currency: 'currency' in options ? options.currency : '',
  decimals: 'decimals' in options ? String(options.decimals) : '',
  app: 'app' in options ? options.app : '',
});

const cleaned = (text: string, most: number): string | undefined => {
  const read = shortText(most).safeParse(text);
  return read.success ? read.data : undefined;
};

/** A choice that was taken off the form is no default any more. */
const readInitial = (
  initial: Field,
  typed: TypedField,
  words: Words,
): { value: Value | null } | { problem: ValueProblem } => {
  const { doc, problems } = readTyped([initial], typed.initial, words);
  const problem = problems[initial.id];
  if (problem === 'not-a-choice') return { value: null };
  return problem === undefined ? { value: valueIn(doc, initial) ?? null } : { problem };
};
