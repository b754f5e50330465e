import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import type { Db } from '../../db/doors.ts';
import { audit, fields, itemImports, users } from '../../db/schema.ts';
import { testDb } from '../../db/testing.ts';
import { newId } from '../../id.ts';
import { addGroup, addUser } from '../../lines/testing.ts';
import type { App } from '../app.ts';
import { namesFor } from '../fields/names.ts';
import type { Value } from '../fields/value.ts';
import { addAccount, addApp, addItem, docOf, fieldNamed } from '../testing.ts';
import { planRekey } from '../upkeep/plan.ts';
import { putAccount, takeAccount } from './accounts.ts';
import { changeItem } from './change.ts';
import { findItems } from './find.ts';
import type { By, ItemRef } from './item.ts';
import { itemByAccount, itemFor, itemsByIds } from './read.ts';
import { relatedTo } from './related.ts';
import { deleteItem, restoreItem } from './remove.ts';
import { itemById } from './rows.ts';
import { createItem } from './write.ts';

let db: Db;
let clients: App;
let cases: App;
let anna: string;
let boris: string;
const state = { id: 's1', name: 'New', retired: false };

beforeEach(async () => {
  db = await testDb();
  [anna, boris] = [await addUser(db, 'Anna'), await addUser(db, 'Boris')];
  const [all, some] = [await addGroup(db, 'All', [anna, boris]), await addGroup(db, 'Some', [anna])];
  const client = [
    { kind: 'text', name: 'Name' },
    { kind: 'account', name: 'Account' },
  ] as const;
  clients = await addApp(db, 'Clients', client, { edit: [some] }, { titlePattern: '{number}' });
  cases = await addApp(
    db,
    'Cases',
    [
      { kind: 'text', name: 'Subject', sole: true },
      { kind: 'reference', name: 'Client', options: { app: clients.id } },
      { kind: 'choice', name: 'State', options: { choices: [state] } },
      { kind: 'user', name: 'Owner' },
    ],
    { edit: [all], create: [all] },
  );
});

const create = (app: App, values: Record<string, Value>, by: Partial<By> = {}) =>
  db.write((tx) => createItem(tx, app, { id: newId(), doc: docOf(app, values) }, { actor: null, at: 1, ...by }));
const change = async (app: App, id: string, values: Record<string, Value>, by: Partial<By> = {}) => {
  const item = await itemById(db.read, id);
  const given = { base: item?.version ?? 0, doc: docOf(app, values) };
  return db.write((tx) => changeItem(tx, app, id, given, { actor: null, at: 2, ...by }));
};
const refused = (app: App, field: string, problem: string) => ({
  refused: 'values',
  problems: { [fieldNamed(app, field).id]: problem },
});

it('refers only to what is there and what the actor may see; what was held before stays, and is known as gone', async () => {
  const ivan = await addItem(db, clients, { Name: 'Ivan' });
  const hers = await addItem(db, cases, { Client: ivan.id }, { actor: anna });
  expect(await create(cases, { Client: ivan.id }, { actor: boris })).toEqual(refused(cases, 'Client', 'unknown'));
  expect(await create(cases, { Client: ivan.id }, { actor: boris, known: [ivan.id] })).toMatchObject({ number: 2 });
  expect(await create(cases, { Client: hers.id }, { actor: anna })).toEqual(refused(cases, 'Client', 'unknown'));
  expect(await create(cases, { Client: newId() })).toEqual(refused(cases, 'Client', 'unknown'));

  await db.write((tx) => deleteItem(tx, clients, ivan.id, { actor: anna, at: 5 }));
  expect(await create(cases, { Client: ivan.id }, { actor: anna })).toEqual(refused(cases, 'Client', 'unknown'));
  expect(await change(cases, hers.id, { Subject: 'x', Client: ivan.id }, { actor: anna })).toMatchObject({
    kind: 'changed',
  });
  const doc = docOf(cases, { Client: ivan.id });
  const names = await namesFor(db.read, cases.fields, [doc], anna);
  expect(names.nameOf(fieldNamed(cases, 'Client'), ivan.id)).toMatchObject({ gone: true });
});

it('takes no reference to an item that an import is still bringing, and shows it to nobody', async () => {
  const ivan = await addItem(db, clients, { Name: 'Ivan' });
  const stretch = { seqFrom: ivan.seq, seqTo: ivan.seq, createdAt: 0, updatedAt: 0 };
  const id = newId();
  await db.write((tx) =>
    tx.insert(itemImports).values({
      ...{ id, appId: clients.id, actorId: anna, state: 'writing', name: 'x.csv', plan: {}, progress: {}, ...stretch },
    }),
  );
  const see = async () => [
    (await itemFor(db.read, anna, ivan.id)) !== undefined,
    (await itemsByIds(db.read, anna, [ivan.id])).size,
    (await findItems(db.read, anna, clients.id, 'ivan', 5)).length,
  ];
  expect(await see()).toEqual([false, 0, 0]);
  expect(await create(cases, { Client: ivan.id })).toEqual(refused(cases, 'Client', 'unknown'));
  await db.write((tx) => tx.update(itemImports).set({ seqFrom: null, seqTo: null, state: 'done' }));
  expect(await see()).toEqual([true, 1, 1]);
});

