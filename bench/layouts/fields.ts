import { searchKey } from '../../src/db/key.ts';

/** What a field holds, as the specification (6.1) lists it. */
export type Field = {
  /** Its number in the app, from 1. */
  n: number;
  name: string;
  /** What its values are compared as: words (also ids of choices, people, items, accounts, files) or numbers (also yes/no, times, money). */
  as: 'words' | 'number';
  many: boolean;
};

/** What an item holds in one field; null is empty. Several values are never an empty list. */
export type Value = string | number | readonly string[] | null;

/** An item of the one app that is measured. `values[0]` belongs to field 1. */
export type Item = { seq: number; id: string; values: readonly Value[] };

const field = (n: number, name: string, as: Field['as'], many = false): Field => ({ n, name, as, many });

/** Twenty fields, all types among them. */
export const fields = {
  name: field(1, 'text', 'words'),
  city: field(2, 'text of few values', 'words'),
  phone: field(3, 'phone', 'words'),
  email: field(4, 'e-mail', 'words'),
  site: field(5, 'link', 'words'),
  note: field(6, 'long text', 'words'),
  amount: field(7, 'money', 'number'),
  quantity: field(8, 'number', 'number'),
  urgent: field(9, 'yes/no', 'number'),
  due: field(10, 'date', 'number'),
  met: field(11, 'date and time', 'number'),
  status: field(12, 'choice', 'words'),
  tags: field(13, 'choice, many', 'words', true),
  owner: field(14, 'user', 'words'),
  client: field(15, 'reference', 'words'),
  related: field(16, 'reference, many', 'words', true),
  account: field(17, 'Account', 'words'),
  files: field(18, 'files', 'words', true),
  contract: field(19, 'text, unique', 'words'),
  rating: field(20, 'number, mostly empty', 'number'),
} as const;

export const all: readonly Field[] = Object.values(fields);

/** What a value is sorted, filtered and compared by: none if it is empty, several if the field holds several. */
export const keysOf = (value: Value): readonly (string | number)[] => {
  if (value === null) return [];
  if (typeof value === 'number') return [value];
  return typeof value === 'string' ? [keyOf(value)] : value.map(keyOf);
};

/** What an item holds in a field. */
export const valueIn = (item: Item, { n }: Field): Value => item.values[n - 1] ?? null;

/** Of a long text the beginning sorts well enough, and databases refuse to index pages of it. */
const keyOf = (text: string): string => searchKey(text.slice(0, longest)).slice(0, longest);
const longest = 100;
