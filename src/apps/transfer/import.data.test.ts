import { asc, eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import type { Db } from '../../db/doors.ts';
import { itemsWithWords } from '../../db/item-search.ts';
import { apps, audit, itemChanges, itemKeys, items } from '../../db/schema.ts';
import { testDb } from '../../db/testing.ts';
import { newId } from '../../id.ts';
import { addGroup, addUser } from '../../lines/testing.ts';
import type { App } from '../app.ts';
import { valueIn } from '../fields/value.ts';
import { itemsSeenBy } from '../items/scope.ts';
import { createItem } from '../items/write.ts';
import { addApp, docOf, fieldNamed } from '../testing.ts';
import { cancelImport, confirmImport } from './steps.ts';
import { importer } from './testing.ts';
import { workOn } from './worker.ts';

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
  app = await addApp(db, 'Clients', fields, { see: [sellers], create: [sellers] });
});

const seen = async (): Promise<(readonly [number, unknown])[]> => {
  const rows = await db.read.select().from(items).where(itemsSeenBy(db.read, anna)).orderBy(asc(items.seq));
  return rows.map(({ number, doc }) => [number, valueIn(Object(doc), fieldNamed(app, 'Name'))] as const);
};

const lastNumber = async (): Promise<number | undefined> =>
  (await db.read.select().from(apps).where(eq(apps.id, app.id)))[0]?.lastNumber;

/** So many rows; each with a number in its name. */
const rows = (count: number): string =>
  `Name;E-mail\n${Array.from({ length: count }, (_, n) => `Client ${n};c${n}@example.com\n`).join('')}`;

it('reads a file, shows what it would bring and what is wrong with the rest, and then brings it', async () => {
  const { give, read, write, work } = importer(db, anna);
  await db.write((tx) =>
    createItem(tx, app, { id: newId(), doc: docOf(app, { Name: 'Old', 'E-mail': 'old@example.com' }) }, by),
  );
  const file = [
    'Age,E-MAIL,name,Colour,manager',
    '33,ivan@example.com,Иван,red,Anna',
    ',x@example.com,,,',
    'many,IVAN@example.com,Пётр,,',
    ',old@example.com,Olga,,',
    '"1 200",,"Two\nlines",,Nobody',
    '44,b@example.com',
    ",,'=1+1,blue,",
  ].join('\r\n');
  const given = await give(app, file);
  expect(given.plan.columns.map((id) => app.fields.find((field) => field.id === id)?.name)).toEqual([
    'Age',
    'E-mail',
    'Name',
    undefined,
    'Manager',
  ]);
  const found = await read(app, given);
  expect(found).toMatchObject({ state: 'read', progress: { rows: 7, good: 2, bad: 5 } });
  expect(
    found.plan.found?.badRows.map(({ line, complaints }) => [
      line,
      ...complaints.map(({ field, problem, about }) => [nameOf(field), problem, about].join(' ')),
    ]),
  ).toEqual([
    [3, 'Name required '],
    [4, 'Age not-a-number many'],
    [5, 'E-mail taken old@example.com'],
    [6, 'Manager unknown Nobody'],
    [8, ' columns 2/5'],
  ]);
  expect(await seen()).toEqual([[1, 'Old']]);

  expect(await write(found)).toMatchObject({ state: 'done', fileId: null, progress: { written: 2 } });
  expect(await seen()).toEqual([
    [1, 'Old'],
    [2, 'Иван'],
    [3, '=1+1'],
  ]);
  const [, ivan] = await db.read.select().from(items).orderBy(asc(items.seq));
  expect(ivan).toMatchObject({ title: 'No. 2', version: 1, createdBy: anna, createdAt: 3_000, importId: given.id });
  expect(valueIn(Object(ivan?.doc), fieldNamed(app, 'Manager'))).toBe(anna);
  expect(await db.read.$count(itemKeys, eq(itemKeys.item, ivan?.seq ?? 0))).toBe(4);
  expect(await db.read.$count(itemChanges, eq(itemChanges.item, ivan?.seq ?? 0))).toBe(1);
  expect(await itemsWithWords(db.read, app.id, 'иван anna')).toEqual([{ item: ivan?.seq }]);
  expect(await actions()).toEqual(['items.imported']);
  expect(await work.files.open(given.fileId ?? '')).toBeUndefined();
});

it('does not take one row twice, and says in which line it stood first', async () => {
  const { give, read } = importer(db, anna);
  const found = await read(app, await give(app, 'Name,E-mail\nA,a@x.y\nB,b@x.y\nC,A@x.y\n'));
  expect(found.plan.found?.badRows).toMatchObject([{ line: 4, complaints: [{ problem: 'twice', about: '2' }] }]);
});

