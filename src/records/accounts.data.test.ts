import { expect, test } from 'vitest';
import { addApp, addItem } from '../apps/testing.ts';
import { testDb } from '../db/testing.ts';
import { newId } from '../id.ts';
import { addChannel, addGroup, makeCompany } from '../lines/testing.ts';
import { assign } from '../sessions/assign.ts';
import { receiveFromAccount } from '../sessions/outside.ts';
import { receive } from '../sessions/receive.ts';
import { conversationsOf } from './account-conversations.ts';
import { itemsHolding } from './account-items.ts';
import { accountsSeenOf, channelChoices, findAccounts, listAccounts } from './accounts.ts';

const said = (text = 'Hello') => ({ id: newId(), text, files: [] });

/** Zoe and Max write to Customers from outside, Pavel to IT support; Anna has Zoe's session. An item of an app that Anna sees holds Zoe. */
const stage = async () => {
  const db = await testDb();
  const company = await makeCompany(db);
  const channelId = await addChannel(db, company.lines.customers);
  const zoe = { channelId, externalId: '1', name: 'Zoe Bell', phone: '+7 (900) 111-22-33', email: 'Zoe@x.test' };
  const first = await db.write((tx) => receiveFromAccount(tx, zoe, said(), 10));
  await db.write((tx) => receiveFromAccount(tx, { channelId, externalId: '2', name: 'Максим Ёлкин' }, said(), 20));
  await db.write((tx) => receive(tx, { id: company.pavel, name: 'Pavel' }, company.lines.support, said(), 30));
  if ('refused' in first) throw new Error(first.refused);
  await db.write((tx) => assign(tx, company.anna, first.sessionId, company.anna, null, 40));
  const admin = { id: company.admin, administrator: true };
  const person = (id: string) => ({ id, administrator: false });
  const named = async (
    who: { id: string; administrator: boolean },
    wanted: Partial<Parameters<typeof listAccounts>[2]> = {},
  ) =>
    (
      await listAccounts(db.read, who, { search: '', channel: '', unlinked: false, after: undefined, ...wanted })
    ).rows.map(({ name }) => name);
  return { db, company, channelId, session: first.sessionId, admin, person, named };
};

test('administrators see every account, others those of whom they see a session at the desk', async () => {
  const { db, company, admin, person, named, channelId } = await stage();
  expect(await named(admin)).toEqual(['Pavel', 'Максим Ёлкин', 'Zoe Bell']);
  expect(await named(person(company.anna))).toEqual(['Pavel', 'Максим Ёлкин', 'Zoe Bell']);
  // Zoe's session is Anna's now; Vera supervises.
  expect(await named(person(company.boris))).toEqual(['Pavel', 'Максим Ёлкин']);
  expect(await named(person(company.vera))).toHaveLength(3);
  expect(await named(person(company.pavel))).toEqual([]);
  expect(await channelChoices(db.read, person(company.pavel))).toEqual([]);
  expect(await channelChoices(db.read, person(company.boris))).toMatchObject([{ id: channelId, line: 'Customers' }]);
});

test('they are found by name, phone and e-mail, however these are written, and by channel', async () => {
  const { admin, named, channelId, db } = await stage();
  for (const search of ['bell zoe', '9001112233', '900 111', '+7 900 111-22-33', 'ZOE@X'])
    expect(await named(admin, { search }), search).toEqual(['Zoe Bell']);
  expect(await named(admin, { search: 'елкин' })).toEqual(['Максим Ёлкин']);
  expect(await named(admin, { search: 'pav' })).toEqual(['Pavel']);
  expect(await named(admin, { search: '%' })).toEqual([]);
  expect(await named(admin, { search: 'zo\u0000e' })).toEqual(['Zoe Bell']);
  expect(await named(admin, { channel: 'chat' })).toEqual(['Pavel']);
  expect(await named(admin, { channel: channelId })).toEqual(['Максим Ёлкин', 'Zoe Bell']);
  expect((await findAccounts(db.read, admin, '', 2)).map(({ name }) => name)).toEqual(['Pavel', 'Максим Ёлкин']);
});

test('items count for who sees them alone, and conversations lead where one may go', async () => {
  const { db, company, admin, person, named, session } = await stage();
  const group = await addGroup(db, 'Sellers', [company.anna]);
  const app = await addApp(db, 'Clients', [{ kind: 'account', name: 'Accounts' }], { create: [group] });
  const [zoe] = await findAccounts(db.read, admin, 'zoe', 1);
  if (!zoe) throw new Error('Zoe has no account.');
  const item = await addItem(db, app, { Accounts: [zoe.id] });
  expect(await itemsHolding(db.read, company.anna, [zoe.id])).toMatchObject([
    { id: item.id, app: { name: 'Clients' } },
  ]);
  expect(await itemsHolding(db.read, company.vera, [zoe.id])).toEqual([]);
  expect(await named(person(company.anna), { unlinked: true })).toEqual(['Pavel', 'Максим Ёлкин']);
  expect(await named(person(company.vera), { unlinked: true })).toHaveLength(3);

  expect(await conversationsOf(db.read, person(company.anna), [zoe.id])).toMatchObject([
    { line: { name: 'Customers' }, session },
  ]);
  expect(await conversationsOf(db.read, person(company.boris), [zoe.id])).toEqual([]);
  expect(await conversationsOf(db.read, admin, [zoe.id])).toMatchObject([
    { line: { name: 'Customers' }, session: null },
  ]);
  expect(await accountsSeenOf(db.read, person(company.boris), [zoe.id])).toEqual([]);
});

test('pages follow one another without loss, also where many came in the same instant', async () => {
  const { db, admin, channelId } = await stage();
  for (let n = 0; n < 120; n++)
    await db.write((tx) =>
      receiveFromAccount(tx, { channelId, externalId: `m${n}`, name: `M ${n}` }, said(), 50 + Math.floor(n / 40)),
    );
  const seen: string[] = [];
  let after: string | null | undefined;
  do {
    const page = await listAccounts(db.read, admin, {
      search: '',
      channel: '',
      unlinked: false,
      after: after ?? undefined,
    });
    seen.push(...page.rows.map(({ id }) => id));
    after = page.after;
  } while (after);
  expect([seen.length, new Set(seen).size]).toEqual([123, 123]);
});
