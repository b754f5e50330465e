import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import type { Db } from '../../db/doors.ts';
import { apps, itemKeys } from '../../db/schema.ts';
import { testDb } from '../../db/testing.ts';
import { newId } from '../../id.ts';
import { addGroup, addUser } from '../../lines/testing.ts';
import type { App } from '../app.ts';
import { addApp, addItem, docOf, fieldNamed } from '../testing.ts';
import { changeItem } from './change.ts';
import { findItems } from './find.ts';
import { itemFor } from './read.ts';
import { createItem } from './write.ts';

let db: Db;
let app: App;
let anna: string;
beforeEach(async () => {
  db = await testDb();
  anna = await addUser(db, 'Anna');
  const sellers = await addGroup(db, 'Sellers', [anna]);
  const fields = [
    { kind: 'text', name: 'Name', required: true },
    { kind: 'email', name: 'E-mail', sole: true },
    { kind: 'number', name: 'Age', options: { decimals: 0 } },
    { kind: 'user', name: 'Manager' },
  ] as const;
  app = await addApp(db, 'Clients', fields, { edit: [sellers], create: [sellers] });
});

const by = { actor: null, at: 1_000 };
const create = (values: Record<string, string | number>, id = newId()) =>
  db.write((tx) => createItem(tx, app, { id, doc: docOf(app, values) }, by));

it('numbers items one after another, without gaps where one is refused, and finds them', async () => {
  expect(await create({ Name: 'Ivan', 'E-mail': 'a@b.c' })).toMatchObject({ number: 1, title: 'No. 1' });
  expect(await create({ 'E-mail': 'x@y.z' })).toEqual({
    refused: 'values',
    problems: { [fieldNamed(app, 'Name').id]: 'required' },
  });
  expect(await create({ Name: 'Petr', 'E-mail': 'A@B.C' })).toEqual({
    refused: 'values',
    problems: { [fieldNamed(app, 'E-mail').id]: 'taken' },
  });
  expect(await create({ Name: 'Olga', Manager: newId() })).toEqual({
    refused: 'values',
    problems: { [fieldNamed(app, 'Manager').id]: 'unknown' },
  });
  const petr = await create({ Name: 'Пётр Ёлкин', Manager: anna });
  expect(petr).toMatchObject({ number: 2 });
  for (const text of ['елк', '2', 'anna', '']) {
    const found = await findItems(db.read, anna, app.id, text, 10);
    expect([text, found.map(({ number }) => number)]).toEqual([text, text === '' ? [2, 1] : [2]]);
  }
  const [row] = await db.read.select().from(apps).where(eq(apps.id, app.id));
  expect(row?.lastNumber).toBe(2);
  expect(await db.read.$count(itemKeys)).toBe(2 * 4);
});

it('makes one item of a form that is sent twice, and refuses its id to another', async () => {
  const id = newId();
  const first = await create({ Name: 'Ivan', Age: 30 }, id);
  expect(await create({ Age: 30, Name: 'Ivan' }, id)).toEqual(first);
  await db.write((tx) => changeItem(tx, app, id, { base: 1, doc: docOf(app, { Name: 'Ivan', Age: 31 }) }, by));
  expect(await create({ Name: 'Ivan', Age: 30 }, id)).toEqual(first);
  expect(await create({ Name: 'Ivan', Age: 31 }, id)).toEqual({ refused: 'other-content' });
});

it('puts changes of two people together, field by field, and tells the second of what both changed', async () => {
  const ivan = await addItem(db, app, { Name: 'Ivan', Age: 30, 'E-mail': 'i@b.c' });
  const change = (base: number, values: Record<string, string | number>) =>
    db.write((tx) => changeItem(tx, app, ivan.id, { base, doc: docOf(app, values) }, by));
  expect(await change(1, { Name: 'Ivan', Age: 31, 'E-mail': 'i@b.c' })).toMatchObject({ kind: 'changed' });
  expect(await change(1, { Name: 'Иван', Age: 30, 'E-mail': 'i@b.c' })).toMatchObject({
    kind: 'changed',
    item: { doc: docOf(app, { Name: 'Иван', Age: 31, 'E-mail': 'i@b.c' }), version: 3 },
  });
  expect(await change(1, { Name: 'Ivan', Age: 32 })).toMatchObject({
    kind: 'conflict',
    fields: [{ name: 'Age' }],
    merged: docOf(app, { Name: 'Иван', Age: 32 }),
  });
  expect(await change(3, { Name: 'Иван', Age: 31, 'E-mail': 'i@b.c' })).toMatchObject({ kind: 'same' });
  const found = await itemFor(db.read, anna, ivan.id);
  expect(found).toMatchObject({ item: { version: 3 }, may: { see: true, create: true, edit: true } });
});
