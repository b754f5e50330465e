import type { App } from '../../src/apps/app.ts';
import { type Filter, newestFirst, type Question } from '../../src/apps/list/question.ts';
import { all, fields, type Item, type Field as MadeUp, valueIn } from '../layouts/fields.ts';
import { fieldOf } from './app.ts';

/** What one line stands for: all times of its questions are taken together. */
export type Asked = { what: string; questions: readonly Question[]; count?: boolean };

type Sort = Question['sort'];

/** All that is asked of the list: what is meant to be hard for it as well. */
export const askedOf = (app: App, items: readonly Item[]): Asked[] => {
  const n = (field: MadeUp) => fieldOf(app, field).n;
  const ask = (filters: readonly Filter[], sort: Sort = newestFirst, text = ''): Question => ({
    ...{ columns: null, sort, filters, text, after: null },
    at: { now: Date.UTC(2026, 10, 22), zone: 'Europe/Moscow' },
  });
  const sortBy = (field: MadeUp, descending = false): Sort => ({ by: n(field), descending });
  const someId = (field: MadeUp): string => String([valueIn(middle(items, field), field)].flat()[0]);
  const any = (field: MadeUp, ...of: string[]): Filter => ({ field: n(field), is: 'any', of });
  const equals = (field: MadeUp, text: string): Filter => ({ field: n(field), is: 'equals', text });
  const contains = (text: string): Filter => ({ field: n(fields.name), is: 'contains', text });
  const few = [
    equals(fields.phone, someId(fields.phone)),
    any(fields.account, someId(fields.account)),
    any(fields.client, someId(fields.client)),
    equals(fields.contract, someId(fields.contract)),
  ];
  const amount: Filter = { field: n(fields.amount), is: 'between', from: 90_000_00, to: null };
  const due: Filter = { field: n(fields.due), is: 'days', from: null, to: '2024-03-01' };
  const urgent: Filter = { field: n(fields.urgent), is: 'yes' };
  const city = equals(fields.city, 'Орёл');
  const status = any(fields.status, 'waiting', 'done');
  const many = [city, status, urgent, amount, due, { field: n(fields.rating), is: 'empty' } as const];
  const tagged = any(fields.tags, 'возврат', 'партнёр');
  const two = [
    [city, status],
    [urgent, amount],
    [amount, due],
    [tagged, urgent],
  ];
  // Each finds a quarter or half of all, both together nothing.
  const none = [any(fields.status, 'archived'), urgent];
  const others = [sortBy(fields.amount, true), sortBy(fields.name)];
  const each = (list: readonly Filter[], sorts: readonly Sort[]) =>
    list.flatMap((filter) => sorts.map((sort) => ask([filter], sort)));
  const sorts = (descending: boolean) => all.map((field) => ask([], sortBy(field, descending)));
  const builtIn = (['number', 'created', 'changed'] as const).map((by) => ask([], { by, descending: true }));
  // The newest hold none of what is asked for, until far down.
  const old: Filter = { field: n(fields.met), is: 'filled' };
  return [
    { what: 'sort by any of 20 fields, ascending', questions: sorts(false) },
    { what: 'the same, descending', questions: sorts(true) },
    { what: 'by number, creation, change', questions: builtIn },
    { what: 'a filter that finds few, newest first', questions: each(few, [newestFirst]) },
    { what: 'a filter that finds few, by another field', questions: each(few, others) },
    { what: 'a filter that finds many, newest first', questions: each([...many, old], [newestFirst]) },
    { what: 'a filter that finds many, by another field', questions: each(many, others) },
    { what: 'one of a field with several values', questions: each([tagged], [newestFirst, ...others]) },
    { what: 'text contains, often', questions: each([contains('ОВ ')], [newestFirst, ...others]) },
    { what: 'text contains, seldom', questions: each([contains('ЯБЛОВ фёд')], [newestFirst, ...others]) },
    { what: 'text contains, never', questions: each([contains('ъъъ')], [newestFirst, ...others]) },
    { what: 'two filters, by a third field', questions: two.flatMap((pair) => others.map((sort) => ask(pair, sort))) },
    { what: 'two that find many, and together nothing', questions: others.map((sort) => ask(none, sort)) },
    {
      what: 'words that few have',
      questions: ['кожемяк фёдор 99', 'c 00012345'].map((text) => ask([], newestFirst, text)),
    },
    {
      what: 'words that many have, newest first',
      questions: ['мария', 'ма', 'м'].map((text) => ask([], newestFirst, text)),
    },
    {
      what: 'words that many have, by another field',
      questions: ['мария', 'м'].flatMap((text) => others.map((sort) => ask([], sort, text))),
    },
    {
      what: 'words and a filter',
      questions: [ask([status], newestFirst, 'мария'), ask([city], sortBy(fields.name), 'мария')],
    },
    { what: 'count, all', questions: [ask([])], count: true },
    { what: 'count, a filter that finds few', questions: each(few, [newestFirst]), count: true },
    { what: 'count, a filter that finds many', questions: each(many, [newestFirst]), count: true },
    { what: 'count, two filters', questions: [...two, none].map((pair) => ask(pair)), count: true },
    {
      what: 'count, words',
      questions: ['мария', 'м', 'кожемяк'].map((text) => ask([], newestFirst, text)),
      count: true,
    },
  ];
};

/** One in the middle that holds something in the field. */
const middle = (items: readonly Item[], field: MadeUp): Item => {
  const found = items.slice(Math.floor(items.length / 2)).find((item) => valueIn(item, field) !== null);
  if (!found) throw new Error(`Nobody holds anything in ${field.name}.`);
  return found;
};
