import { searchKey } from '../../src/db/key.ts';
import { all, fields, type Item, keysOf, valueIn } from './fields.ts';
import { expected, type Filter, pageLength, type Question } from './question.ts';

/** What one line of the table stands for: each of its questions is asked as often, and all times are taken together. */
export type Asked = { what: string; questions: readonly Question[]; count?: boolean };

const newest: Question['sort'] = { descending: true };
const byAmount: Question['sort'] = { field: fields.amount, descending: true };
const byName: Question['sort'] = { field: fields.name, descending: false };

/** All that is asked of every layout. */
export const askedOf = (items: readonly Item[]): Asked[] => {
  const few: readonly Filter[] = [
    { field: fields.phone, is: 'equal', to: keyIn(items, fields.phone) },
    { field: fields.account, is: 'equal', to: keyIn(items, fields.account) },
    { field: fields.client, is: 'equal', to: keyIn(items, fields.client) },
    { field: fields.contract, is: 'equal', to: keyIn(items, fields.contract) },
  ];
  const many: readonly Filter[] = [
    { field: fields.city, is: 'equal', to: searchKey('Орёл') },
    { field: fields.status, is: 'one of', to: ['waiting', 'done'] },
    { field: fields.urgent, is: 'equal', to: 1 },
    { field: fields.amount, is: 'greater', to: 90_000_00 },
    { field: fields.due, is: 'less', to: Date.UTC(2024, 2, 1) },
    { field: fields.rating, is: 'empty' },
  ];
  const tagged: Filter = { field: fields.tags, is: 'one of', to: [searchKey('возврат'), searchKey('партнёр')] };
  const byTag: Filter = { field: fields.related, is: 'equal', to: keyIn(items, fields.related) };
  const nameHas = (text: string): Filter => ({ field: fields.name, is: 'containing', to: searchKey(text) });
  const nameEmpty: Filter = { field: fields.name, is: 'empty' };
  const two: readonly Filter[][] = [
    [many[0] as Filter, many[1] as Filter],
    [many[2] as Filter, many[3] as Filter],
    [many[3] as Filter, many[4] as Filter],
    [tagged, many[2] as Filter],
  ];
  // Each finds a quarter or half of all, both together nothing.
  const none: readonly Filter[] = [
    { field: fields.status, is: 'equal', to: 'archived' },
    { field: fields.urgent, is: 'equal', to: 1 },
  ];
  const ask = (filters: readonly Filter[], sort: Question['sort']): Question => ({ filters, sort });
  const each = (list: readonly Filter[], ...sorts: Question['sort'][]) =>
    list.flatMap((filter) => sorts.map((sort) => ask([filter], sort)));
  const sorts = (descending: boolean) => all.map((field) => ask([], { field, descending }));
  return [
    { what: 'sort by any of 20 fields, ascending', questions: sorts(false) },
    { what: 'the same, descending', questions: sorts(true) },
    { what: 'the same, page 100', questions: [...sorts(false), ...sorts(true)].map((one) => page(items, one, 100)) },
    { what: 'a filter that finds few, newest first', questions: each(few, newest) },
    { what: 'a filter that finds few, by another field', questions: each(few, byAmount, byName) },
    { what: 'a filter that finds many, newest first', questions: each(many, newest) },
    { what: 'a filter that finds many, by another field', questions: each(many, byAmount, byName) },
    {
      what: 'one of a field with several values, by another field',
      questions: each([tagged], newest, byAmount, byName),
    },
    { what: 'a seldom one of them: what refers to an item', questions: each([byTag], newest, byAmount) },
    { what: 'text contains, often', questions: each([nameHas('ОВ ')], newest, byName, byAmount) },
    { what: 'text contains, seldom', questions: each([nameHas('ЯБЛОВ фёд')], newest, byName, byAmount) },
    { what: 'text contains, never', questions: each([nameHas('ъъъ')], newest, byAmount) },
    { what: 'is empty, which hardly any is', questions: each([nameEmpty], newest, byAmount) },
    {
      what: 'two filters, by a third field',
      questions: two.flatMap((pair) => [ask(pair, byName), ask(pair, byAmount)]),
    },
    { what: 'two that find many, and together nothing', questions: [ask(none, byName), ask(none, byAmount)] },
    { what: 'count, filter that finds few', questions: each(few, newest), count: true },
    { what: 'count, filter that finds many', questions: each(many, newest), count: true },
    { what: 'count, two filters', questions: [...two, [...none]].map((pair) => ask(pair, newest)), count: true },
  ];
};

/** The question for a later page. */
const page = (items: readonly Item[], question: Question, number: number): Question => {
  const list = expected(items, question);
  const after = list[Math.min((number - 1) * pageLength, list.length) - 1];
  return after ? { ...question, after } : question;
};

const keyIn = (items: readonly Item[], field: (typeof all)[number]): string => {
  const item = items.find((one) => one.seq > items.length / 2 && valueIn(one, field) !== null);
  return String(item ? keysOf(valueIn(item, field))[0] : '');
};
