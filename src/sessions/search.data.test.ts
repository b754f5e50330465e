import { beforeEach, expect, test } from 'vitest';
import type { Db } from '../db/doors.ts';
import { testDb } from '../db/testing.ts';
import { newId } from '../id.ts';
import { type Company, makeCompany } from '../lines/testing.ts';
import { searchOwn } from './conversations.ts';
import { receive } from './receive.ts';

let db: Db;
let company: Company;

const write = (personId: string, text: string) =>
  db.write((tx) =>
    receive(tx, { id: personId, name: '' }, company.lines.support, { id: newId(), text, files: [] }, Date.now()),
  );

const found = async (wanted: string) => (await searchOwn(db.read, company.pavel, wanted)).map(({ text }) => text);

beforeEach(async () => {
  db = await testDb();
  company = await makeCompany(db);
  await write(company.pavel, 'Счёт за 100% услуг');
  await write(company.boris, 'Счёт Бориса');
});

test('finds own messages by all the words, whatever their case, and nobody else’s', async () => {
  expect(await found('УСЛУГ счет')).toEqual(['Счёт за 100% услуг']);
  expect(await found('счет бориса')).toEqual([]);
});

test('takes what is typed to the letter', async () => {
  expect(await found('0%')).toEqual(['Счёт за 100% услуг']);
  expect(await found('сч_т')).toEqual([]);
  expect(await found('%за%')).toEqual([]);
  expect(await found('\\')).toEqual([]);
});

test('bears any number of words, and words of any length', async () => {
  expect(await found(`счет ${Array.from({ length: 2_000 }, (_, i) => `w${i}`).join(' ')}`)).toEqual([]);
  expect(await found('счет '.repeat(2_000))).toEqual(['Счёт за 100% услуг']);
  expect(await found('﷽'.repeat(5_000))).toEqual([]);
});
