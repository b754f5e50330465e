import { z } from 'zod';
import type { TypedSettings } from '../../../../views/apps/build/settings.tsx';
import { appIcons } from '../../../apps/app.ts';
import type { StoredSettings } from '../../../apps/build/app.ts';
import { buildLimits } from '../../../apps/build/definition.ts';
import { patternToType, readPattern } from '../../../apps/build/pattern.ts';
import { sameName } from '../../../apps/build/same-name.ts';
import type { Field } from '../../../apps/fields/field.ts';
import type { Words } from '../../../i18n/words.ts';
import { type FieldErrors, type Typed, typedList, typedText } from '../../guard/entered.ts';
import { lineOfText, list, ownId, shortText } from '../../guard/fields.ts';

/** Groups as they were chosen: each once, in one order. */
const chosen = () =>
  list()
    .transform((ids) => [...new Set(ids)].sort())
    .pipe(z.array(z.string()).max(buildLimits.groups, 'too-long'));

const named = z.object({
  id: ownId(),
  name: lineOfText(buildLimits.appName),
  icon: z.enum(appIcons),
  seeGroups: chosen(),
  createGroups: chosen(),
  editGroups: chosen(),
});

/** What the page of a new app sends. */
export const newApp = named;

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .transform((text) => Number(text.replace(/\s/gu, '')))
    .pipe(z.int().min(least).max(most));

/** What the settings page of an app sends. The pattern is read by its own words: see `readSettings`. */
export const appSettings = named.omit({ id: true }).extend({
  stamp: z.string().max(2000).catch(''),
  titlePattern: lineOfText(buildLimits.pattern),
  numberPrefix: shortText(buildLimits.prefix),
  numberDigits: wholeNumber(1, buildLimits.digits),
  nextNumber: wholeNumber(1, 999_999_999),
});

/** What stands in braces for the item's number, in each language that an administrator may have. */
const numberWords = ['number', 'номер', '#'];

/** A typed pattern for the store, or what is wrong with it in words. */
export const patternOf = (
  typed: string,
  fields: readonly Field[],
  { apps }: Words,
): { pattern: string } | { error: string } => {
  const read = readPattern(typed, fields, numberWords);
  if ('pattern' in read) return read;
  return { error: apps.patternUnknown(read.unknown.map((name) => `{${name}}`).join(', ')) };
};

/** A stored pattern as its administrator types it. */
export const typedPattern = (stored: string, fields: readonly Field[], words: Words): string =>
  patternToType(stored.replaceAll('{number}', `{${numberWord(fields, words)}}`), fields);

/** What stands in braces for the number: where a field is called that, the sign that no field can be taken for. */
export const numberWord = (fields: readonly Field[], { apps }: Words): string =>
  fields.some((field) => sameName(field.name, apps.numberWord)) ? '#' : apps.numberWord;

/** The stored settings as they stand on the form. */
export const shownSettings = (settings: StoredSettings, fields: readonly Field[], words: Words): TypedSettings => ({
  ...settings,
  titlePattern: typedPattern(settings.titlePattern, fields, words),
  numberDigits: String(settings.numberDigits),
  nextNumber: String(settings.nextNumber),
});

/** What was typed, as it was typed. */
export const typedSettings = (typed: Typed): TypedSettings => ({
  name: typedText(typed, 'name'),
  icon: typedText(typed, 'icon'),
  titlePattern: typedText(typed, 'titlePattern'),
  numberPrefix: typedText(typed, 'numberPrefix'),
  numberDigits: typedText(typed, 'numberDigits'),
  nextNumber: typedText(typed, 'nextNumber'),
  seeGroups: typedList(typed, 'seeGroups').slice(0, 2 * buildLimits.groups),
  createGroups: typedList(typed, 'createGroups').slice(0, 2 * buildLimits.groups),
  editGroups: typedList(typed, 'editGroups').slice(0, 2 * buildLimits.groups),
});

/** What is wrong, in words, by field. */
export const sayMistakes = (errors: FieldErrors, { apps: { wrong, ...apps } }: Words): Record<string, string> => {
  const say: Record<string, string> = {
    icon: wrong.icon,
    numberDigits: apps.digitsWrong,
    nextNumber: apps.nextWrong,
    numberPrefix: wrong.tooLong(buildLimits.prefix),
  };
  return Object.fromEntries(
    Object.entries(errors).map(([field, problem]) => {
      if (field === 'name')
        return [field, problem === 'too-long' ? wrong.nameTooLong(buildLimits.appName) : wrong.nameMissing];
      if (field === 'titlePattern')
        return [field, problem === 'too-long' ? wrong.tooLong(buildLimits.pattern) : wrong.patternMissing];
      return [field, say[field] ?? wrong.choiceGone];
    }),
  );
};
