import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asc, eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { phoneKey } from '../../apps/fields/phone.ts';
import { judgeDoc } from '../../apps/fields/schema.ts';
import { countItems, listItems } from '../../apps/list/read.ts';
import { readQuestion } from '../../apps/list/read-question.ts';
import { viewsFor } from '../../apps/list/views.ts';
import { appById } from '../../apps/read.ts';
import type { Db } from '../../db/doors.ts';
import { apps, files, itemKeys, lines, messages, users } from '../../db/schema.ts';
import { testDb } from '../../db/testing.ts';
import { fileStore } from '../../files/disk.ts';
import { lineById } from '../../lines/read.ts';
import { rolesOf } from '../../lines/roles.ts';
import { unitsOfUser } from '../../people/units/placed.ts';
import { unitTree } from '../../people/units/tree.ts';
import { userByEmail } from '../../people/users.ts';
import { itemsHolding } from '../../records/account-items.ts';
import { listAccounts } from '../../records/accounts.ts';
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
  expect(await countersFor(db.read, anna ?? '')).toEqual({ lines: 3, messages: 0, queue: 8 });
  expect(await countersFor(db.read, boris ?? '')).toEqual({ lines: 1, messages: 0, queue: 8 });
  expect(await countersFor(db.read, vera ?? '')).toEqual({ lines: 8, messages: 0, queue: null });
  expect(await countersFor(db.read, gleb ?? '')).toEqual({ lines: 9, messages: 0, queue: 8 });
  expect(await countersFor(db.read, pavel ?? '')).toEqual({ lines: 0, messages: 0, queue: null });

  const active = await listBox(db.read, vera ?? '', support.id, 'active');
  expect(active?.rows).toHaveLength(8);
  const closed = await listBox(db.read, vera ?? '', support.id, 'closed');
  expect(closed?.rows.length).toBeGreaterThan(30);
  expect((await listBox(db.read, vera ?? '', customers.id, 'closed'))?.rows).toHaveLength(2);

  const chat = await chatOf(db.read, pavel ?? '', support.id);
  expect(chat?.stretch.messages.map(({ kind }) => kind)).toContain('answer');
  expect(chat?.stretch.messages.at(-1)?.kind).toBe('closed');
});

test.each([
  ['en', 'Clients', 'Complaints', 'Support requests'],
  ['ru', 'Клиенты', 'Рекламации', 'Заявки'],
] as const)('its apps in %s are full, and bound to the lines', async (language, ...names) => {
  const db = await filled(language);
  const anna = await idOf(db, 'anna');
  const made = new Map((await db.read.select().from(apps)).map((app) => [app.name, app]));
  expect([...made.keys()].sort()).toEqual([...names].sort());
  const [clients, complaints, requests] = names.map((name) => made.get(name)?.id ?? '');
  const bound = await db.read.select().from(lines).orderBy(asc(lines.linkAppId));
  const [customers, support] = [
    bound.find(({ linkAppId }) => linkAppId === clients),
    bound.find((one) => !one.linkAppId),
  ];
  expect(await lineById(db.read, customers?.id ?? '')).toMatchObject({ createdApps: [complaints] });
  expect(await lineById(db.read, support?.id ?? '')).toMatchObject({ createdApps: [requests] });
  for (const [id, count] of [
    [clients, 140],
    [complaints, 90],
    [requests, 80],
  ] as const) {
    const app = await appById(db.read, id ?? '');
    if (!app) throw new Error('An app is missing.');
    const question = readQuestion(app, new URLSearchParams(), { language, zone: 'UTC' }, now);
    expect(await countItems(db.read, anna, app, question)).toEqual({ count, more: false });
    for (const item of (await listItems(db.read, anna, app, question)).items)
      expect(judgeDoc(app.fields, item.doc), item.title).toEqual({ ok: true, doc: item.doc });
    for (const view of await viewsFor(db.read, anna, app.id)) {
      const asked = readQuestion(app, new URLSearchParams(view.query), { language, zone: 'UTC' }, now);
      expect((await listItems(db.read, anna, app, asked)).items.length, view.name).toBeGreaterThan(0);
    }
  }
});

test('clients write from outside: some are linked, two are not, and one of these has the phone of a client', async () => {
  const db = await filled('en');
  const admin = { id: await idOf(db, 'admin'), administrator: true };
  const outside = (
    await listAccounts(db.read, admin, { search: '', channel: '', unlinked: false, after: undefined })
  ).rows.filter(({ channel }) => channel !== null);
  expect(outside).toHaveLength(5);
  const anna = await idOf(db, 'anna');
  const held = new Set(
    (
      await itemsHolding(
        db.read,
        anna,
        outside.map(({ id }) => id),
      )
    ).map(({ account }) => account),
  );
  const loose = outside.filter(({ id }) => !held.has(id));
  expect(loose).toHaveLength(2);
  const phones = await Promise.all(
    loose.map(({ phone }) => db.read.$count(itemKeys, eq(itemKeys.key, phoneKey(phone ?? '')))),
  );
  expect(phones.toSorted()).toEqual([0, 1]);
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
