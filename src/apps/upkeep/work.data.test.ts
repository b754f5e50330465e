import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import type { Db } from '../../db/doors.ts';
import { searchKey } from '../../db/key.ts';
import { apps, audit, fields, itemChanges, itemComments, itemFiles, itemKeys, items, users } from '../../db/schema.ts';
import { testDb } from '../../db/testing.ts';
import { newId } from '../../id.ts';
import { addGroup, addUser } from '../../lines/testing.ts';
import type { App } from '../app.ts';
import type { Field } from '../fields/field.ts';
import { type Value, valueIn } from '../fields/value.ts';
import { changeItem } from '../items/change.ts';
import { findItems } from '../items/find.ts';
import { historyOf } from '../items/history.ts';
import { deleteItem } from '../items/remove.ts';
import { itemById } from '../items/rows.ts';
import { appById } from '../read.ts';
import { addApp, addItem, docOf, fieldNamed } from '../testing.ts';
import { disagreements, drain, small } from './agree.testing.ts';
import { hasKeys, jobs } from './jobs.ts';
import { pendingIn, planConversion, planRekey, planRelabel, planRetitle } from './plan.ts';
import { workOnUpkeep } from './work.ts';

let db: Db;
let anna: string;
let group: string;
beforeEach(async () => {
  db = await testDb();
  anna = await addUser(db, 'Anna');
  group = await addGroup(db, 'All', [anna]);
});

const day = 86_400_000;
const now = async (id: string): Promise<App> => {
  const app = await appById(db.read, id);
  if (!app) throw new Error('There is no such app.');
  return app;
};
const change = async (app: App, id: string, values: Record<string, Value>) => {
  const item = await itemById(db.read, id);
  const given = { base: item?.version ?? 0, doc: docOf(app, values) };
  return db.write((tx) => changeItem(tx, app, id, given, { actor: anna, at: Date.now() }));
};
const unitsUntil = async (done: () => Promise<boolean>): Promise<number> => {
  for (let units = 0; units < 200; units++) {
    if (await done()) return units;
    await workOnUpkeep(db, Date.now(), small);
  }
  throw new Error('It was never done.');
};
const called = async (field: Field, name: string) =>
  (await db.read.select().from(fields).where(eq(fields.id, field.id)))[0]?.name === name;

it('changes a type behind everybody’s back: until all is there nobody sees any of it, and edits meanwhile are in it', async () => {
  const app = await addApp(db, 'Things', [{ kind: 'number', name: 'Size', options: { decimals: 0 } }], {
    edit: [group],
  });
  const made: string[] = [];
  for (let size = 1; size <= 7; size++) made.push((await addItem(db, app, { Size: size })).id);
  const size = fieldNamed(app, 'Size');
  await db.write((tx) => planConversion(tx, { field: size, to: { kind: 'text', options: {} }, by: anna }));
  expect(await pendingIn(db.read, app.id)).toEqual([{ fieldId: size.id, what: 'conversion', fresh: false }]);
  await expect(
    db.write((tx) => planConversion(tx, { field: size, to: { kind: 'text', options: {} }, by: anna })),
  ).rejects.toThrow('already');
  const [first, last] = [made[0] ?? '', made[6] ?? ''];
  for (let unit = 0; unit < 3; unit++) await workOnUpkeep(db, Date.now(), small);
  for (const id of [first, last]) expect(await change(app, id, { Size: 70 })).toMatchObject({ kind: 'changed' });
  expect(await now(app.id)).toMatchObject({ fields: [{ kind: 'number' }] });
  expect(await disagreements(db, 'underway')).toEqual([]);
  await unitsUntil(async () => (await now(app.id)).fields[0]?.kind === 'text');
  await drain(db);

  const after = await now(app.id);
  const [field] = after.fields;
  if (!field) throw new Error('The field is gone.');
  const held = await Promise.all(made.map(async (id) => valueIn((await itemById(db.read, id))?.doc ?? {}, field)));
  expect(held).toEqual(['70', '2', '3', '4', '5', '6', '70']);
  expect(field.id).toBe(size.id);
  expect(await disagreements(db, 'settled')).toEqual([]);
  const told = await db.read.select().from(audit).where(eq(audit.objectId, size.id));
  expect(told).toMatchObject([{ action: 'field.kind-changed', actorId: anna, before: { fieldKind: 'number' } }]);
  // What was changed while the field was a number is told as it was.
  const [change70] = await historyOf(db.read, first);
  expect(change70?.fields).toMatchObject([{ field: { kind: 'number' }, removed: true, before: 1, after: 70 }]);
});

