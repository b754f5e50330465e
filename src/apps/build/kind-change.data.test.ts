import { expect, it } from 'vitest';
import type { Db } from '../../db/doors.ts';
import { appViews } from '../../db/schema.ts';
import { testDb } from '../../db/testing.ts';
import { newId } from '../../id.ts';
import { addUser } from '../../lines/testing.ts';
import type { App } from '../app.ts';
import type { Field } from '../fields/field.ts';
import type { FieldKind } from '../fields/kinds.ts';
import { type Value, valueIn } from '../fields/value.ts';
import { deleteItem } from '../items/remove.ts';
import { appById } from '../read.ts';
import { addApp, addItem, fieldNamed, type NewField } from '../testing.ts';
import { workOnUpkeep } from '../upkeep/work.ts';
import { docsOf } from './docs.testing.ts';
import { changeField, fieldSettingsOf } from './field.ts';
import { changeKind, kindChange, type Wanted } from './kind-change.ts';
import { stampOf } from './merge.ts';
import { orRefused } from './refusal.ts';
import { removedFields, removeField, restoreField } from './remove.ts';
import { viewsUsing } from './views.ts';

const words = { yes: 'Yes', no: 'No' };

const stage = async (kind: FieldKind, options: object, values: readonly (Value | null)[]) => {
  const db = await testDb();
  const by = { actor: await addUser(db, 'Ada', { administrator: true }), at: 1000 };
  const made = await addApp(db, 'Clients', [{ kind, name: 'F', options } as NewField]);
  for (const value of values) await addItem(db, made, value === null ? {} : { F: value });
  const app = (): Promise<App> => known(db, made.id);
  const field = async (): Promise<Field> => fieldNamed(await app(), 'F');
  const held = async () => {
    const now = await field();
    return (await docsOf(db, made.id)).map((doc) => valueIn(doc, now) ?? null);
  };
  const work = async () => {
    for (let left = true; left; ) left = await workOnUpkeep(db, 2000);
  };
  const change = async (to: FieldKind, as: object = {}) => {
    const now = await field();
    const found = await kindChange(db.read, now, { kind: to, options: as } as Wanted, words);
    return { found, done: () => orRefused(db.write((tx) => changeKind(tx, now, found, by))) };
  };
  return { db, by, made, app, field, held, work, change };
};

const known = async (db: Db, id: string): Promise<App> => {
  const app = await appById(db.read, id);
  if (!app) throw new Error('There is no such app.');
  return app;
};

it('says what would be lost, and loses nothing', async () => {
  const { change, field, held } = await stage('text', {}, ['12', '1 234,50', 'about 7', null]);
  const { found, done } = await change('number', { decimals: 2 });
  expect(found).toMatchObject({ possible: true, holding: 3, lost: 1, tooManyChoices: null });
  expect(found.examples[0]).toEqual({ before: 'about 7', after: null });
  expect(await done()).toEqual({ refused: 'values-lost', items: 1 });
  expect((await field()).kind).toBe('text');
  expect(await held()).toEqual(['12', '1 234,50', 'about 7', null]);
});

it('makes numbers of texts in the background, and the old texts come back with the removed field', async () => {
  const { db, by, made, change, field, held, work } = await stage('text', {}, ['12', '1 234,50', null]);
  const { found, done } = await change('number', { decimals: 2 });
  expect(found).toMatchObject({ holding: 2, lost: 0 });
  expect('done' in (await done())).toBe(true);
  expect((await field()).kind).toBe('text');
  expect(await held()).toEqual(['12', '1 234,50', null]);
  await work();
  expect(await field()).toMatchObject({ kind: 'number', options: { decimals: 2 } });
  expect(await held()).toEqual([12, 1234.5, null]);
  const [old] = await removedFields(db.read, made.id, by.at + 2000);
  await db.write((tx) =>
    restoreField(tx, { app: made.id, field: old?.field.id ?? '', name: 'Was' }, { ...by, at: 3000 }),
  );
  const back = fieldNamed(await known(db, made.id), 'Was');
  expect((await docsOf(db, made.id)).map((doc) => valueIn(doc, back) ?? null)).toEqual(['12', '1 234,50', null]);
});

