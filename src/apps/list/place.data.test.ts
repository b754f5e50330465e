import { expect, it } from 'vitest';
import { testDb } from '../../db/testing.ts';
import { addGroup, addUser } from '../../lines/testing.ts';
import { addApp, addItem, fieldNamed } from '../testing.ts';
import { writeCursor } from './cursor.ts';
import { listItems } from './read.ts';
import { readQuestion } from './read-question.ts';

it('begins at the beginning where an address names a place that this order does not have', async () => {
  const db = await testDb();
  const anna = await addUser(db, 'Anna');
  const group = await addGroup(db, 'Sellers', [anna]);
  const fields = [
    { kind: 'number', name: 'Age', options: { decimals: 1 } },
    { kind: 'text', name: 'Name' },
  ] as const;
  const app = await addApp(db, 'Clients', fields, { see: [group] });
  await addItem(db, app, { Age: 1, Name: 'a' });
  await addItem(db, app);
  const [age, name] = [fieldNamed(app, 'Age').n, fieldNamed(app, 'Name').n];
  const pageAt = (sort: string, filter: string, value: string | number | null) => {
    const place = writeCursor({ value, seq: 1, place: 7 });
    const query = new URLSearchParams(`sort=${sort}${filter}&after=${place}`);
    return listItems(db.read, anna, app, readQuestion(app, query, { language: 'en' }, 1));
  };
  for (const [sort, value] of [
    [`f${age}`, 'abc'],
    [`f${age}`, ''],
    [`f${name}`, 5],
    ['number', 'abc'],
    ['number', null],
    ['-changed', 1.5],
    ['created', 1e300],
  ] as const)
    for (const filter of ['', `&f${name}=a`, '&q=a']) {
      const { items, before } = await pageAt(sort, filter, value);
      expect([sort, value, filter, before, items.length]).toEqual([sort, value, filter, 0, filter === '' ? 2 : 1]);
    }
  expect((await pageAt(`f${age}`, '', 0.5)).before).toBe(7);
});
