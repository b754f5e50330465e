import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { audit, groups, passwordLinks, users } from '../db/schema.ts';
import { testDb } from '../db/testing.ts';
import { createCompany } from './company.ts';
import { leaveGroup } from './membership.ts';
import { createPasswordLink, findPasswordLink, invitationDays } from './password/links.ts';
import { noPassword } from './password/password.ts';
import { redeemPasswordLink, setPassword } from './password/set.ts';
import { orRefusal } from './refusal.ts';
import { createSignIns } from './sign-in/sign-ins.ts';
import { createUser, editUser, setActive, userById } from './users.ts';

const day = 86_400_000;

const started = async () => {
  const db = await testDb();
  const given = { company: 'Test', name: 'Ada', email: 'ada@example.com', passwordHash: 'x', at: 1 };
  const ada = await db.write((tx) => createCompany(tx, { ...given, administrators: 'A', everyone: 'E' }));
  const [group] = await db.read.select().from(groups).where(eq(groups.system, 'administrators'));
  const administrators = group?.id ?? '';
  const add = (name: string, passwordHash: string, groupIds: readonly string[] = []) =>
    db.write((tx) => createUser(tx, ada, { name, email: `${name}@example.com`, passwordHash, groupIds, at: 2 }));
  const actions = async (object: string) =>
    (await db.read.select().from(audit).where(eq(audit.objectId, object)).orderBy(audit.id)).map((one) => one.action);
  return { db, ada, administrators, add, actions };
};

test('an invited administrator does not save the company until they come', async () => {
  const { db, ada, administrators, add } = await started();
  const bea = await add('Bea', noPassword, [administrators]);
  const leave = () => orRefusal(db.write((tx) => leaveGroup(tx, bea, administrators, ada)));
  expect(await leave()).toEqual({ refused: 'last-administrator' });
  expect(await orRefusal(db.write((tx) => setActive(tx, bea, ada, false)))).toEqual({ refused: 'last-administrator' });
  const token = await db.write((tx) => createPasswordLink(tx, bea, 1000));
  await db.write((tx) => redeemPasswordLink(tx, token, 'y', 2000));
  expect(await leave()).toEqual({ done: undefined });
});

test('an invitation lives for seven days, works once, and leaves its trace', async () => {
  const { db, add, actions } = await started();
  const bea = await add('Bea', noPassword);
  const token = await db.write((tx) => createPasswordLink(tx, bea, 1000));
  expect(await findPasswordLink(db.read, token, 999 + invitationDays * day)).toMatchObject({ kind: 'invitation' });
  expect(await findPasswordLink(db.read, token, 1000 + invitationDays * day)).toBeUndefined();
  const redeem = (at: number) => orRefusal(db.write((tx) => redeemPasswordLink(tx, token, 'y', at)));
  expect(await redeem(1000 + invitationDays * day)).toEqual({ refused: 'missing' });
  const outcomes = await Promise.all([redeem(2000), redeem(2000)]);
  expect(outcomes.filter((outcome) => 'done' in outcome)).toEqual([{ done: bea }]);
  expect(outcomes.filter((outcome) => 'refused' in outcome)).toEqual([{ refused: 'missing' }]);
  expect(await userById(db.read, bea)).toMatchObject({ invited: false });
  expect(await actions(bea)).toEqual(['user.invited', 'user.password-link-created', 'user.joined']);
});

test('a link whose person is deactivated at that moment gives neither a password nor a way in', async () => {
  const { db, ada, add } = await started();
  const bea = await add('Bea', noPassword);
  const token = await db.write((tx) => createPasswordLink(tx, bea, 1000));
  // As if the deactivation had committed between the two: the link's row is still there.
  const [row] = await db.read.select().from(passwordLinks);
  if (!row) throw new Error('no link');
  await db.write((tx) => setActive(tx, ada, bea, false));
  await db.write((tx) => tx.insert(passwordLinks).values(row));
  expect(await orRefusal(db.write((tx) => redeemPasswordLink(tx, token, 'y', 2000)))).toEqual({ refused: 'missing' });
  expect(await userById(db.read, bea)).toMatchObject({ invited: true });
  // Nothing of it happened: the link is not spent, and ends with the return.
  expect(await db.read.$count(passwordLinks)).toBe(1);
  await db.write((tx) => setActive(tx, ada, bea, true));
  expect(await db.read.$count(passwordLinks)).toBe(0);
});

