import { searchKey } from '../../db/key.ts';
import type { App } from '../app.ts';
import type { Field } from '../fields/field.ts';
import type { Names } from '../fields/names.ts';
import { valueIn } from '../fields/value.ts';
import type { Item } from '../items/item.ts';
import type { Filter, Question } from './question.ts';

/** What a list holds, read from documents alone: the `seq` of its items, in order. `words`: of an item, as it is searched. */
export const brute = (
  app: App,
  items: readonly Item[],
  question: Question,
  { me, names, words }: { me: string; names: Names; words: (item: Item) => string },
): number[] => {
  const fieldOf = (n: number): Field => app.fields.find((field) => field.n === n) as Field;
  const passes = (item: Item): boolean =>
    question.filters.every((filter) => holds(fieldOf(filter.field), item, filter, question.at, me, names)) &&
    wordsOf(question.text).every((word) => wordsOf(words(item)).some((one) => one.startsWith(word)));
  const { by, descending } = question.sort;
  const sortOf = (item: Item): string | number | null => {
    if (by === 'created') return item.seq;
    if (by === 'changed') return item.updatedAt;
    return by === 'number' ? item.number : sortable(fieldOf(by), item, names);
  };
  const sign = descending ? -1 : 1;
  return items
    .filter((item) => item.deletedAt === null && passes(item))
    .map((item) => ({ seq: item.seq, value: sortOf(item) }))
    .sort((one, other) => {
      if (one.value === other.value) return sign * (one.seq - other.seq);
      if (one.value === null) return 1;
      if (other.value === null) return -1;
      return sign * compare(one.value, other.value);
    })
    .map(({ seq }) => seq);
};

const wordsOf = (text: string): string[] => searchKey(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** As both databases do: by bytes. */
const compare = (one: string | number, other: string | number): number =>
  typeof one === 'number' ? one - Number(other) : Buffer.compare(Buffer.from(one), Buffer.from(String(other)));

const each = (field: Field, item: Item): readonly (string | number | boolean)[] => {
  const value = valueIn(item.doc, field);
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [value];
};

const sortable = (field: Field, item: Item, names: Names): string | number | null => {
  const [first] = each(field, item);
  return first === undefined ? null : keyOf(field, first, names);
};

const keyOf = (field: Field, value: string | number | boolean, names: Names): string | number => {
  switch (field.kind) {
    case 'number':
    case 'money':
    case 'date-time':
    case 'yes-no':
      return Number(value);
    case 'date':
      return Date.parse(String(value));
    case 'choice':
    case 'choices':
      return field.options.choices.findIndex(({ id }) => id === value);
    case 'phone':
      return String(value).replace(/\D/g, '');
    case 'text':
    case 'long-text':
    case 'email':
    case 'link':
      return searchKey(String(value)).slice(0, 100);
    default:
      return searchKey(names.nameOf(field, String(value)).name).slice(0, 100);
  }
};

const holds = (field: Field, item: Item, filter: Filter, at: Question['at'], me: string, names: Names): boolean => {
  const values = each(field, item);
  const keys = values.map((value) => keyOf(field, value, names));
  const typed =
    'text' in filter ? (field.kind === 'phone' ? filter.text.replace(/\D/g, '') : searchKey(filter.text)) : '';
  switch (filter.is) {
    case 'empty':
      return values.length === 0;
    case 'filled':
      return values.length > 0;
    case 'yes':
    case 'no':
      return values[0] === (filter.is === 'yes');
    case 'contains':
      return keys.some((key) => String(key).includes(typed));
    case 'begins':
      return keys.some((key) => String(key).startsWith(typed));
    case 'equals':
      return keys.some((key) => key === typed);
    case 'any':
      return values.some((value) => filter.of.some((id) => (id === 'me' ? me : id) === value));
    case 'between':
      return values.some((value) => within(Number(value), filter.from, filter.to));
    case 'days':
    case 'period': {
      const [from, to] = filter.is === 'days' ? [filter.from, filter.to] : fromToday(filter.period, today(at));
      return values.some((value) => within(dayOf(value, at.zone), from, to));
    }
  }
};

const within = <T extends string | number>(value: T, from: T | null, to: T | null): boolean =>
  (from === null || value >= from) && (to === null || value <= to);

/** The day on which something is, where it is looked at. */
const dayOf = (value: string | number | boolean, zone: string): string =>
  typeof value === 'string' ? value : new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(Number(value));

const today = ({ now, zone }: Question['at']): string => dayOf(now, zone);

const day = 86_400_000;

/** Only some periods: the others are tried in days.test.ts. */
const fromToday = (period: string, now: string): [string, string] => {
  const shifted = (days: number) => new Date(Date.parse(now) + days * day).toISOString().slice(0, 10);
  if (period === 'today') return [now, now];
  if (period === 'last-30') return [shifted(-29), now];
  if (period === 'next-7') return [now, shifted(6)];
  throw new Error(`Not read here: ${period}`);
};
