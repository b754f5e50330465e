import type { FieldKind } from '../fields/kinds.ts';

/** How a filter on a field is asked for: by a text, a stretch of numbers or days, yes or no, some of many, or only whether anything is there. */
export type Manner = 'text' | 'beginning' | 'name' | 'numbers' | 'days' | 'yes-no' | 'choice' | 'pick';

/** Of long texts only the beginning is a key: all of it is found by the search over everything. */
export const mannerOf: Readonly<Record<FieldKind, Manner>> = {
  text: 'text',
  'long-text': 'beginning',
  number: 'numbers',
  money: 'numbers',
  'yes-no': 'yes-no',
  date: 'days',
  'date-time': 'days',
  choice: 'choice',
  choices: 'choice',
  phone: 'text',
  email: 'text',
  link: 'text',
  files: 'name',
  user: 'pick',
  reference: 'pick',
  references: 'pick',
  account: 'pick',
};

/** What a text can be asked, the first of itself. */
export const textOperators = {
  text: ['has', 'is', 'begins'],
  beginning: ['begins'],
  name: ['has', 'begins'],
} as const;
