import type { Field } from './field.ts';
import type { Names } from './names.ts';
import { phoneWords } from './phone.ts';
import { decimalsOf, plainDecimal, plainNumber } from './shown/format.ts';
import { type Doc, type Value, valueIn } from './value.ts';

export { shownText } from './shown/text.ts';

/**
 * All that an item is found by: its texts, its choices, names of people, accounts and files, and phones as digits alone. Not what other
 * items are called: who sees this one need not see them, and could find out by searching.
 */
export const searchText = (fields: readonly Field[], doc: Doc, names: Names): string =>
  fields.flatMap((field) => textsOf(field, valueIn(doc, field), names)).join('\n');

/**
 * What a field holds, in one line that says the same to everybody: for titles, which are kept. Days as `2026-11-22`, moments in UTC,
 * numbers with a point.
 */
export const plainText = (field: Field, value: Value | undefined, names: Names): string => {
  if (value === undefined) return '';
  if (typeof value === 'object')
    return value
      .map((id) => names.nameOf(field, id).name)
      .filter(Boolean)
      .join(', ');
  if (typeof value === 'boolean') return value ? '+' : '−';
  if (typeof value === 'number') return plainNumeric(field, value);
  const named = field.kind === 'choice' || field.kind === 'user' || field.kind === 'reference';
  return named ? names.nameOf(field, value).name : value.replace(/\s+/g, ' ');
};

const textsOf = (field: Field, value: Value | undefined, names: Names): string[] => {
  switch (field.kind) {
    case 'number':
    case 'money':
    case 'yes-no':
    case 'date':
    case 'date-time':
    case 'reference':
    case 'references':
      return [];
    case 'phone':
      return typeof value === 'string' ? [value, phoneWords(value)] : [];
    case 'long-text':
      return typeof value === 'string' ? [value] : [];
    default:
      return [plainText(field, value, names)];
  }
};

const plainNumeric = (field: Field, value: number): string => {
  if (field.kind === 'money')
    return `${plainDecimal(value, decimalsOf(field.options.currency))} ${field.options.currency}`;
  if (field.kind === 'date-time') return new Date(value).toISOString().slice(0, 16).replace('T', ' ');
  return plainNumber(value, field.kind === 'number' ? field.options.decimals : 0);
};
