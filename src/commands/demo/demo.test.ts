import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asc, eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import type { Db } from '../../db/doors.ts';
import { files, lines, messages, users } from '../../db/schema.ts';
import { testDb } from '../../db/testing.ts';
import { fileStore } from '../../files/disk.ts';
import { rolesOf } from '../../lines/roles.ts';
import { unitsOfUser } from '../../people/units/placed.ts';
import { unitTree } from '../../people/units/tree.ts';
import { userByEmail } from '../../people/users.ts';
import { chatOf } from '../../sessions/chat.ts';
import { countersFor } from '../../sessions/counters.ts';
import { listBox } from '../../sessions/list.ts';
import { demoGreeting, fillDemo } from './company.ts';

const now = new Date(2026, 10, 20, 15).getTime();
const folder = mkdtempSync(join(tmpdir(), 'lines-demo-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['en', 'IT support', 'Customers'],
  ['ru', 'ИТ-поддержка', 'Клиенты'],
] as const)('the demo in %s has the people and lines that it says', async (language, supportName, customersName) => {
  const db = await filled(language);
  const found = await db.read.select().from(lines).orderBy(asc(lines.createdAt));
  const support = found.find(({ name }) => name === supportName);
  const customers = found.find(({ name }) => name === customersName);
  if (!(support && customers)) throw new Error('A line is missing.');
  expect([support.showOperator, customers.showOperator]).toEqual([true, false]);
  for (const line of [support, customers]) {
    expect(await roles(db, 'anna', line.id)).toEqual({ operator: true, supervisor: false });
    expect(await roles(db, 'boris', line.id)).toEqual({ operator: true, supervisor: false });
    expect(await roles(db, 'vera', line.id)).toEqual({ operator: false, supervisor: true });
    expect(await roles(db, 'gleb', line.id)).toEqual({ operator: true, supervisor: true });
    expect(await roles(db, 'pavel', line.id)).toEqual({ operator: false, supervisor: false });
    expect(await roles(db, 'admin', line.id)).toEqual({ operator: false, supervisor: false });
  }
  for (const line of demoGreeting(language)) {
    const email = /\S+@demo\.test/.exec(line)?.[0];
    if (email !== undefined) expect(await userByEmail(db.read, email), email).toMatchObject({ active: true });
  }
});

test.each(['en', 'ru'] as const)('its org structure in %s has people and heads', async (language) => {
  const db = await filled(language);
  const tree = await unitTree(db.read);
  expect(tree).toHaveLength(5);
  expect(tree.every(({ head, people }) => head !== null && people > 0)).toBe(true);
  expect(await unitsOfUser(db.read, await idOf(db, 'anna'))).toHaveLength(1);
});

test('everybody finds something to do, and Pavel an answer', async () => {
  const db = await filled('en');
  const [support] = await db.read.select().from(lines).where(eq(lines.name, 'IT support'));
  const [customers] = await db.read.select().from(lines).where(eq(lines.name, 'Customers'));
  if (!(support && customers)) throw new Error('A line is missing.');
  const [anna, boris, vera, gleb, pavel] = await Promise.all(
    ['anna', 'boris', 'vera', 'gleb', 'pavel'].map((login) => idOf(db, login)),
  );
  expect(await countersFor(db.read, anna ?? '')).toEqual({ lines: 2, messages: 0, queue: 6 });
  expect(await countersFor(db.read, boris ?? '')).toEqual({ lines: 1, messages: 0, queue: 6 });
  expect(await countersFor(db.read, vera ?? '')).toEqual({ lines: 6, messages: 0, queue: null });
  expect(await countersFor(db.read, gleb ?? '')).toEqual({ lines: 7, messages: 0, queue: 6 });
  expect(await countersFor(db.read, pavel ?? '')).toEqual({ lines: 0, messages: 0, queue: null });

  const active = await listBox(db.read, vera ?? '', support.id, 'active');
  expect(active?.rows).toHaveLength(8);
  const closed = await listBox(db.read, vera ?? '', support.id, 'closed');
  expect(closed?.rows.length).toBeGreaterThan(30);
  expect((await listBox(db.read, vera ?? '', customers.id, 'closed'))?.rows).toEqual([]);

  const chat = await chatOf(db.read, pavel ?? '', support.id);
  expect(chat?.stretch.messages.map(({ kind }) => kind)).toContain('answer');
  expect(chat?.stretch.messages.at(-1)?.kind).toBe('closed');
});

test('its files are what they say, and nothing of it lies in the future', async () => {
  const db = await filled('ru');
  const stored = await db.read.select().from(files);
  expect(new Set(stored.map(({ type }) => type))).toEqual(new Set(['image/png', 'text/plain']));
  const written = await db.read.select().from(messages);
  expect(written.length).toBeGreaterThan(250);
  expect(Math.max(...written.map(({ createdAt }) => createdAt))).toBeLessThanOrEqual(now);
});

test('it is the same each time', async () => {
  const told = async (db: Db) => {
    const rows = await db.read
      .select({ text: messages.text, kind: messages.kind, at: messages.createdAt, author: users.name })
      .from(messages)
      .leftJoin(users, eq(users.id, messages.authorId))
      .orderBy(asc(messages.createdAt), asc(messages.seq));
    return rows.map((row) => JSON.stringify(row)).sort();
  };
  const once = await told(await filled('en'));
  expect(await told(await filled('en'))).toEqual(once);
});

const filled = async (language: 'en' | 'ru'): Promise<Db> => {
  const db = await testDb();
  await fillDemo({ db, files: fileStore(folder, 1_000_000) }, language, now);
  return db;
};

const idOf = async (db: Db, login: string): Promise<string> =>
  (await userByEmail(db.read, `${login}@demo.test`))?.id ?? '';

const roles = async (db: Db, login: string, lineId: string) => rolesOf(db.read, await idOf(db, login), lineId);