it('calls a change of type off where a value would be lost, and refuses edits that would lose one', async () => {
  const app = await addApp(db, 'Things', [{ kind: 'text', name: 'Size' }], { edit: [group] });
  const one = await addItem(db, app, { Size: '1' });
  const size = fieldNamed(app, 'Size');
  const plan = () =>
    db.write((tx) => planConversion(tx, { field: size, to: { kind: 'number', options: { decimals: 0 } }, by: anna }));
  await plan();
  expect(await change(app, one.id, { Size: 'many' })).toEqual({
    kind: 'refused',
    problems: { [size.id]: 'converting' },
  });
  await drain(db);
  expect((await now(app.id)).fields[0]?.kind).toBe('number');

  const text = await addApp(db, 'Texts', [{ kind: 'text', name: 'Size' }], { edit: [group] });
  const words = fieldNamed(text, 'Size');
  for (const value of ['1', '2', '3', 'many']) await addItem(db, text, { Size: value });
  const to = { kind: 'number', options: { decimals: 0 } } as const;
  await db.write((tx) => planConversion(tx, { field: words, to, by: anna }));
  await drain(db);
  expect((await now(text.id)).fields).toEqual(text.fields);
  expect(await pendingIn(db.read, text.id)).toEqual([]);
  const docs = await db.read.select({ doc: items.doc }).from(items).where(eq(items.appId, text.id));
  expect(docs.every(({ doc }) => Object.keys(doc as object).length === 1)).toBe(true);
  expect(await disagreements(db, 'settled')).toEqual([]);
});

it('gives a field that was just added its empty keys, and tells until then that it cannot be asked for', async () => {
  const app = await addApp(db, 'Things', [{ kind: 'text', name: 'Name' }]);
  for (let n = 0; n < 5; n++) await addItem(db, app, { Name: `${n}` });
  const field = fieldNamed(await addField(app, 'Note'), 'Note');
  expect(await pendingIn(db.read, app.id)).toEqual([{ fieldId: field.id, what: 'rekey', fresh: true }]);
  await unitsUntil(async () => (await pendingIn(db.read, app.id)).length === 0);
  const { keysN } = fieldNamed(await now(app.id), 'Note');
  expect(await db.read.$count(itemKeys, eq(itemKeys.field, keysN))).toBe(5);
});

it('writes edits into the keys that are being made, too: of items that had theirs already, deleted ones and new ones', async () => {
  const app = await addApp(db, 'Things', [{ kind: 'text', name: 'Name' }], { edit: [group] });
  const made: string[] = [];
  for (let n = 0; n < 8; n++) made.push((await addItem(db, app, { Name: `${n}` })).id);
  const [first, second, third] = made;
  await db.write((tx) => planRekey(tx, fieldNamed(app, 'Name').id));
  const units = await unitsUntil(async () => (await jobs(db.read)).some(({ done }) => done > 3));
  expect(units).toBeGreaterThan(1);
  await change(app, first ?? '', { Name: 'later' });
  await change(app, second ?? '', {});
  await db.write((tx) => deleteItem(tx, app, third ?? '', { actor: anna, at: Date.now() }));
  await addItem(db, app, { Name: 'new' });
  await drain(db);
  expect(await disagreements(db, 'settled')).toEqual([]);
});

it('leaves old keys for a while to who is reading a list by them', async () => {
  const app = await addApp(db, 'Things', [{ kind: 'text', name: 'Name' }]);
  await addItem(db, app, { Name: 'x' });
  const [field] = app.fields;
  if (!field) throw new Error('There is no field.');
  await db.write((tx) => planRekey(tx, field.id));
  await unitsUntil(async () => !(await workOnUpkeep(db, Date.now())));
  expect((await now(app.id)).fields[0]?.keysN).not.toBe(field.keysN);
  expect(await hasKeys(db.read, field.keysN)).toBe(true);
  await drain(db);
  expect(await hasKeys(db.read, field.keysN)).toBe(false);
});

it('follows people who are renamed, and what is called by them, and by that again', async () => {
  const cases = await addApp(db, 'Cases', [{ kind: 'user', name: 'Owner' }], { edit: [group] });
  await titled(cases, `{f:${fieldNamed(cases, 'Owner').id}}`);
  const tasks = await addApp(db, 'Tasks', [{ kind: 'reference', name: 'Case', options: { app: cases.id } }], {
    edit: [group],
  });
  await titled(tasks, `{number} {f:${fieldNamed(tasks, 'Case').id}}`);
  const one = await addItem(db, cases, { Owner: anna });
  await addItem(db, tasks, { Case: one.id });
  await drain(db);
  await db.write(async (tx) => {
    await tx
      .update(users)
      .set({ name: 'Мария', nameKey: searchKey('Мария') })
      .where(eq(users.id, anna));
    await tx.record({ kind: 'person', ids: { person: anna } });
  });
  await drain(db);
  expect(await findItems(db.read, anna, cases.id, 'мари', 5)).toMatchObject([{ title: 'Мария' }]);
  expect(await findItems(db.read, anna, tasks.id, '', 5)).toMatchObject([{ title: '1 Мария' }]);
  expect(await findItems(db.read, anna, cases.id, 'anna', 5)).toEqual([]);
  expect(await disagreements(db, 'settled')).toEqual([]);
  // Nothing is written where the name is what it was.
  await db.write((tx) => planRelabel(tx, { kind: 'user', id: anna }));
  await drain(db);
  expect(await itemById(db.read, one.id)).toMatchObject({ version: 1, title: 'Мария' });
});

