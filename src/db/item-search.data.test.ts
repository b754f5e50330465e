import { asc } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Db } from './doors.ts';
import { dropItemWords, itemsWithWords, writeItemWords } from './item-search.ts';
import { testDb } from './testing.ts';

const [clients, others] = ['0191-a', '0191-b'];

const found = async (db: Db, text: string): Promise<number[] | undefined> => {
  const rows = itemsWithWords(db.read, clients, text);
  if (!rows) return undefined;
  const all = rows.as('found');
  return (await db.read.select({ item: all.item }).from(all).orderBy(asc(all.item))).map(({ item }) => item);
};

it('finds the items of one app by the beginnings of their words, in any letter case', async () => {
  const db = await testDb();
  await db.write(async (tx) => {
    await writeItemWords(tx, 1, clients, 'Фёдор Ковалёв kovalev@mail.ru');
    await writeItemWords(tx, 2, clients, 'O\'Brien 100% "quoted" AND NOT');
    await writeItemWords(tx, 3, others, 'Фёдор');
  });
  expect(await found(db, 'ФЕДОР ков')).toEqual([1]);
  expect(await found(db, 'mail kovalev@')).toEqual([1]);
  expect(await found(db, 'brien and not "quo')).toEqual([2]);
  expect(await found(db, 'фёдор quoted')).toEqual([]);
  expect(await found(db, ' *"—')).toBeUndefined();
  // What its app is called there finds nothing.
  for (const text of ['ap', 'app', '0', '0191']) expect(await found(db, text)).toEqual([]);
  await db.write(async (tx) => {
    await writeItemWords(tx, 1, clients, 'Иван');
    await dropItemWords(tx, 2);
  });
  expect(await found(db, 'фёдор')).toEqual([]);
  expect(await found(db, 'quoted')).toEqual([]);
  expect(await found(db, 'ива')).toEqual([1]);
});

it('takes words of any length and any number of them, and finds what stands first', async () => {
  const db = await testDb();
  const endless = 'ж'.repeat(2_100);
  const very = Array.from({ length: 120_000 }, (_, n) => `word${n}`).join(' ');
  await db.write(async (tx) => {
    await writeItemWords(tx, 1, clients, `before ${endless} after`);
    await writeItemWords(tx, 2, clients, `first ${very} last`);
  });
  for (const text of ['before', 'after', 'жжж', endless]) expect(await found(db, text)).toEqual([1]);
  expect(await found(db, `${endless}ш`)).toEqual([]);
  expect(await found(db, 'first')).toEqual([2]);
  expect(await found(db, 'last')).toEqual([]);
});
