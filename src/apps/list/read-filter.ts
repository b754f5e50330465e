import { searchKey } from '../../db/key.ts';
import { cleanLine } from '../fields/clean.ts';
import { readDecimal } from '../fields/decimal.ts';
import type { Field } from '../fields/field.ts';
import { phoneKey } from '../fields/phone.ts';
import { type At, decimalsOf } from '../fields/shown/format.ts';
import { readDate } from '../fields/time.ts';
import { readNumber } from '../fields/typed.ts';
import { mannerOf, textOperators } from './kinds.ts';
import type { Given } from './params.ts';
import { type Filter, periods } from './question.ts';

/** The filter that an address asks of a field; undefined for none, 'wrong' for what makes no sense. */
export const readFilter = (field: Field, given: Given, at: At): Filter | undefined | 'wrong' => {
  const { op } = given;
  if (op === 'empty' || op === 'filled') return { field: field.n, is: op };
  const manner = mannerOf[field.kind];
  switch (manner) {
    case 'text':
    case 'beginning':
    case 'name':
      return textFilter(field, given, textOperators[manner]);
    case 'numbers':
      return numbersFilter(field, given, at);
    case 'days':
      return daysFilter(field, given);
    case 'yes-no':
      if (op === 'yes' || op === 'no') return { field: field.n, is: op };
      return op === '' && given.values.length === 0 ? undefined : 'wrong';
    case 'choice':
    case 'pick':
      return anyFilter(field, given);
  }
};

const textFilter = (
  field: Field,
  { op, values }: Given,
  operators: readonly string[],
): Filter | undefined | 'wrong' => {
  const asked = op === '' ? operators[0] : op;
  if (asked === undefined || !operators.includes(asked)) return 'wrong';
  const text = cleanLine(values[0] ?? '')
    .slice(0, longestText)
    .toWellFormed();
  if (searchKey(text) === '') return undefined;
  if (field.kind === 'phone' && phoneKey(text) === '') return 'wrong';
  return { field: field.n, is: asked === 'has' ? 'contains' : asked === 'is' ? 'equals' : 'begins', text };
};

const numbersFilter = (field: Field, { op, values, from, to }: Given, at: At): Filter | undefined | 'wrong' => {
  if (op !== '' && op !== 'is') return 'wrong';
  const ends = [op === 'is' ? (values[0] ?? '') : from, op === 'is' ? (values[0] ?? '') : to];
  const read = ends.map((text) => (text.trim() === '' ? null : readOf(field, text, at)));
  const [least, most] = read;
  if (least === undefined || most === undefined) return 'wrong';
  return least === null && most === null ? undefined : { field: field.n, is: 'between', from: least, to: most };
};

const readOf = (field: Field, text: string, at: At): number | undefined => {
  const read =
    field.kind === 'money'
      ? readDecimal(text, decimalsOf(field.options.currency), at.language)
      : readNumber(text, mostDecimals, at);
  return read.ok ? read.value : undefined;
};

const daysFilter = (field: Field, { op, values, from, to }: Given): Filter | undefined | 'wrong' => {
  const period = periods.find((one) => one === op);
  if (period) return { field: field.n, is: 'period', period };
  if (op !== '' && op !== 'is') return 'wrong';
  const [first, last] = [op === 'is' ? (values[0] ?? '') : from, op === 'is' ? (values[0] ?? '') : to].map(dayOf);
  if (first === undefined || last === undefined) return 'wrong';
  return first === null && last === null ? undefined : { field: field.n, is: 'days', from: first, to: last };
};

const dayOf = (text: string): string | null | undefined => {
  if (text.trim() === '') return null;
  const read = readDate(text);
  return read.ok ? read.value : undefined;
};

const anyFilter = (field: Field, { op, values }: Given): Filter | undefined | 'wrong' => {
  if (op !== '' && op !== 'is') return 'wrong';
  const given = values.filter((id) => id !== '');
  const ids = [...new Set(given.filter((id) => isNamed(field, id)))];
  if (ids.length === 0) return given.length === 0 ? undefined : 'wrong';
  return { field: field.n, is: 'any', of: ids };
};

const isNamed = (field: Field, id: string): boolean => {
  if (field.kind === 'choice' || field.kind === 'choices') return field.options.choices.some((one) => one.id === id);
  return (field.kind === 'user' && id === 'me') || /^[0-9a-z-]{1,64}$/i.test(id);
};

/** Characters. */
const longestText = 200;

const mostDecimals = 6;
