import { asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dialect } from '../../db/dialect.ts';
import { items, users } from '../../db/schema.ts';
import { testDb } from '../../db/testing.ts';
import { addGroup, addUser } from '../../lines/testing.ts';
import type { App } from '../app.ts';
import { valueFor } from '../fields/any.testing.ts';
import type { Field } from '../fields/field.ts';
import { fieldKinds } from '../fields/kinds.ts';
import type { Doc, Value } from '../fields/value.ts';
import { newestFirst, type Question } from '../list/question.ts';
import { addApp, addItem, type NewField } from '../testing.ts';
import { exportedColumns, itemsCsv } from './export.ts';
import { importer } from './testing.ts';

const choices = ['New', 'Old; or \\ not', 'Twin', 'twin', 'Ends [new]', '=1+1', "'", '[twin]'].map((name, place) => ({
  ...{ id: `choice-${place}`, name },
  retired: false,
}));

/** A field of each kind that a file can fill, called as its kind. */
const fieldsFor = (other: App): NewField[] =>
  fieldKinds
    .filter((kind) => kind !== 'files' && kind !== 'account')
    .map((kind): NewField => {
      switch (kind) {
        case 'number':
          return { kind, name: kind, options: { decimals: 3 } };
        case 'money':
          return { kind, name: kind, options: { currency: 'RUB' } };
        case 'choice':
        case 'choices':
          return { kind, name: kind, options: { choices } };
        case 'reference':
        case 'references':
          return { kind, name: kind, options: { app: other.id } };
        default:
          return { kind, name: kind };
      }
    });

const several = (ids: readonly string[]): fc.Arbitrary<Value> => fc.subarray([...ids], { minLength: 1 });

const anyOf = (field: Field, known: { people: readonly string[]; others: readonly string[] }): fc.Arbitrary<Value> => {
  switch (field.kind) {
    case 'choice':
      return fc.constantFrom(...choices.map(({ id }) => id));
    case 'choices':
      return several(choices.map(({ id }) => id));
    case 'user':
      return fc.constantFrom(...known.people);
    case 'reference':
      return fc.constantFrom(...known.others);
    case 'references':
      return several(known.others);
    default:
      return valueFor(field);
  }
};

const byName = (app: App, doc: unknown): Record<string, Value> =>
  Object.fromEntries(
    app.fields.flatMap(({ n, name }) => {
      const value = (doc as Doc)[String(n)];
      return value === undefined ? [] : [[name, value]];
    }),
  );

const all: Question = {
  ...{ columns: null, sort: newestFirst, filters: [], text: '', after: null, at: { now: 0, zone: 'UTC' } },
};

it('what is exported comes back as it was, whatever it is', { timeout: 120_000 }, async () => {
  const db = await testDb();
  const anna = await addUser(db, 'Anna');
  const people = [
    anna,
    await addUser(db, 'Anna'),
    await addUser(db, '=cmd|; [x]'),
    await addUser(db, ' Ёлкин, "Пётр"\n'),
  ];
  const group = await addGroup(db, 'All', [anna]);
  const may = { see: [group], create: [group] };
  const other = await addApp(db, 'Others', [{ kind: 'text', name: 'Name' }], may);
  const others: string[] = [];
  for (let n = 0; n < 4; n++) others.push((await addItem(db, other, { Name: `Other ${n}` }, { actor: anna })).id);
  let round = 0;
  const { give, read, write } = importer(db, anna);
  const docsIn = async (app: App) => {
    const rows = await db.read.select().from(items).where(eq(items.appId, app.id)).orderBy(asc(items.seq));
    return rows.map(({ doc }) => byName(app, doc));
  };

  const fields = fieldsFor(other);
  const sample = await addApp(db, 'Sample', fields, may);
  const docs = fc.array(
    fc.record(
      Object.fromEntries(sample.fields.map((field) => [field.name, anyOf(field, { people, others })])) as Record<
        string,
        fc.Arbitrary<Value>
      >,
      { requiredKeys: [] },
    ),
    { minLength: 1, maxLength: 8 },
  );
  const property = fc.asyncProperty(docs, async (given) => {
    const [from, to] = [await addApp(db, `From ${++round}`, fields, may), await addApp(db, `To ${round}`, fields, may)];
    for (const doc of given) await addItem(db, from, doc as Record<string, Value>, { actor: anna });
    const before = await docsIn(from);
    expect(before).toHaveLength(given.length);
    const exported = { app: from, question: all, columns: exportedColumns(from, all, true) };
    const words = { number: 'No.', created: 'Created', changed: 'Changed' };
    const file = (await Array.fromAsync(itemsCsv(db.read, anna, exported, words))).join('');
    const found = await read(to, await give(to, file));
    expect(found.plan.found).toMatchObject({ bad: 0, badRows: [], good: given.length });
    expect((await write(found)).state).toBe('done');
    // The newest comes first in the file.
    expect((await docsIn(to)).toReversed()).toEqual(before);
  });
  await fc.assert(property, { numRuns: dialect === 'pg' ? 5 : 20 });
  expect(await db.read.$count(users)).toBe(people.length);
});
