import type { Words } from '../../i18n/words.ts';
import type { FieldErrors } from './entered.ts';

/** The problems of a form's fields in words. */
export const say = (words: Words, errors: FieldErrors): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(errors).map(([field, problem]) => [field, words.people.problems[problem]]));
