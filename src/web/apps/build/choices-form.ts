import type { TypedChoice, TypedField } from '../../../../views/apps/build/typed-field.ts';
import { buildLimits } from '../../../apps/build/definition.ts';
import { sameName } from '../../../apps/build/same-name.ts';
import { cleanLine } from '../../../apps/fields/clean.ts';
import type { Choice, Field } from '../../../apps/fields/field.ts';
import type { Words } from '../../../i18n/words.ts';
import { newId } from '../../../id.ts';
import { type Typed, typedList, typedText } from '../../guard/entered.ts';

type TypedChoices = Pick<TypedField, 'choices' | 'moreChoices' | 'shownChoices'>;

/** The choices that a field has, offered or not. */
export const choicesOf = (field: Field | null): readonly Choice[] =>
  field?.kind === 'choice' || field?.kind === 'choices' ? field.options.choices : [];

/** The choices as they stood on the form. An id that no choice has had is none: a new one is given. */
export const typedChoices = (typed: Typed, stored: readonly Choice[]): TypedChoices => {
  const known = new Set(stored.map((choice) => choice.id));
  const taken = new Set<string>();
  const ids = typedList(typed, 'choice.id').slice(0, mostRows);
  const names = typedList(typed, 'choice.name');
  const choices = ids.map((sent, place): TypedChoice => {
    const id = !taken.has(sent) && (known.has(sent) || isNewId(sent)) ? sent : newId();
    taken.add(id);
    return { id, name: cleanLine(names[place] ?? '').slice(0, 2 * buildLimits.choiceName) };
  });
  return {
    choices,
    moreChoices: typedText(typed, 'choice.more'),
    shownChoices: typedList(typed, 'choice.shown').filter((id) => known.has(id)),
  };
};

/** The choices that are stored, as the form begins with them. */
export const shownChoices = (stored: readonly Choice[]): TypedChoices => ({
  choices: stored.filter((choice) => !choice.retired).map(({ id, name }) => ({ id, name })),
  moreChoices: '',
  shownChoices: stored.map((choice) => choice.id),
});

/** With each line of what is to be added as a choice of its own. */
export const withMore = (typed: TypedChoices): TypedChoices => {
  const lines = typed.moreChoices.split(/\r\n|\r|\n/u).map(cleanLine);
  const names = lines.filter((name) => name !== '').slice(0, mostRows);
  return { ...typed, moreChoices: '', choices: [...typed.choices, ...names.map((name) => ({ id: newId(), name }))] };
};

/** What a press inside the editor makes of the form; undefined for any other button. */
export const pressed = (typed: TypedChoices, press: string, stored: readonly Choice[]): TypedChoices | undefined => {
  const [what, which = ''] = press.split('.', 2);
  const place = Number(which);
  const { choices } = typed;
  const moved = choices[place];
  switch (what) {
    case 'choice-add':
      return withMore(typed);
    case 'choice-remove':
      return { ...typed, choices: choices.filter((_, other) => other !== place) };
    case 'choice-up':
    case 'choice-down': {
      const to = place + (what === 'choice-up' ? -1 : 1);
      if (!moved || to < 0 || to >= choices.length) return typed;
      return { ...typed, choices: choices.toSpliced(place, 1).toSpliced(to, 0, moved) };
    }
    case 'choice-back': {
      const back = stored.find((choice) => choice.id === which);
      if (!back || choices.some((choice) => choice.id === which)) return typed;
      return { ...typed, choices: [...choices, { id: back.id, name: back.name }] };
    }
    default:
      return undefined;
  }
};

/** The button that has the focus on the page after a press: that of the choice which was moved. */
export const pressedNext = (press: string): string => {
  const [what, place = ''] = press.split('.', 2);
  if (what === 'choice-up') return `choice-up.${Math.max(0, Number(place) - 1)}`;
  return what === 'choice-down' ? `choice-down.${Number(place) + 1}` : 'choice-add';
};

/** What is wrong with the choices, in words. */
export const wrongChoices = (choices: readonly TypedChoice[], { apps: { wrong } }: Words): string | undefined => {
  if (choices.length === 0) return wrong.choicesMissing;
  if (choices.length > buildLimits.choices) return wrong.choicesTooMany(buildLimits.choices);
  if (choices.some(({ name }) => name === '')) return wrong.choiceEmpty;
  if (choices.some(({ name }) => name.length > buildLimits.choiceName))
    return wrong.choiceTooLong(buildLimits.choiceName);
  const twice = choices.find(({ name }, place) => choices.slice(0, place).some((one) => sameName(one.name, name)));
  return twice && wrong.choiceTwice(twice.name);
};

/**
 * The choices for the store: those on the form, and behind them the ones that were taken off it but that items hold, offered no more.
 * What somebody else has added meanwhile was not on the form, and is nobody's to take off.
 *
 * @param held ids of choices that have to stay, since items hold them
 */
export const choicesToStore = (typed: TypedChoices, stored: readonly Choice[], held: ReadonlySet<string>): Choice[] => {
  const offered = typed.choices.map(({ id, name }) => ({ id, name, retired: false }));
  const known = stored.filter((choice) => typed.shownChoices.includes(choice.id));
  const gone = known.filter((choice) => !offered.some(({ id }) => id === choice.id) && held.has(choice.id));
  return [...offered, ...gone.map((choice) => ({ ...choice, retired: true }))];
};

const isNewId = (id: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(id);

const mostRows = 2 * buildLimits.choices;