test('an invitation gives nobody a second password', async () => {
  const { db, ada, add } = await started();
  const bea = await add('Bea', noPassword);
  const token = await db.write((tx) => createPasswordLink(tx, bea, 1000));
  const [row] = await db.read.select().from(passwordLinks);
  if (!row) throw new Error('no link');
  await db.write((tx) => setPassword(tx, ada, bea, 'given'));
  await db.write((tx) => tx.insert(passwordLinks).values(row));
  expect(await orRefusal(db.write((tx) => redeemPasswordLink(tx, token, 'y', 2000)))).toEqual({ refused: 'missing' });
});

test('there is no link for nobody, nor for whoever is deactivated', async () => {
  const { db, ada, add } = await started();
  const bea = await add('Bea', 'x');
  await db.write((tx) => setActive(tx, ada, bea, false));
  for (const id of [bea, 'nobody'])
    expect(await orRefusal(db.write((tx) => createPasswordLink(tx, id, 1000)))).toEqual({ refused: 'missing' });
});

test('another password is owed from the tick until one is chosen by oneself', async () => {
  const { db, ada, add, actions } = await started();
  const bea = await add('Bea', 'x');
  const owes = async () => (await userById(db.read, bea))?.mustChangePassword;
  const form = { name: 'Bea', email: 'Bea@example.com', groupIds: [] };
  const edit = (more: { passwordHash?: string; mustChangePassword?: boolean }) =>
    db.write((tx) => editUser(tx, ada, '', bea, { ...form, ...more }));
  expect(await owes()).toBe(false);
  await edit({ passwordHash: 'y', mustChangePassword: true });
  expect(await owes()).toBe(true);
  await edit({});
  expect(await owes()).toBe(true);
  await db.write((tx) => setPassword(tx, bea, bea, 'z'));
  expect(await owes()).toBe(false);
  await edit({ mustChangePassword: true });
  expect(await owes()).toBe(true);
  await edit({ passwordHash: 'y' });
  expect(await owes()).toBe(false);
  expect(await actions(bea)).toEqual([
    'user.created',
    'user.changed',
    'user.password-changed',
    'user.password-changed',
    'user.changed',
    'user.changed',
    'user.password-changed',
  ]);
});

test('whoever was invited owes no other password: they choose their own', async () => {
  const { db, ada, add } = await started();
  const bea = await add('Bea', noPassword);
  const change = { name: 'Bea', email: 'Bea@example.com', groupIds: [], mustChangePassword: true };
  await db.write((tx) => editUser(tx, ada, '', bea, change));
  expect(await userById(db.read, bea)).toMatchObject({ mustChangePassword: false, invited: true });
});

test('a deactivation that is sent twice is one, and ends a sign-in that came with it', async () => {
  const { db, ada, add, actions } = await started();
  const bea = await add('Bea', 'x');
  const open = createSignIns(db, { secure: false });
  await db.write((tx) => setActive(tx, ada, bea, false));
  await db.write((tx) => setActive(tx, ada, bea, false));
  const cookie = await db.write((tx) => open.start(tx, bea));
  expect(await open.find(cookie)).toBeNull();
  await db.write((tx) => setActive(tx, ada, bea, true));
  expect(await open.find(cookie)).toBeNull();
  expect(await actions(bea)).toEqual(['user.created', 'user.deactivated', 'user.activated']);
  expect(await db.read.$count(users, and(eq(users.id, bea), eq(users.active, true)))).toBe(1);
});