it('stops at the first bad row where it is told to', async () => {
  const { give, read } = importer(db, anna);
  const found = await read(app, await give(app, `${rows(100)},\n${rows(1000)}`, { onBad: 'stop' }));
  expect(found).toMatchObject({ state: 'failed', plan: { failure: { why: 'bad-row' } } });
  expect(found.progress.rows).toBeLessThan(200);
  expect(found.plan.found?.badRows).toHaveLength(1);
});

it('shows nobody anything of it before all is there, however often it is interrupted', async () => {
  const { give, read, write, work, load } = importer(db, anna);
  expect((await write(await read(app, await give(app, rows(130))))).state).toBe('done');

  // Before its n-th step, as a process that ends.
  let left = 0;
  const interrupted = { ...work, stopping: () => --left < 0 };

  const again = await read(app, await give(app, rows(130).replaceAll('@example.com', '@example.org')));
  await db.write((tx) => confirmImport(tx, again, 4_000));
  const states: string[] = [];
  for (let step = 0; step < 100; step++) {
    left = 3;
    await workOn(interrupted, again.id);
    const { state, progress } = await load(again.id);
    states.push(`${state} ${progress.written}`);
    if (state === 'done') break;
    expect(await seen()).toHaveLength(130);
  }
  expect(new Set(states).size).toBeGreaterThan(3);
  expect((await seen()).map(([number]) => number)).toEqual(Array.from({ length: 260 }, (_, n) => n + 1));
  expect(await lastNumber()).toBe(260);
});

it('takes everything back when it is cancelled half-way, numbers too, and the worker may die meanwhile', async () => {
  const { give, read, work, load } = importer(db, anna);
  const found = await read(app, await give(app, rows(200)));
  await db.write((tx) => confirmImport(tx, found, 4_000));
  let left = 6;
  await workOn({ ...work, stopping: () => --left < 0 }, found.id);
  const half = await load(found.id);
  expect(half.progress.written).toBeGreaterThan(0);
  expect(await db.read.$count(items)).toBe(half.progress.written);
  expect(await db.write((tx) => cancelImport(tx, half, 5_000))).toBe(true);
  for (let step = 0; step < 50 && (await load(found.id)).state === 'undoing'; step++) {
    left = 1;
    await workOn({ ...work, stopping: () => --left < 0 }, found.id);
    expect(await seen()).toEqual([]);
  }
  expect(await load(found.id)).toMatchObject({ state: 'cancelled', seqFrom: null });
  for (const table of [items, itemKeys, itemChanges]) expect(await db.read.$count(table)).toBe(0);
  expect((await itemsWithWords(db.read, app.id, 'client')) ?? []).toEqual([]);
  expect(await lastNumber()).toBe(0);
  expect(await actions()).toEqual(['items.import-undone']);
});

it('gives its numbers back also where it was confirmed while somebody was about to cancel what they had looked at', async () => {
  const { give, read, work, load } = importer(db, anna);
  const found = await read(app, await give(app, rows(30)));
  await db.write((tx) => confirmImport(tx, found, 4_000));
  expect(await db.write((tx) => cancelImport(tx, found, 5_000))).toBe(true);
  expect(await db.write((tx) => cancelImport(tx, found, 5_000))).toBe(false);
  await workOn(work, found.id);
  expect(await load(found.id)).toMatchObject({ state: 'cancelled', plan: { failure: { why: 'cancelled' } } });
  expect(await lastNumber()).toBe(0);
});

it('keeps the numbers that came after when it is taken back', async () => {
  const { give, read, work, load } = importer(db, anna);
  const found = await read(app, await give(app, rows(60)));
  await db.write((tx) => confirmImport(tx, found, 4_000));
  const made = await db.write((tx) => createItem(tx, app, { id: newId(), doc: docOf(app, { Name: 'New' }) }, by));
  expect(made).toMatchObject({ number: 61 });
  const begun = await load(found.id);
  await db.write((tx) => cancelImport(tx, begun, 5_000));
  await workOn(work, found.id);
  expect(await seen()).toEqual([[61, 'New']]);
  expect(await lastNumber()).toBe(61);
});

it('takes everything back when a unique value is taken meanwhile', async () => {
  const { give, read, write } = importer(db, anna);
  const found = await read(app, await give(app, rows(100)));
  await db.write((tx) =>
    createItem(tx, app, { id: newId(), doc: docOf(app, { Name: 'New', 'E-mail': 'C77@example.com' }) }, by),
  );
  expect(await write(found)).toMatchObject({ state: 'failed', plan: { failure: { why: 'taken', about: '79' } } });
  expect(await seen()).toEqual([[1, 'New']]);
  expect(await db.read.$count(items)).toBe(1);
});

const by = { actor: null, at: 500 };

const nameOf = (id: string | null): string => app.fields.find((field) => field.id === id)?.name ?? '';

const actions = async (): Promise<string[]> => (await db.read.select().from(audit)).map(({ action }) => action);
