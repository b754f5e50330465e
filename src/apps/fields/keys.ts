import { createHash } from 'node:crypto';
import { searchKey } from '../../db/key.ts';
import type { Field } from './field.ts';
import { limits } from './limits.ts';
import type { Names } from './names.ts';
import { phoneKey } from './phone.ts';
import { numberOfDate } from './time.ts';
import type { Value } from './value.ts';

/** What one value of a field is sorted, filtered and compared by: a row of `item_keys`. */
export type KeyRow = {
  position: number;
  key: string | null;
  number: number | null;
  ref: string | null;
  sole: string | null;
};

/**
 * The keys of what an item holds in a field, at least one: an empty field has a row with nothing in it. Texts and names are sorted by
 * `key`; numbers, money (smallest parts), yes and no (1, 0), days and moments (ms since 1970, UTC) and choices (their place) by `number`.
 */
export const keysOf = (field: Field, value: Value | undefined, names: Names): KeyRow[] => {
  if (value === undefined) return [{ position: 0, ...nothing }];
  const values = typeof value === 'object' ? value : [value];
  if (values.length === 0) return [{ position: 0, ...nothing }];
  return values.map((one, position) => {
    const found = keyOf(field, one, names);
    return { position, ...nothing, ...found, sole: field.sole ? soleOf(field, one) : null };
  });
};

/** What text is sorted by: its beginning, as `searchKey` makes it. */
export const sortKey = (text: string): string => cut(searchKey(text));

/** What two values of a unique field must not share. Long ones stand for themselves by a hash: an index takes only so much. */
export const soleOf = (field: Field, value: string | number | boolean): string | null => {
  if (field.kind === 'files') return null;
  const whole = comparedOf(field, value);
  return whole.length <= longestSole ? whole : `sha256:${createHash('sha256').update(whole).digest('hex')}`;
};

const keyOf = (field: Field, value: string | number | boolean, names: Names): Partial<KeyRow> => {
  if (typeof value !== 'string') return { number: Number(value) };
  switch (field.kind) {
    case 'date':
      return { number: numberOfDate(value) };
    case 'choice':
    case 'choices':
      return { number: placeOf(field.options.choices, value), ref: value };
    case 'user':
    case 'reference':
    case 'references':
    case 'account':
    case 'files':
      return { key: sortKey(names.nameOf(field, value).name), ref: value };
    case 'phone':
      return { key: cut(phoneKey(value)) };
    default:
      return { key: sortKey(value) };
  }
};

/** What is no choice any more comes last. */
const placeOf = (choices: readonly { id: string }[], id: string): number => {
  const place = choices.findIndex((choice) => choice.id === id);
  return place < 0 ? choices.length : place;
};

const comparedOf = (field: Field, value: string | number | boolean): string => {
  if (typeof value !== 'string') return String(Number(value));
  switch (field.kind) {
    case 'text':
    case 'long-text':
    case 'email':
      return searchKey(value);
    case 'phone':
      return phoneKey(value);
    case 'link':
      return URL.parse(value)?.href ?? value;
    default:
      return value;
  }
};

/** Not in the middle of a character. */
const cut = (key: string): string =>
  key.length <= limits.key ? key : key.slice(0, limits.key).replace(/[\uD800-\uDBFF]$/, '');

const nothing = { key: null, number: null, ref: null, sole: null };

const longestSole = 300;
