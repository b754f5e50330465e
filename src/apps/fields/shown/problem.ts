import type { Words } from '../../../i18n/words.ts';
import type { Field } from '../field.ts';
import type { ValueProblem } from '../problem.ts';
import { decimalsOf, formatNumber } from './format.ts';
import { limits } from './limits.ts';

/** What is wrong with what a field was given, in words, with the limit where there is one. */
export const problemText = (field: Field, problem: ValueProblem, words: Words): string => {
  const limit = limitOf(field, problem, words);
  return limit === undefined ? words.fields.problems[problem] : `${words.fields.problems[problem]} ${limit}`;
};

const limitOf = (field: Field, problem: ValueProblem, words: Words): string | undefined => {
  const most = mostOf(field);
  if (problem === 'too-long' && most !== undefined) return words.fields.lettersAtMost(formatNumber(most, 0, words));
  if (problem === 'too-many' && most !== undefined) return words.fields.valuesAtMost(formatNumber(most, 0, words));
  if (problem !== 'too-many-decimals') return undefined;
  if (field.kind === 'money') return words.fields.digitsAtMost(decimalsOf(field.options.currency));
  return field.kind === 'number' ? words.fields.digitsAtMost(field.options.decimals) : undefined;
};

/** How many characters or values it takes. */
const mostOf = ({ kind }: Field): number | undefined => {
  switch (kind) {
    case 'long-text':
      return limits.longText;
    case 'text':
    case 'phone':
    case 'email':
    case 'link':
    case 'choices':
    case 'references':
    case 'account':
    case 'files':
      return limits[kind];
    default:
      return undefined;
  }
};
