import { and, eq, inArray } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { audit, groupMembers, passwordLinks, peopleImports, unitMembers, users } from '../../db/schema.ts';
import { testDb } from '../../db/testing.ts';
import { newId } from '../../id.ts';
import { createCompany } from '../company.ts';
import { dropExpired } from '../expired.ts';
import { createGroup, deleteGroup } from '../groups.ts';
import { exportInvitations } from '../invitations.ts';
import { findPasswordLink } from '../password/links.ts';
import { hashPassword } from '../password/password.ts';
import { redeemPasswordLink } from '../password/set.ts';
import { orRefusal } from '../refusal.ts';
import { createUnit } from '../units/change.ts';
import { createUser, setActive } from '../users.ts';
import { confirmImport, lookAgain } from './confirm.ts';
import { importOf, keepImport } from './pending.ts';
import type { Newcomer, Waiting } from './shape.ts';

const day = 86_400_000;

const started = async () => {
  const db = await testDb();
  const given = { company: 'Test', name: 'Ada', email: 'ada@example.com', passwordHash: 'x', at: 1 };
  const ada = await db.write((tx) => createCompany(tx, { ...given, administrators: 'A', everyone: 'E' }));
  const group = await db.write((tx) => createGroup(tx, ada, { name: 'Support', at: 2 }));
  const unit = newId();
  await db.write((tx) => createUnit(tx, ada, { id: unit, parentId: null, kind: 'department', name: 'Sales', at: 2 }));
  const keep = (newcomers: Newcomer[], at = 1000) => db.write((tx) => keepImport(tx, ada, waiting(newcomers), at));
  const confirm = (id: string, at = 2000) => orRefusal(db.write((tx) => confirmImport(tx, ada, id, at)));
  const add = (email: string, passwordHash = 'x') =>
    db.write((tx) => createUser(tx, ada, { name: 'Other', email, passwordHash, groupIds: [], at: 3 }));
  return { db, ada, group, unit, keep, confirm, add };
};

const waiting = (newcomers: Newcomer[]): Waiting => ({
  state: 'waiting',
  newcomers,
  bad: [{ line: 9, text: 'x', complaints: [{ problem: 'name-missing', about: '' }] }],
  badCount: 1,
  unused: [],
});

const somebody = (number: number, more: Partial<Newcomer> = {}): Newcomer => ({
  line: number + 1,
  name: `Анна ${number}`,
  email: `P${number}@example.com`,
  groups: [],
  units: [],
  ...more,
});

test('nobody is added before it is confirmed; then all are, invited, into their groups and units', async () => {
  const { db, ada, group, unit, keep, confirm } = await started();
  const people = Array.from({ length: 230 }, (_, i) =>
    somebody(i, i % 2 ? { groups: [group, group], units: [unit] } : {}),
  );
  const id = await keep(people);
  expect(await db.read.$count(users)).toBe(1);
  expect(await confirm(id)).toEqual({ done: undefined });
  const added = await db.read.select().from(users).where(eq(users.passwordHash, ''));
  expect(added).toHaveLength(230);
  expect(added.find(({ name }) => name === 'Анна 7')).toMatchObject({
    emailKey: 'p7@example.com',
    nameKey: 'анна 7',
    active: true,
    mustChangePassword: false,
    language: null,
    avatarFileId: null,
  });
  const members = await db.read.select().from(groupMembers);
  expect(members.filter(({ groupId }) => groupId === group)).toHaveLength(115);
  // Everyone holds Ada as well, who alone administers.
  expect(members).toHaveLength(115 + 231 + 1);
  expect(await db.read.$count(unitMembers, eq(unitMembers.unitId, unit))).toBe(115);
  const entries = await db.read
    .select()
    .from(audit)
    .where(inArray(audit.action, ['people.imported', 'user.invited']));
  expect(entries.filter((entry) => entry.action === 'user.invited')).toHaveLength(230);
  expect(entries.filter((entry) => entry.action === 'people.imported')).toMatchObject([
    { actorId: ada, objectId: id, after: { people: 230 } },
  ]);
  for (const [action, object] of [
    ['group.joined', group],
    ['unit.joined', unit],
  ] as const) {
    const joined = await db.read
      .select()
      .from(audit)
      .where(and(eq(audit.action, action), eq(audit.objectId, object)));
    expect(joined).toHaveLength(115);
    expect(new Set(joined.map((entry) => entry.memberId)).size).toBe(115);
  }
});

test('confirmed twice at once, they are added once', async () => {
  const { db, keep, confirm } = await started();
  const id = await keep([somebody(1), somebody(2)]);
  expect(await Promise.all([confirm(id), confirm(id)])).toEqual([{ done: undefined }, { done: undefined }]);
  expect(await confirm(id)).toEqual({ done: undefined });
  expect(await db.read.$count(users)).toBe(3);
  expect(await db.read.$count(audit, eq(audit.action, 'people.imported'))).toBe(1);
});

