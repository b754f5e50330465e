import type { Words } from '../../../i18n/words.ts';
import type { Field } from '../field.ts';
import type { Names } from '../names.ts';
import type { Value } from '../value.ts';
import { formatDate, formatMoment, formatMoney, formatNumber } from './format.ts';

/** What a field holds, in one line, in the reader's language and zone; '' for an empty field. */
export const shownText = (field: Field, value: Value | undefined, names: Names, words: Words): string => {
  if (value === undefined) return '';
  if (typeof value === 'object') return value.map((id) => nameText(field, id, names, words)).join(', ');
  return shownOne(field, value, names, words);
};

/** What something is called that a value names, and whether it is gone. */
export const nameText = (field: Field, id: string, names: Names, { fields }: Words): string => {
  const { name, gone } = names.nameOf(field, id);
  if (name === '') return fields.unknown;
  return gone ? fields.gone(name, field.kind) : name;
};

const shownOne = (field: Field, value: string | number | boolean, names: Names, words: Words): string => {
  if (typeof value === 'boolean') return value ? words.fields.yes : words.fields.no;
  switch (field.kind) {
    case 'number':
      return formatNumber(Number(value), field.options.decimals, words);
    case 'money':
      return formatMoney(Number(value), field.options.currency, words);
    case 'date':
      return formatDate(String(value), words);
    case 'date-time':
      return words.zone === undefined
        ? `${formatMoment(Number(value), words)} UTC`
        : formatMoment(Number(value), words);
    case 'choice':
    case 'user':
    case 'reference':
      return nameText(field, String(value), names, words);
    default:
      return String(value).replace(/\s+/g, ' ');
  }
};