it('lets a removed field go after thirty days with all that was held in it, and items that were deleted', async () => {
  const app = await addApp(db, 'Things', [
    { kind: 'text', name: 'Name' },
    { kind: 'text', name: 'Secret' },
  ]);
  const [name, secret] = [fieldNamed(app, 'Name'), fieldNamed(app, 'Secret')];
  const [kept, gone] = [
    await addItem(db, app, { Name: 'a', Secret: 's' }),
    await addItem(db, app, { Name: 'b', Secret: 't' }),
  ];
  await change(app, kept.id, { Name: 'c', Secret: 'u' });
  const at = Date.now();
  await db.write(async (tx) => {
    await tx.insert(itemComments).values({ id: newId(), item: gone.seq, authorId: anna, text: 'x', createdAt: 1 });
    await deleteItem(tx, app, gone.id, { actor: anna, at });
    await tx.update(fields).set({ removedAt: at }).where(eq(fields.id, secret.id));
  });
  await drain(db, at + 30 * day - 1);
  expect((await itemById(db.read, kept.id))?.doc).toEqual(docOf(app, { Name: 'c', Secret: 'u' }));
  expect(await db.read.$count(items)).toBe(2);

  await drain(db, at + 30 * day);
  expect(await called(secret, 'Secret')).toBe(false);
  expect((await itemById(db.read, kept.id))?.doc).toEqual(docOf(app, { Name: 'c' }));
  const changes = await db.read.select({ values: itemChanges.values }).from(itemChanges);
  expect(changes.map(({ values }) => values)).toEqual([{}, { [String(name.n)]: ['a', 'c'] }]);
  expect(await hasKeys(db.read, secret.keysN)).toBe(false);
  expect([await db.read.$count(items), await db.read.$count(itemComments), await db.read.$count(itemFiles)]).toEqual([
    1, 0, 0,
  ]);
  const told = await db.read.select().from(audit).where(eq(audit.objectId, secret.id));
  expect(told).toMatchObject([{ action: 'field.purged', actorId: null, before: { app: app.id, name: 'Secret' } }]);
  await drain(db, at + 31 * day);
  expect(await disagreements(db, 'settled')).toEqual([]);
});

it('follows who was renamed before upkeep ran for the first time', async () => {
  const app = await addApp(db, 'Cases', [{ kind: 'user', name: 'Owner' }], { edit: [group] });
  await addItem(db, app, { Owner: anna });
  await db.write(async (tx) => {
    await tx.update(users).set({ name: 'Мария' }).where(eq(users.id, anna));
    await tx.record({ kind: 'person', ids: { person: anna } });
  });
  await drain(db);
  expect(await findItems(db.read, anna, app.id, 'мария', 5)).toHaveLength(1);
});

it('keeps a field unique whose change of type is called off', async () => {
  const app = await addApp(db, 'Things', [{ kind: 'text', name: 'Name' }], { edit: [group] });
  await addItem(db, app, { Name: 'x' });
  const field = fieldNamed(app, 'Name');
  await db.write(async (tx) => {
    await tx.update(fields).set({ sole: true }).where(eq(fields.id, field.id));
    await planRekey(tx, field.id);
    const to = { kind: 'number', options: { decimals: 0 }, sole: false } as const;
    await planConversion(tx, { field: { ...field, sole: true }, to, by: anna });
  });
  await drain(db);
  await expect(addItem(db, app, { Name: 'X' })).rejects.toThrow('taken');
});

it('takes back what made a field unique where two items hold the same after all', async () => {
  const app = await addApp(db, 'Things', [{ kind: 'text', name: 'Name' }]);
  for (const Name of ['a', 'b', 'c', 'A']) await addItem(db, app, { Name });
  const { id } = fieldNamed(app, 'Name');
  await db.write(async (tx) => {
    await tx.update(fields).set({ sole: true }).where(eq(fields.id, id));
    await planRekey(tx, id);
  });
  await drain(db);
  expect(fieldNamed(await now(app.id), 'Name').sole).toBe(false);
  expect(await disagreements(db, 'settled')).toEqual([]);
  const told = await db.read.select().from(audit).where(eq(audit.objectId, id));
  expect(told).toMatchObject([{ action: 'field.changed', before: { unique: true }, after: { unique: false } }]);
});

const addField = async (app: App, name: string): Promise<App> => {
  const [field] = app.fields;
  const n = 1_000;
  const more = { id: newId(), name, nameKey: searchKey(name), n, keysN: n, position: 9, createdAt: 0 };
  await db.write(async (tx) => {
    const [row] = await tx
      .select()
      .from(fields)
      .where(eq(fields.id, field?.id ?? ''));
    if (row) await tx.insert(fields).values({ ...row, ...more });
    await planRekey(tx, more.id);
  });
  return now(app.id);
};

const titled = (app: App, titlePattern: string) =>
  db.write(async (tx) => {
    await tx.update(apps).set({ titlePattern }).where(eq(apps.id, app.id));
    await planRetitle(tx, app.id);
  });