test('an email that somebody took since keeps all out, and is told when one looks again', async () => {
  const { db, ada, keep, confirm, add } = await started();
  const id = await keep([somebody(1), somebody(2), somebody(3)]);
  await add('p2@EXAMPLE.com');
  expect(await confirm(id)).toEqual({ refused: 'email-taken' });
  expect(await db.read.$count(users)).toBe(2);
  expect(await db.read.$count(audit, inArray(audit.action, ['people.imported', 'user.invited']))).toBe(0);
  const found = await importOf(db.read, ada, id, 2000);
  if (found?.state !== 'waiting') throw new Error('not waiting');
  const again = await lookAgain(db.read, found);
  expect(again.newcomers.map(({ line }) => line)).toEqual([2, 4]);
  expect(again).toMatchObject({
    badCount: 2,
    bad: [{ line: 3, complaints: [{ problem: 'email-taken' }] }, { line: 9 }],
  });
});

test('a group or unit that went since keeps all out, and is told', async () => {
  const { db, ada, group, unit, keep, confirm } = await started();
  const id = await keep([somebody(1, { groups: [group] }), somebody(2, { units: [unit] })]);
  await db.write((tx) => deleteGroup(tx, ada, group));
  expect(await confirm(id)).toEqual({ refused: 'missing' });
  expect(await db.read.$count(users)).toBe(1);
  const again = await lookAgain(
    db.read,
    waiting([somebody(1, { groups: [group] }), somebody(2, { units: [newId()] })]),
  );
  expect(again.newcomers).toEqual([]);
  expect(again.bad.map(({ complaints }) => complaints[0]?.problem)).toEqual([
    'group-gone',
    'unit-gone',
    'name-missing',
  ]);
});

test('a file is its giver’s alone, and waits for a day', async () => {
  const { db, ada, keep, confirm, add } = await started();
  const bea = await add('bea@example.com');
  const id = await keep([somebody(1)], 1000);
  expect(await importOf(db.read, bea, id, 2000)).toBeUndefined();
  expect(await orRefusal(db.write((tx) => confirmImport(tx, bea, id, 2000)))).toEqual({ refused: 'missing' });
  expect(await importOf(db.read, ada, id, 1000 + day - 1)).toBeDefined();
  expect(await confirm(id, 1000 + day)).toEqual({ refused: 'missing' });
  await db.write((tx) => dropExpired(tx, 1000 + day));
  expect(await db.read.$count(peopleImports)).toBe(1);
  await db.write((tx) => dropExpired(tx, 1001 + day));
  expect(await db.read.$count(peopleImports)).toBe(0);
});

test('links are made for those who have not come, of one import or of all, and end the earlier ones', async () => {
  const { db, ada, keep, confirm, add } = await started();
  await add('came@example.com');
  const earlier = await add('earlier@example.com', '');
  const gone = await add('gone@example.com', '');
  await db.write((tx) => setActive(tx, ada, gone, false));
  const id = await keep([somebody(1), somebody(2)]);
  await confirm(id);
  const state = await importOf(db.read, ada, id, 2000);
  const people = state?.state === 'done' ? state.people : [];
  const ofImport = await db.write((tx) => exportInvitations(tx, ada, { importId: id, people }, 3000));
  expect(ofImport.map(({ email }) => email)).toEqual(['P1@example.com', 'P2@example.com']);
  const all = await db.write((tx) => exportInvitations(tx, ada, undefined, 3000));
  expect(all.map(({ email }) => email).sort()).toEqual(['P1@example.com', 'P2@example.com', 'earlier@example.com']);
  for (const { token } of ofImport) expect(await findPasswordLink(db.read, token, 3001)).toBeUndefined();
  for (const { token, email } of all)
    expect(await findPasswordLink(db.read, token, 3001)).toMatchObject({ email, kind: 'invitation' });
  expect(await db.read.$count(passwordLinks)).toBe(3);
  const entries = await db.read.select().from(audit).where(eq(audit.action, 'people.invitations-exported'));
  expect(entries.map(({ objectId, after }) => [objectId, after])).toEqual([
    [id, { people: 2 }],
    ['people', { people: 3 }],
  ]);
  const passwordHash = await hashPassword('chosen by oneself');
  const token = all.find(({ email }) => email === 'earlier@example.com')?.token ?? '';
  await db.write((tx) => redeemPasswordLink(tx, token, passwordHash, 3002));
  const joined = and(eq(audit.action, 'user.joined'), eq(audit.objectId, earlier));
  expect(await db.read.$count(audit, joined)).toBe(1);
});
