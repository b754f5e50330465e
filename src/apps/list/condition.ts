import { type SQL, sql } from 'drizzle-orm';
import type { Field } from '../fields/field.ts';
import { sortKey } from '../fields/keys.ts';
import { isMany } from '../fields/kinds.ts';
import { phoneKey } from '../fields/phone.ts';
import { numberOfDate } from '../fields/time.ts';
import { daysIn, momentsOf } from './days.ts';
import type { Filter, Question } from './question.ts';

/** A filter as the keys of items are asked. `k` is a row of `item_keys`, one of those of the field. */
export type Condition = {
  /** `Field.keysN`. */
  field: number;
  holds(k: SQL): SQL;
  /** Whether several rows of an item may pass. */
  several: boolean;
  /** To count what passes is to look at every row. */
  slow: boolean;
  /** What is empty is found by what is not there: its rows are still being made. */
  missing: boolean;
};

/** Whoever asks, and when. */
export type Asker = { person: string; at: Question['at'] };

/**
 * What a filter asks of a field's keys; undefined where the field's kind knows no such question.
 * @param unready whether the keys of the field are being made just now
 */
export const conditionOf = (field: Field, filter: Filter, asker: Asker, unready: boolean): Condition | undefined => {
  const holds = holdsOf(field, filter, asker);
  const several = isMany(field.kind) && (filter.is === 'any' || filter.is === 'contains' || filter.is === 'begins');
  const missing = unready && filter.is === 'empty';
  return holds && { field: field.keysN, holds, several, slow: filter.is === 'contains' || missing, missing };
};

/** By which column of `item_keys` a field is sorted. */
export const columnOf = ({ kind }: Field): 'key' | 'number' => {
  switch (kind) {
    case 'number':
    case 'money':
    case 'yes-no':
    case 'date':
    case 'date-time':
    case 'choice':
    case 'choices':
      return 'number';
    default:
      return 'key';
  }
};

/** Nothing in it. */
export const isEmpty = (k: SQL): SQL => sql`${k}.key is null and ${k}.number is null and ${k}.ref is null`;

const holdsOf = (field: Field, filter: Filter, { person, at }: Asker): Condition['holds'] | undefined => {
  switch (filter.is) {
    case 'empty':
      return isEmpty;
    case 'filled':
      return (k) => sql`${k}.position = 0 and ${k}.${sql.raw(columnOf(field))} is not null`;
    case 'yes':
    case 'no':
      return (k) => sql`${k}.number = ${filter.is === 'yes' ? 1 : 0}`;
    case 'contains':
      // That it is not null is what lets the partial index serve.
      return (k) =>
        sql`${k}.key is not null and ${k}.key like ${`%${pattern(keyOf(field, filter.text))}%`} escape '\\'`;
    case 'equals':
      return (k) => sql`${k}.key = ${keyOf(field, filter.text)}`;
    case 'begins': {
      const key = keyOf(field, filter.text);
      return (k) => sql`${k}.key >= ${key} and ${k}.key < ${`${key}\u{10ffff}`}`;
    }
    case 'any': {
      const ids = filter.of.map((id) => (id === 'me' && field.kind === 'user' ? person : id));
      return (k) => sql`${k}.ref in (${list(ids)})`;
    }
    case 'between':
      return within(filter.from, filter.to);
    case 'period':
    case 'days': {
      const days = filter.is === 'days' ? filter : daysIn(filter.period, at);
      return field.kind === 'date'
        ? within(dayNumber(days.from), dayNumber(days.to))
        : within(...momentsOf(days, at.zone));
    }
  }
};

const within = (from: number | null, to: number | null): Condition['holds'] | undefined => {
  if (from === null && to === null) return undefined;
  const above = (k: SQL) => (from === null ? sql`${k}.number is not null` : sql`${k}.number >= ${from}`);
  return (k) => (to === null ? above(k) : sql`${above(k)} and ${k}.number <= ${to}`);
};

const dayNumber = (day: string | null): number | null => (day === null ? null : numberOfDate(day));

const pattern = (key: string): string => key.replace(/[\\%_]/gu, '\\$&');

/** What was typed, as the field's keys are written. */
const keyOf = ({ kind }: Field, text: string): string => (kind === 'phone' ? phoneKey(text) : sortKey(text));

const list = (values: readonly string[]): SQL =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );
