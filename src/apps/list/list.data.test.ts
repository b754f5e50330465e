import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { dialect } from '../../db/dialect.ts';
import type { Db } from '../../db/doors.ts';
import { accounts, items } from '../../db/schema.ts';
import { testDb } from '../../db/testing.ts';
import { newId } from '../../id.ts';
import { addGroup, addUser } from '../../lines/testing.ts';
import type { App } from '../app.ts';
import type { Field } from '../fields/field.ts';
import { type Names, namesFor } from '../fields/names.ts';
import type { Value } from '../fields/value.ts';
import type { Item } from '../items/item.ts';
import { wordsOf } from '../items/keys.ts';
import { deleteItem } from '../items/remove.ts';
import { toItem } from '../items/rows.ts';
import { addApp, addItem, type NewField } from '../testing.ts';
import { brute } from './brute.testing.ts';
import { queryOf } from './query-of.ts';
import type { Filter, Question, SortBy } from './question.ts';
import { countItems, type Effort, listItems, walkItems } from './read.ts';
import { readQuestion } from './read-question.ts';

// Two hours before midnight in Moscow, on a Sunday.
const now = Date.parse('2026-11-22T19:00:00Z');
const zone = 'Europe/Moscow';
const day = 86_400_000;

const choices = ['Open', 'Closed', 'Waiting', 'Nobody has this'].map((name) => ({ id: newId(), name, retired: false }));

const texts = [
  'Иван',
  'ИВАН',
  'ёлка',
  'Ежи',
  'a%b',
  'a_b',
  'A\\B',
  'zed',
  'Zed',
  '😀 smile',
  'ÿ',
  "O'Neil",
  `${'long '.repeat(30)}end`,
];
const numbers = [-3, 0, 0.5, 1, 2, 10, 1_000_000];
const days = ['2026-10-24', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-28', '2026-11-29', '1999-01-01'];
const moments = [now, now - day, now + 3 * 3_600_000, now + 7 * day, now - 29 * day, now - 30 * day];

let db: Db;
let app: App;
let me: string;
let all: Item[];
let names: Names;
/** By the kind of the field: what an item may hold in it. */
let held: Record<Field['kind'], readonly Value[]>;

const some = <T>(of: readonly T[]): fc.Arbitrary<readonly T[]> => fc.subarray([...of], { minLength: 1 });

beforeAll(async () => {
  db = await testDb();
  me = await addUser(db, 'Anna');
  const boris = await addUser(db, 'Борис');
  const sellers = await addGroup(db, 'Sellers', [me]);
  const clients = await addApp(db, 'Clients', [{ kind: 'text', name: 'Name' }], { see: [sellers] }, {});
  const referred: string[] = [];
  for (const name of ['Zoe', 'Ann', 'ann', 'Max']) referred.push((await addItem(db, clients, { Name: name })).id);
  const accountIds = ['Viber', 'ann', 'Ёж'].map((name) => ({ id: newId(), name }));
  await db.write(async (tx) => {
    for (const { id, name } of accountIds)
      await tx.insert(accounts).values({ id, channel: 'test', name, createdAt: 1 });
  });
  const fields: NewField[] = [
    { kind: 'text', name: 'text' },
    { kind: 'long-text', name: 'long-text' },
    { kind: 'number', name: 'number', options: { decimals: 2 } },
    { kind: 'money', name: 'money', options: { currency: 'RUB' } },
    { kind: 'yes-no', name: 'yes-no' },
    { kind: 'date', name: 'date' },
    { kind: 'date-time', name: 'date-time' },
    { kind: 'choice', name: 'choice', options: { choices } },
    { kind: 'choices', name: 'choices', options: { choices } },
    { kind: 'phone', name: 'phone' },
    { kind: 'email', name: 'email' },
    { kind: 'link', name: 'link' },
    { kind: 'user', name: 'user' },
    { kind: 'reference', name: 'reference', options: { app: clients.id } },
    { kind: 'references', name: 'references', options: { app: clients.id } },
    { kind: 'account', name: 'account' },
  ];
  app = await addApp(db, 'Complaints', fields, { create: [sellers] });
  const three = choices.slice(0, 3).map(({ id }) => id);
  const several = (ids: readonly string[]) =>
    fc.sample(fc.shuffledSubarray([...ids], { minLength: 1 }), { numRuns: 8, seed: 7 });
  held = {
    ...{ text: texts, 'long-text': texts, number: numbers, money: [-100, 0, 1, 123_450], 'yes-no': [true, false] },
    ...{ date: days, 'date-time': moments, choice: three, choices: several(three) },
    ...{ phone: ['+7 900 123-45-67', '8 (900) 123-45-67', '112'], email: ['a@b.c', 'Anna@example.org'] },
    ...{ link: ['https://example.org/a', 'https://b.example/'], files: [] },
    ...{ user: [me, boris], reference: referred, references: several(referred) },
    account: several(accountIds.map(({ id }) => id)),
  };
  await addMany(120, 3);
  await readAll();
}, 240_000);

/** Items with nothing or something in each field. */
const addMany = async (count: number, seed: number): Promise<void> => {
  const value = (field: Field) => fc.option(fc.constantFrom(...held[field.kind]), { nil: undefined, freq: 3 });
  const shape = Object.fromEntries(app.fields.map((field) => [field.name, value(field)]));
  for (const values of fc.sample(fc.record(shape), { numRuns: count, seed })) {
    const given = Object.entries(values).flatMap(([name, one]) => (one === undefined ? [] : [[name, one] as const]));
    await addItem(db, app, Object.fromEntries(given), { at: seed * 1_000 + (given.length % 5) });
  }
};

const readAll = async (): Promise<void> => {
  const rows = await db.read.select().from(items);
  all = rows.map(toItem).filter(({ appId }) => appId === app.id);
  names = await namesFor(
    db.read,
    app.fields,
    all.map(({ doc }) => doc),
    null,
  );
};

const filterOf = (field: Field): fc.Arbitrary<Filter> => {
  const { n: of, kind } = field;
  const emptiness = fc.constantFrom<Filter>({ field: of, is: 'empty' }, { field: of, is: 'filled' });
  const end = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { freq: 2 });
  const stretch = <T>(values: readonly T[]) =>
    fc.record({ from: end(values), to: end(values) }).filter(({ from, to }) => from !== null || to !== null);
  switch (kind) {
    case 'number':
    case 'money': {
      const values = kind === 'money' ? [-100, 0, 5, 123_450] : [...numbers, 0.25];
      return fc.oneof(
        emptiness,
        stretch(values).map((ends): Filter => ({ field: of, is: 'between', ...ends })),
      );
    }
    case 'yes-no':
      return fc.oneof(emptiness, fc.constantFrom<Filter>({ field: of, is: 'yes' }, { field: of, is: 'no' }));
    case 'date':
    case 'date-time':
      return fc.oneof(
        emptiness,
        stretch(days).map((ends): Filter => ({ field: of, is: 'days', ...ends })),
        fc.constantFrom('today', 'last-30', 'next-7').map((period): Filter => ({ field: of, is: 'period', period })),
      );
    case 'choice':
    case 'choices':
      return fc.oneof(
        emptiness,
        some(choices.map(({ id }) => id)).map((ids): Filter => ({ field: of, is: 'any', of: ids })),
      );
    case 'user':
      return fc.oneof(
        emptiness,
        some(['me', String(held.user[1])]).map((ids): Filter => ({ field: of, is: 'any', of: ids })),
      );
    case 'reference':
    case 'references':
      return fc.oneof(
        emptiness,
        some([...held.reference.map(String), newId()]).map((ids): Filter => ({ field: of, is: 'any', of: ids })),
      );
    case 'account':
      return fc.oneof(
        emptiness,
        some([...new Set(held.account.flat().map(String))]).map((ids): Filter => ({ field: of, is: 'any', of: ids })),
      );
    case 'long-text':
      return fc.oneof(
        emptiness,
        fc.constantFrom('ел', 'A', 'long').map((text): Filter => ({ field: of, is: 'begins', text })),
      );
    case 'phone':
      return fc.oneof(
        emptiness,
        fc
          .record({
            is: fc.constantFrom('contains' as const, 'begins' as const),
            text: fc.constantFrom('900', '1', '+7'),
          })
          .map((ask): Filter => ({ field: of, ...ask })),
      );
    default:
      return fc.oneof(
        emptiness,
        fc
          .record({
            is: fc.constantFrom('contains' as const, 'begins' as const, 'equals' as const),
            text: fc.constantFrom('иван', 'Е', '%', '_', '\\', 'a', 'ED', '😀', 'example', 'нет такого'),
          })
          .map((ask): Filter => ({ field: of, ...ask })),
      );
  }
};

