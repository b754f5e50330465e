import type { App } from '../app.ts';
import type { Field } from '../fields/field.ts';
import { type Manner, mannerOf, textOperators } from './kinds.ts';
import type { Given } from './params.ts';
import { givenOf, nameOf } from './query-of.ts';
import { type Period, periods, type Question } from './question.ts';

/** What the panel of filters asks for one field. */
export type FilterInput = {
  field: Field;
  /** What its inputs are called. */
  name: string;
  manner: Manner;
  given: Given;
  /** What can be asked, the first of itself. */
  operators: readonly Operator[];
  /** What can be ticked. */
  options: readonly Option[];
  /** What was looked for, and what of it was found; undefined where nothing is looked for. */
  looked: Looked | undefined;
};

export type Operator = '' | 'has' | 'is' | 'begins' | 'yes' | 'no' | 'empty' | 'filled' | Period;

/** `id`: `me` for whoever looks. */
type Option = { id: string; ticked: boolean };

/** `seen`: the person may know the names of what stands there. */
export type Looked = { text: string; found: readonly string[] | null; more: boolean; seen: boolean };

/** The inputs for all fields of an app. @param looked by `Field.n`, for fields whose values are picked */
export const filterInputs = (app: App, question: Question, looked: ReadonlyMap<number, Looked>): FilterInput[] =>
  app.fields.map((field) => {
    const filter = question.filters.find((one) => one.field === field.n);
    const given = filter ? givenOf(field, filter) : { op: '', values: [], from: '', to: '' };
    const manner = mannerOf[field.kind];
    return {
      ...{ field, name: nameOf(field.n), manner, given },
      operators: operatorsOf(manner),
      options: optionsOf(field, given.values),
      looked:
        manner === 'pick' ? (looked.get(field.n) ?? { text: '', found: null, more: false, seen: true }) : undefined,
    };
  });

const operatorsOf = (manner: Manner): readonly Operator[] => {
  switch (manner) {
    case 'text':
    case 'beginning':
    case 'name':
      return [...textOperators[manner], ...emptiness];
    case 'yes-no':
      return ['', 'yes', 'no', ...emptiness];
    case 'days':
      return ['', ...periods, ...emptiness];
    default:
      return ['', ...emptiness];
  }
};

/** Also of required fields: they may have become so when there were items. */
const emptiness = ['empty', 'filled'] as const;

const optionsOf = (field: Field, chosen: readonly string[]): readonly Option[] => {
  if (field.kind === 'choice' || field.kind === 'choices')
    return field.options.choices.map(({ id }) => ({ id, ticked: chosen.includes(id) }));
  const ticked = chosen.filter((id) => id !== 'me').map((id) => ({ id, ticked: true }));
  return field.kind === 'user' ? [{ id: 'me', ticked: chosen.includes('me') }, ...ticked] : ticked;
};
