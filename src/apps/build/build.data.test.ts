import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Db, Tx } from '../../db/doors.ts';
import { audit, fields } from '../../db/schema.ts';
import { testDb } from '../../db/testing.ts';
import { newId } from '../../id.ts';
import { addGroup, addUser } from '../../lines/testing.ts';
import { changeItem } from '../items/change.ts';
import { appById } from '../read.ts';
import { mayIn } from '../rights.ts';
import { addItem, docOf, fieldNamed } from '../testing.ts';
import { changeApp, createApp, settingsOf } from './app.ts';
import { archiveApp, restoreApp } from './archive.ts';
import type { AppSettings, FieldDefinition } from './definition.ts';
import { addField, changeField, fieldSettingsOf } from './field.ts';
import { stampOf } from './merge.ts';
import { moveField } from './move.ts';
import { orRefused } from './refusal.ts';
import { removedFields, removeField, restoreField } from './remove.ts';

const text = (name: string, more: Partial<FieldDefinition> = {}): FieldDefinition =>
  ({
    ...{
      kind: 'text',
      name,
      required: false,
      sole: false,
      hint: '',
      initial: null,
      onForm: true,
      inList: true,
      options: {},
    },
    ...more,
  }) as FieldDefinition;

const settings = (name: string, more: Partial<AppSettings> = {}): AppSettings => ({
  ...{ name, icon: 'notebook', titlePattern: 'No. {number}', numberPrefix: '', numberDigits: 1 },
  ...{ seeGroups: [], createGroups: [], editGroups: [] },
  ...more,
});

const stage = async () => {
  const db = await testDb();
  const actor = await addUser(db, 'Ada', { administrator: true });
  const by = { actor, at: 1000 };
  const done = <T>(work: (tx: Tx) => Promise<T>) => orRefused(db.write(work));
  const make = async (name: string, names: readonly string[] = []) => {
    const id = newId();
    await db.write((tx) => createApp(tx, id, settings(name), by));
    for (const one of names) await db.write((tx) => addField(tx, id, newId(), text(one), by));
    return await app(db, id);
  };
  return { db, by, done, make };
};

const app = async (db: Db, id: string) => {
  const found = await appById(db.read, id);
  if (!found) throw new Error('There is no such app.');
  return found;
};

it('makes an app with the rights that it was given, and tells the audit log', async () => {
  const { db, by } = await stage();
  const anna = await addUser(db, 'Anna');
  const group = await addGroup(db, 'Sellers', [anna]);
  const id = newId();
  await db.write((tx) => createApp(tx, id, settings('Clients', { createGroups: [group] }), by));
  expect(await mayIn(db.read, anna, id)).toEqual({ see: true, create: true, edit: false });
  expect(await mayIn(db.read, by.actor, id)).toEqual({ see: false, create: false, edit: false });
  const entries = await db.read.select().from(audit).where(eq(audit.objectId, id));
  expect(entries.map((entry) => entry.action)).toEqual(['app.created']);
  expect(entries[0]?.after).toMatchObject({ name: 'Clients', createGroups: [group] });
});

it('refuses a second app of the name, the same id twice, and a group that is not there', async () => {
  const { done, by, make } = await stage();
  const first = await make('Clients');
  expect(await done((tx) => createApp(tx, newId(), settings('  CLIENTS '), by))).toEqual({ refused: 'name-taken' });
  expect(await done((tx) => createApp(tx, first.id, settings('Other'), by))).toEqual({ refused: 'sent-before' });
  const ghost = settings('Other', { seeGroups: [newId()] });
  expect(await done((tx) => createApp(tx, newId(), ghost, by))).toEqual({ refused: 'choice-gone' });
});

it('takes what only one of two administrators changed, and tells the second of what both did', async () => {
  const { db, done, by, make } = await stage();
  const { id } = await make('Clients');
  const stamp = stampOf(await settingsOf(db.read, await app(db, id)));
  await db.write((tx) => changeApp(tx, id, stamp, { name: 'Customers' }, by));
  await db.write((tx) => changeApp(tx, id, stamp, { icon: 'star' }, by));
  expect(await app(db, id)).toMatchObject({ name: 'Customers', icon: 'star', version: 3 });
  expect(await done((tx) => changeApp(tx, id, stamp, { name: 'People' }, by))).toEqual({
    refused: 'conflict',
    names: ['name'],
  });
  expect(await done((tx) => changeApp(tx, id, stamp, { name: 'Customers' }, by))).toEqual({
    done: false,
  });
  expect((await app(db, id)).version).toBe(3);
});

it('moves fields, and a press that came twice once', async () => {
  const { db, by, make } = await stage();
  const before = await make('Clients', ['A', 'B', 'C']);
  const move = { app: before.id, field: fieldNamed(before, 'C').id, from: 2, to: 'up' as const };
  expect(await db.write((tx) => moveField(tx, move, by))).toBe(true);
  expect(await db.write((tx) => moveField(tx, move, by))).toBe(false);
  expect((await app(db, before.id)).fields.map((field) => field.name)).toEqual(['A', 'C', 'B']);
});