const question = (): fc.Arbitrary<Question> =>
  fc.record({
    columns: fc.constant(null),
    sort: fc.record({
      by: fc.constantFrom<SortBy>('number', 'created', 'changed', ...app.fields.map(({ n }) => n)),
      descending: fc.boolean(),
    }),
    filters: fc
      .shuffledSubarray([...app.fields], { maxLength: 3 })
      .chain((fields) => fc.tuple(...fields.map(filterOf))),
    text: fc.oneof(
      { weight: 3, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.constantFrom('иван', 'ан zed', '12', 'op', 'nobody') },
    ),
    after: fc.constant(null),
    at: fc.constant({ now, zone }),
  });

/** All pages of a list, one after another; after each `between` happens. */
const walked = async (asked: Question, effort: Effort, between?: () => Promise<unknown>): Promise<number[]> => {
  const found: number[] = [];
  let after: Question['after'] = null;
  do {
    const page = await listItems(db.read, me, app, { ...asked, after }, effort);
    expect(page.before).toBe(found.length);
    found.push(...page.items.map(({ seq }) => seq));
    after = page.after;
    await between?.();
  } while (after);
  return found;
};

const asBrute = (asked: Question): number[] =>
  brute(app, all, asked, { me, names, words: (item) => wordsOf(app, item, names) });

it('lists and counts what a reading of all documents finds, in the same order, page after page', async () => {
  const efforts = fc.record({ length: fc.constantFrom(4, 50), patience: fc.constantFrom(5, 40, 5_000) });
  let full = 0;
  await fc.assert(
    fc.asyncProperty(question(), efforts, async (asked, effort) => {
      const read = readQuestion(app, new URLSearchParams(queryOf(app, asked)), { language: 'ru', zone }, now);
      expect(read).toEqual(asked);
      const expected = asBrute(asked);
      if (expected.length > 0) full++;
      expect(await walked(read, effort)).toEqual(expected);
      expect(await countItems(db.read, me, app, read)).toEqual({ count: expected.length, more: false });
    }),
    // PostgreSQL stands in a browser's machine there, and takes ten times as long.
    { numRuns: dialect === 'pg' ? 20 : 200 },
  );
  expect(full).toBeGreaterThan(dialect === 'pg' ? 10 : 50);
}, 240_000);

it('shows nothing twice and leaves nothing out while others add items', async () => {
  await readAll();
  const before = new Set(all.map(({ seq }) => seq));
  let seed = 100;
  const asks = fc.sample(question(), { numRuns: 12, seed: 5 });
  for (const asked of asks) {
    const expected = asBrute(asked).filter((seq) => before.has(seq));
    const found = await walked(asked, { length: 9, patience: 20 }, () => addMany(1, seed++));
    expect(new Set(found).size).toBe(found.length);
    expect(found.filter((seq) => before.has(seq))).toEqual(expected);
  }
}, 240_000);

it('walks all of a list, and leaves out what was deleted', async () => {
  const [first] = all;
  if (!first) throw new Error('There are no items.');
  await db.write((tx) => deleteItem(tx, app, first.id, { actor: null, at: now }));
  await readAll();
  for (const by of ['created', ...app.fields.map(({ n }) => n)] as SortBy[]) {
    const asked: Question = {
      columns: null,
      sort: { by, descending: true },
      filters: [],
      text: '',
      after: null,
      at: { now, zone },
    };
    const found: number[] = [];
    for await (const part of walkItems(db.read, me, app, asked)) found.push(...part.map(({ seq }) => seq));
    expect(found).toEqual(asBrute(asked));
    expect(found).not.toContain(first.seq);
  }
}, 60_000);