it('keeps a choice that was retired where it is held, and a person who left; neither comes into another item', async () => {
  const held = await addItem(db, cases, { State: state.id, Owner: boris });
  await db.write((tx) =>
    tx
      .update(fields)
      .set({ options: { choices: [{ ...state, retired: true }] } })
      .where(eq(fields.id, fieldNamed(cases, 'State').id)),
  );
  await db.write((tx) => tx.update(users).set({ active: false }).where(eq(users.id, boris)));
  expect(await change(cases, held.id, { State: state.id, Owner: boris, Subject: 'y' })).toMatchObject({
    kind: 'changed',
  });
  expect(await create(cases, { State: state.id })).toEqual(refused(cases, 'State', 'retired-choice'));
  expect(await create(cases, { Owner: boris })).toEqual(refused(cases, 'Owner', 'unknown'));
});

it('lets one of two have a unique value at the same instant, also while the field is only becoming unique', async () => {
  const both = await Promise.all(['a b', 'A  B'].map((Subject) => create(cases, { Subject })));
  expect(both[0]).toMatchObject({ number: 1 });
  expect(both[1]).toEqual(refused(cases, 'Subject', 'taken'));
  const name = fieldNamed(clients, 'Name');
  await addItem(db, clients, { Name: 'Ivan' });
  await db.write(async (tx) => {
    await tx.update(fields).set({ sole: true }).where(eq(fields.id, name.id));
    await planRekey(tx, name.id);
  });
  expect(await create(clients, { Name: 'IVAN' })).toEqual(refused(clients, 'Name', 'taken'));
});

it('gives the unique value of a deleted item to another, and then does not bring it back', async () => {
  const first = await addItem(db, cases, { Subject: 'one' });
  const turn = (work: typeof deleteItem) => db.write((tx) => work(tx, cases, first.id, { actor: anna, at: 3 }));
  expect(await turn(deleteItem)).toMatchObject({ kind: 'changed' });
  expect(await turn(deleteItem)).toMatchObject({ kind: 'same' });
  expect(await itemFor(db.read, boris, first.id)).toMatchObject({ item: { deletedAt: 3 } });
  const second = await addItem(db, cases, { Subject: 'One' });
  expect(await turn(restoreItem)).toEqual({
    kind: 'refused',
    problems: { [fieldNamed(cases, 'Subject').id]: 'taken' },
  });
  await change(cases, second.id, {});
  expect(await turn(restoreItem)).toMatchObject({ kind: 'changed', item: { deletedAt: null } });
  const told = await db.read.select().from(audit).where(eq(audit.objectId, first.id));
  const [name, title] = [`${cases.name} ${first.number}`, (await itemFor(db.read, boris, first.id))?.item.title];
  expect(title).not.toBe(name);
  expect(told.map(({ action, before, after }) => [action, before ?? after])).toEqual([
    ['item.deleted', { app: cases.id, name }],
    ['item.restored', { app: cases.id, name }],
  ]);
});

it('links accounts to items and tells of it; only accounts that the actor may give come into an item', async () => {
  const [one, two] = [await addAccount(db, { name: 'One' }), await addAccount(db, { name: 'Two' })];
  const ivan = await addItem(db, clients, { Name: 'Ivan' });
  const petr = await addItem(db, clients, { Name: 'Petr' });
  const field = fieldNamed(clients, 'Account').id;
  const by = { actor: anna, at: 4 };
  for (const item of [petr, ivan]) await db.write((tx) => putAccount(tx, clients, item.id, field, one, by));
  expect(await db.write((tx) => putAccount(tx, clients, ivan.id, field, one, by))).toMatchObject({ kind: 'same' });
  expect(await itemByAccount(db.read, clients.id, one)).toMatchObject({ id: ivan.id });
  expect(await change(clients, petr.id, { Account: [one, two] }, { actor: anna })).toEqual({
    kind: 'refused',
    problems: { [field]: 'unknown' },
  });
  expect(await change(clients, petr.id, { Account: [one, two] }, { actor: anna, accounts: [two] })).toMatchObject({
    kind: 'changed',
  });
  await db.write((tx) => takeAccount(tx, clients, ivan.id, field, one, by));
  expect(await itemByAccount(db.read, clients.id, one)).toMatchObject({ id: petr.id });
  await db.write((tx) => deleteItem(tx, clients, petr.id, by));
  expect(await itemByAccount(db.read, clients.id, one)).toBeUndefined();
  const told = await db.read.select({ action: audit.action }).from(audit).where(eq(audit.objectId, one));
  expect(told.map(({ action }) => action).toSorted()).toEqual([
    ...['account.linked', 'account.linked', 'account.unlinked', 'account.unlinked'],
  ]);
});

it('tells what is related both ways, of what the person sees', async () => {
  const ivan = await addItem(db, clients, { Name: 'Ivan' });
  const made: ItemRef[] = [];
  for (let n = 0; n < 22; n++) made.push(await addItem(db, cases, { Client: ivan.id }));
  const [first] = made;
  const related = async (person: string, app: App, id: string) => {
    const item = await itemById(db.read, id);
    return item ? await relatedTo(db.read, person, app, item) : [];
  };
  expect(await related(anna, clients, ivan.id)).toMatchObject([{ way: 'from', field: { name: 'Client' }, count: 22 }]);
  expect((await related(anna, clients, ivan.id))[0]?.items).toHaveLength(20);
  expect(await related(anna, cases, first?.id ?? '')).toMatchObject([
    { way: 'to', items: [{ id: ivan.id }], count: 1 },
  ]);
  expect(await related(boris, cases, first?.id ?? '')).toEqual([]);
});