it('makes choices of texts, one for all that differ only in capitals', async () => {
  const { change, field, held, work } = await stage('text', {}, ['New', 'old', 'NEW', null]);
  const { found, done } = await change('choice');
  expect(found).toMatchObject({ holding: 3, lost: 0 });
  await done();
  await work();
  const now = await field();
  const choices = now.kind === 'choice' ? now.options.choices : [];
  expect(choices.map(({ name }) => name)).toEqual(['New', 'old']);
  expect(await held()).toEqual([choices[0]?.id, choices[1]?.id, choices[0]?.id, null]);
});

it('refuses more different texts than a field can have choices', async () => {
  const { change } = await stage(
    'text',
    {},
    Array.from({ length: 201 }, (_, n) => `Text ${n}`),
  );
  const { found, done } = await change('choice');
  expect(found.tooManyChoices).toBe(201);
  expect(await done()).toMatchObject({ refused: 'values-lost' });
});

it('counts what deleted items hold, since they can come back', async () => {
  const { db, by, made, change } = await stage('text', {}, ['12']);
  const { id } = await addItem(db, made, { F: 'about 7' });
  await db.write((tx) => deleteItem(tx, made, id, by));
  expect((await change('number', { decimals: 0 })).found).toMatchObject({ holding: 2, lost: 1 });
});

it('is another type at once where there are no items, or nothing changes in them', async () => {
  const empty = await stage('text', {}, []);
  expect('done' in (await (await empty.change('account')).done())).toBe(true);
  expect((await empty.field()).kind).toBe('account');
  const texts = await stage('text', {}, ['One']);
  await (await texts.change('long-text')).done();
  expect((await texts.field()).kind).toBe('long-text');
  expect(await texts.held()).toEqual(['One']);
});

it('lets nothing else be done to the field meanwhile, and does not begin twice', async () => {
  const { db, by, made, change, field, work } = await stage('text', {}, ['12']);
  const first = await change('number', { decimals: 0 });
  const second = await change('money', { currency: 'RUB' });
  expect('done' in (await first.done())).toBe(true);
  expect(await second.done()).toEqual({ refused: 'changing' });
  const now = await field();
  const at = { app: made.id, field: now.id, stamp: stampOf(fieldSettingsOf(now)) };
  const blocked = [
    await orRefused(db.write((tx) => changeField(tx, at, { name: 'G' }, by))),
    await orRefused(db.write((tx) => removeField(tx, at, by))),
  ];
  expect(blocked).toEqual([{ refused: 'changing' }, { refused: 'changing' }]);
  await work();
  expect(await second.done()).toEqual({ refused: 'conflict', names: ['kind'] });
});

it('is no more unique where values that differ may become the same', async () => {
  const { change, field, work, db, by, made } = await stage('text', {}, ['1', '1.0']);
  const now = await field();
  const at = { app: made.id, field: now.id, stamp: stampOf(fieldSettingsOf(now)) };
  await db.write((tx) => changeField(tx, at, { sole: true }, by));
  await work();
  await (await change('number', { decimals: 2 })).done();
  await work();
  expect(await field()).toMatchObject({ kind: 'number', sole: false });
});

it('stays a column of saved views, and what they are sorted by', async () => {
  const { db, by, made, change, field, work } = await stage('text', {}, ['12']);
  const { n } = await field();
  const query = `f${n}=1&sort=-f${n}&col=f${n}&col=number`;
  const view = { id: newId(), appId: made.id, ownerId: by.actor, name: 'V', nameKey: 'v', query, createdAt: 0 };
  await db.write(async (tx) => void (await tx.insert(appViews).values(view)));
  expect(await viewsUsing(db.read, made.id, n)).toBe(1);
  await (await change('number', { decimals: 0 })).done();
  await work();
  const now = (await field()).n;
  const [row] = await db.read.select().from(appViews);
  expect([now === n, row?.query]).toEqual([false, `f${n}=1&sort=-f${now}&col=f${now}&col=number`]);
});
