import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { accounts, files, itemImports, items, users } from '../../db/schema.ts';
import { testDb } from '../../db/testing.ts';
import { newId } from '../../id.ts';
import { addGroup, addUser } from '../../lines/testing.ts';
import type { App } from '../app.ts';
import { addApp, addItem, fieldNamed } from '../testing.ts';
import { namesFor } from './names.ts';
import type { Doc } from './value.ts';

const made = async () => {
  const db = await testDb();
  const [anna, boris, admin] = [
    await addUser(db, 'Anna'),
    await addUser(db, 'Boris'),
    await addUser(db, 'Admin', { administrator: true }),
  ];
  const group = await addGroup(db, 'Sellers', [anna]);
  const clients = await addApp(db, 'Clients', [{ kind: 'text', name: 'Name' }], { see: [group] });
  const titled = { ...clients, titlePattern: `{f:${fieldNamed(clients, 'Name').id}}` };
  const all = await addApp(db, 'All', [
    { kind: 'references', name: 'Clients', options: { app: clients.id } },
    { kind: 'user', name: 'Owner' },
    { kind: 'account', name: 'Account' },
    { kind: 'files', name: 'Files' },
    { kind: 'choice', name: 'State', options: { choices: [{ id: 'on', name: 'On', retired: true }] } },
  ]);
  return { db, anna, boris, admin, clients: titled, all };
};

const docOf = (app: App, ids: Readonly<Record<string, string | readonly string[]>>): Doc =>
  Object.fromEntries(Object.entries(ids).map(([name, value]) => [String(fieldNamed(app, name).n), value]));

it('tells titles of items to who sees their app, and the app with the number to everybody else', async () => {
  const { db, anna, boris, admin, clients, all } = await made();
  const { id } = await addItem(db, clients, { Name: 'Secret client' });
  await db.write((tx) => tx.update(items).set({ title: 'Secret client' }).where(eq(items.id, id)));
  const field = fieldNamed(all, 'Clients');
  const nameTo = async (viewer: string | null) =>
    (await namesFor(db.read, all.fields, [docOf(all, { Clients: [id] })], viewer)).nameOf(field, id);
  expect(await nameTo(anna)).toEqual({ name: 'Secret client', gone: false, href: `/items/${id}`, code: '1' });
  expect((await nameTo(null)).name).toBe('Secret client');
  for (const other of [boris, admin, 'nobody'])
    expect(await nameTo(other)).toEqual({ name: 'Clients 1', gone: false, href: null, code: '1' });

  await db.write((tx) => tx.update(items).set({ deletedAt: 1 }).where(eq(items.id, id)));
  expect(await nameTo(anna)).toEqual({ name: 'Secret client', gone: true, href: null, code: '1' });
  expect(await nameTo(boris)).toEqual({ name: 'Clients 1', gone: true, href: null, code: '1' });
});

it('keeps quiet of what an import is still bringing', async () => {
  const { db, anna, clients, all } = await made();
  const { id, seq } = await addItem(db, clients, { Name: 'Half' });
  const imported = {
    ...{
      id: newId(),
      appId: clients.id,
      actorId: anna,
      state: 'writing' as const,
      name: 'a.csv',
      plan: {},
      progress: {},
    },
    ...{ seqFrom: seq, seqTo: seq, createdAt: 0, updatedAt: 0 },
  };
  await db.write((tx) => tx.insert(itemImports).values(imported));
  const named = await namesFor(db.read, all.fields, [docOf(all, { Clients: [id] })], anna);
  expect(named.nameOf(fieldNamed(all, 'Clients'), id)).toMatchObject({ name: 'Clients 1', href: null });
});

it('knows people, accounts, files and choices, those that are gone among them, and says so of what nobody knows', async () => {
  const { db, anna, boris, all } = await made();
  const [account, chat, file] = [newId(), newId(), newId()];
  await db.write(async (tx) => {
    await tx.update(users).set({ active: false }).where(eq(users.id, boris));
    await tx.insert(accounts).values([
      { id: account, channel: 'test', name: 'Mr. Client', createdAt: 0 },
      { id: chat, channel: 'chat', userId: anna, name: 'As she was called', createdAt: 0 },
    ]);
    await tx
      .insert(files)
      .values({ id: file, name: 'a.pdf', type: 'application/pdf', size: 1, hash: 'x', createdAt: 0 });
  });
  const docs = [
    docOf(all, { Owner: anna, Account: [account, chat], Files: [file], State: 'on', Clients: ['lost'] }),
    docOf(all, { Owner: boris }),
  ];
  const { nameOf } = await namesFor(db.read, all.fields, docs, null);
  const of = (field: string, id: string) => nameOf(fieldNamed(all, field), id);
  expect(of('Owner', anna)).toMatchObject({ name: 'Anna', gone: false });
  expect(of('Owner', boris)).toMatchObject({ name: 'Boris', gone: true });
  expect(of('Account', account)).toMatchObject({ name: 'Mr. Client', gone: false });
  expect(of('Account', chat)).toMatchObject({ name: 'Anna' });
  expect(of('Files', file)).toMatchObject({ name: 'a.pdf', href: `/files/${file}` });
  expect(of('State', 'on')).toEqual({ name: 'On', gone: true });
  for (const [field, id] of [
    ['Clients', 'lost'],
    ['Owner', account],
    ['State', 'off'],
    ['Files', '__proto__'],
  ] as const)
    expect(of(field, id)).toEqual({ name: '', gone: true, href: null });
});

it('names very many at once', async () => {
  const { db, all } = await made();
  const many = Array.from({ length: 1_200 }, () => newId());
  await db.write(async (tx) => {
    for (let from = 0; from < many.length; from += 100)
      await tx
        .insert(accounts)
        .values(
          many
            .slice(from, from + 100)
            .map((id) => ({ id, channel: 'test' as const, name: `Client ${id}`, createdAt: 0 })),
        );
  });
  const docs = many.map((id) => docOf(all, { Account: [id] }));
  const { nameOf } = await namesFor(db.read, all.fields, docs, null);
  expect(many.filter((id) => nameOf(fieldNamed(all, 'Account'), id).name !== `Client ${id}`)).toEqual([]);
});