it('brings a removed field back for thirty days, under another name where its own is taken', async () => {
  const { db, done, by, make } = await stage();
  const { id } = await make('Clients', ['A', 'B']);
  const gone = fieldNamed(await app(db, id), 'A');
  await db.write((tx) => removeField(tx, { app: id, field: gone.id }, by));
  expect((await app(db, id)).fields.map((field) => field.name)).toEqual(['B']);
  expect(await removedFields(db.read, id, by.at)).toMatchObject([{ field: { name: 'A' }, removedBy: 'Ada' }]);
  await db.write((tx) => addField(tx, id, newId(), text('A'), by));
  const back = { app: id, field: gone.id };
  expect(await done((tx) => restoreField(tx, back, by))).toEqual({ refused: 'name-taken' });
  const late = { ...by, at: by.at + 31 * 24 * 60 * 60 * 1000 };
  expect(await done((tx) => restoreField(tx, { ...back, name: 'Old A' }, late))).toEqual({ refused: 'too-late' });
  expect(await removedFields(db.read, id, late.at)).toEqual([]);
  await db.write((tx) => restoreField(tx, { ...back, name: 'Old A' }, by));
  expect((await app(db, id)).fields.map((field) => field.name)).toEqual(['B', 'A', 'Old A']);
  const [row] = await db.read.select().from(fields).where(eq(fields.id, gone.id));
  expect(row?.n).toBe(gone.n);
});

it('goes on with the title’s pattern when a field in it is removed', async () => {
  const { db, by, make } = await stage();
  const { id } = await make('Clients', ['Name', 'Town']);
  const before = await app(db, id);
  const [name, town] = [fieldNamed(before, 'Name').id, fieldNamed(before, 'Town').id];
  const stamp = stampOf(await settingsOf(db.read, before));
  const titlePattern = `No. {number} · {f:${name}}, {f:${town}}`;
  await db.write((tx) => changeApp(tx, id, stamp, { titlePattern }, by));
  await db.write((tx) => removeField(tx, { app: id, field: name }, by));
  expect((await app(db, id)).titlePattern).toBe(`No. {number}, {f:${town}}`);
});

it('archives an app and brings it back, and changes nothing of it meanwhile', async () => {
  const { db, done, by, make } = await stage();
  const { id } = await make('Clients', ['A']);
  expect(await db.write((tx) => archiveApp(tx, id, by))).toBe(true);
  expect(await db.write((tx) => archiveApp(tx, id, by))).toBe(false);
  expect(await done((tx) => addField(tx, id, newId(), text('B'), by))).toEqual({ refused: 'archived' });
  expect(await db.write((tx) => restoreApp(tx, id, by))).toBe(true);
  expect((await app(db, id)).archivedAt).toBeNull();
});

it('takes what only one of two administrators changed of a field, and refuses the name of another', async () => {
  const { db, done, by, make } = await stage();
  const before = await make('Clients', ['A', 'B']);
  const field = fieldNamed(before, 'A');
  const at = { app: before.id, field: field.id, stamp: stampOf(fieldSettingsOf(field)) };
  await db.write((tx) => changeField(tx, at, { required: true }, by));
  await db.write((tx) => changeField(tx, at, { hint: 'As in the passport' }, by));
  expect(fieldNamed(await app(db, before.id), 'A')).toMatchObject({ required: true, hint: 'As in the passport' });
  expect(await done((tx) => changeField(tx, at, { name: 'b' }, by))).toEqual({ refused: 'name-taken' });
  expect(await done((tx) => changeField(tx, at, { hint: 'Other' }, by))).toEqual({
    refused: 'conflict',
    names: ['hint'],
  });
});

it('keeps a choice, offered no more, that an item has taken meanwhile, and one that the history of an item names', async () => {
  const { db, by, make } = await stage();
  const { id } = await make('Complaints');
  const choices = ['New', 'Open', 'Done'].map((name) => ({ id: newId(), name, retired: false }));
  const [first, second, third] = choices;
  if (!(first && second && third)) throw new Error('Three choices were given.');
  await db.write((tx) => addField(tx, id, newId(), text('State', { kind: 'choice', options: { choices } }), by));
  const field = fieldNamed(await app(db, id), 'State');
  const offer = async (offered: typeof choices) => {
    const stored = fieldSettingsOf(fieldNamed(await app(db, id), 'State'));
    const at = { app: id, field: field.id, stamp: stampOf(stored) };
    await db.write((tx) => changeField(tx, at, { options: { choices: offered } }, by));
    return fieldNamed(await app(db, id), 'State').options;
  };
  const complaint = await addItem(db, await app(db, id), { State: second.id });
  expect(await offer([first, second])).toEqual({ choices: [first, second] });
  expect(await offer([first])).toEqual({ choices: [first, { ...second, retired: true }] });
  const change = { base: 1, doc: docOf(await app(db, id), { State: first.id }) };
  const changed = await db.write(async (tx) => changeItem(tx, { id }, complaint.id, change, { actor: null, at: 2 }));
  expect(changed.kind).toBe('changed');
  expect(await offer([first])).toEqual({ choices: [first, { ...second, retired: true }] });
});
