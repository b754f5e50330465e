import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Db } from '../db/doors.ts';
import { audit, groupMembers, groups, lineRoles, lines, signIns, users } from '../db/schema.ts';
import { testDb } from '../db/testing.ts';
import { newId } from '../id.ts';
import { companyName, createCompany, isSetUp } from './company.ts';
import { createGroup, deleteGroup, groupsToJoin, reliesOnGroup, renameGroup } from './groups.ts';
import { listGroups, listMembers, listOthers, listUsers } from './lists.ts';
import { joinGroup, leaveGroup, setGroupsOf } from './membership.ts';
import { createPasswordLink, findPasswordLink, passwordLinkHours, spendPasswordLink } from './password/links.ts';
import { setPassword } from './password/set.ts';
import { orRefusal } from './refusal.ts';
import { createSignIns } from './sign-in/sign-ins.ts';
import { createUser, editUser, setActive, userByEmail, userById } from './users.ts';

const started = async () => {
  const db = await testDb();
  const given = { company: 'Test', name: 'Ada', email: 'Ada@Example.com', passwordHash: 'x', at: 1 };
  const ada = await db.write((tx) =>
    createCompany(tx, { ...given, administrators: 'Administrators', everyone: 'Everyone' }),
  );
  const add = (name: string, groupIds: readonly string[] = []) =>
    db.write((tx) => createUser(tx, ada, { name, email: `${name}@example.com`, passwordHash: 'x', groupIds, at: 2 }));
  return {
    db,
    ada,
    add,
    administrators: await systemGroup(db, 'administrators'),
    everyone: await systemGroup(db, 'everyone'),
  };
};

const systemGroup = async (db: Db, system: 'administrators' | 'everyone'): Promise<string> => {
  const [group] = await db.read.select({ id: groups.id }).from(groups).where(eq(groups.system, system));
  return group?.id ?? '';
};

const factsOf = async (db: Db) => {
  const facts = await db.facts.since(0, 1000);
  return facts === 'gone' ? [] : facts;
};

test('the first administrator belongs to Administrators and Everyone', async () => {
  const { db, ada, administrators, everyone } = await started();
  expect(await isSetUp(db.read)).toBe(true);
  expect(await companyName(db.read)).toBe('Test');
  const memberships = await db.read.select().from(groupMembers).where(eq(groupMembers.userId, ada));
  expect(memberships.map((row) => row.groupId).sort()).toEqual([administrators, everyone].sort());
});

test('a second company is refused, and nothing of it stays', async () => {
  const { db } = await started();
  const again = { company: 'Other', name: 'Bea', email: 'b@example.com', passwordHash: 'x', at: 3 };
  const outcome = await orRefusal(
    db.write((tx) => createCompany(tx, { ...again, administrators: 'A', everyone: 'E' })),
  );
  expect(outcome).toEqual({ refused: 'set-up-already' });
  expect(await companyName(db.read)).toBe('Test');
  expect(await db.read.$count(users)).toBe(1);
});

test('an email belongs to one person, however it is written', async () => {
  const { db, ada, add } = await started();
  const bea = await add('Bea');
  const sameAs = (email: string) =>
    orRefusal(db.write((tx) => createUser(tx, ada, { name: 'C', email, passwordHash: 'x', groupIds: [], at: 3 })));
  expect(await sameAs('ADA@example.COM')).toEqual({ refused: 'email-taken' });
  const change = { name: 'Bea', email: 'ada@example.com', groupIds: [] };
  expect(await orRefusal(db.write((tx) => editUser(tx, ada, '', bea, change)))).toEqual({ refused: 'email-taken' });
  expect((await userById(db.read, bea))?.email).toBe('Bea@example.com');
  expect((await userByEmail(db.read, 'aDa@example.com'))?.id).toBe(ada);
});

test('an id creates one person', async () => {
  const { db, ada } = await started();
  const user = { id: newId(), name: 'Bea', email: 'b@example.com', passwordHash: 'x', groupIds: [], at: 3 };
  await db.write((tx) => createUser(tx, ada, user));
  const other = { ...user, email: 'c@example.com' };
  expect(await orRefusal(db.write((tx) => createUser(tx, ada, other)))).toEqual({ refused: 'sent-before' });
});

test('a group that does not exist is refused together with the person who was to join it', async () => {
  const { db, ada } = await started();
  const user = { name: 'Bea', email: 'b@example.com', passwordHash: 'x', groupIds: [newId()], at: 3 };
  expect(await orRefusal(db.write((tx) => createUser(tx, ada, user)))).toEqual({ refused: 'missing' });
  expect(await db.read.$count(users)).toBe(1);
});

test('the last administrator stays one: neither removed, nor deactivated, nor by two who remove each other', async () => {
  const { db, ada, add, administrators } = await started();
  const bea = await add('Bea', [administrators]);
  const leave = (who: string) => orRefusal(db.write((tx) => leaveGroup(tx, ada, administrators, who)));
  const outcomes = await Promise.all([leave(ada), leave(bea)]);
  expect(outcomes.filter((outcome) => 'refused' in outcome)).toEqual([{ refused: 'last-administrator' }]);
  const [left] = await db.read.select().from(groupMembers).where(eq(groupMembers.groupId, administrators));
  const last = left?.userId ?? '';
  expect(await orRefusal(db.write((tx) => setActive(tx, ada, last, false)))).toEqual({ refused: 'last-administrator' });
  expect(await orRefusal(db.write((tx) => setGroupsOf(tx, ada, last, [])))).toEqual({ refused: 'last-administrator' });
  expect(await userById(db.read, last)).toMatchObject({ active: true, groupIds: [administrators] });
});

test('a deactivated administrator does not count as one', async () => {
  const { db, ada, add, administrators } = await started();
  const bea = await add('Bea', [administrators]);
  await db.write((tx) => setActive(tx, ada, bea, false));
  expect(await orRefusal(db.write((tx) => leaveGroup(tx, bea, administrators, ada)))).toEqual({
    refused: 'last-administrator',
  });
});

test('whoever is deactivated is signed out everywhere in the same change, and their pages hear of it', async () => {
  const { db, ada, add } = await started();
  const bea = await add('Bea');
  const open = createSignIns(db, { secure: false });
  const cookies = await Promise.all([1, 2].map(() => db.write((tx) => open.start(tx, bea))));
  for (const cookie of cookies) expect((await open.find(cookie))?.person.name).toBe('Bea');
  await db.write((tx) => setActive(tx, ada, bea, false));
  for (const cookie of cookies) expect(await open.find(cookie)).toBeNull();
  const ended = (await factsOf(db)).filter((fact) => fact.kind === 'sign-out');
  expect(ended.map((fact) => fact.ids)).toEqual([
    expect.objectContaining({ person: bea }),
    expect.objectContaining({ person: bea }),
  ]);
  await db.write((tx) => setActive(tx, ada, bea, true));
  for (const cookie of cookies) expect(await open.find(cookie)).toBeNull();
});

test('a change that fails ends no sign-in', async () => {
  const { db, ada, add } = await started();
  const bea = await add('Bea');
  const open = createSignIns(db, { secure: false });
  const cookie = await db.write((tx) => open.start(tx, bea));
  const failing = db.write(async (tx) => {
    await setActive(tx, ada, bea, false);
    throw new Error('later');
  });
  await expect(failing).rejects.toThrow('later');
  expect((await open.find(cookie))?.person.id).toBe(bea);
});

test('a sign-in says whether it is an administrator’s, at the time of asking', async () => {
  const { db, ada, add, administrators } = await started();
  const bea = await add('Bea');
  const open = createSignIns(db, { secure: false });
  const cookie = await db.write((tx) => open.start(tx, bea));
  expect((await open.find(cookie))?.person.administrator).toBe(false);
  await db.write((tx) => joinGroup(tx, ada, administrators, bea));
  expect((await open.find(cookie))?.person.administrator).toBe(true);
});

test('a sign-in that nobody used for thirty days is over; one in its second half is prolonged', async () => {
  const { db, ada } = await started();
  const open = createSignIns(db, { secure: false });
  const cookie = await db.write((tx) => open.start(tx, ada));
  const day = 86_400_000;
  expect((await open.find(cookie))?.setCookie).toBeNull();
  await db.write((tx) => tx.update(signIns).set({ expiresAt: Date.now() + 10 * day }));
  expect((await open.find(cookie))?.setCookie).toContain('Max-Age=2592000');
  const [prolonged] = await db.read.select().from(signIns);
  expect((prolonged?.expiresAt ?? 0) - Date.now()).toBeGreaterThan(29 * day);
  await db.write((tx) => tx.update(signIns).set({ expiresAt: Date.now() - 1 }));
  expect(await open.find(cookie)).toBeNull();
  expect(await db.read.$count(signIns)).toBe(0);
});

test('a new password ends the other sign-ins and every link, and keeps the one it was changed from', async () => {
  const { db, ada } = await started();
  const open = createSignIns(db, { secure: false });
  const here = await db.write((tx) => open.start(tx, ada));
  const there = await db.write((tx) => open.start(tx, ada));
  const token = await db.write((tx) => createPasswordLink(tx, ada, Date.now()));
  const keep = (await open.find(here))?.signIn;
  await db.write((tx) => setPassword(tx, ada, ada, 'y', keep));
  expect(await open.find(here)).not.toBeNull();
  expect(await open.find(there)).toBeNull();
  expect(await findPasswordLink(db.read, token, Date.now())).toBeUndefined();
});

test('a link works once, for a day, and only the newest; its secret is not stored', async () => {
  const { db, ada } = await started();
  const first = await db.write((tx) => createPasswordLink(tx, ada, 1000));
  const token = await db.write((tx) => createPasswordLink(tx, ada, 1000));
  const day = passwordLinkHours * 3_600_000;
  expect(await findPasswordLink(db.read, first, 1000)).toBeUndefined();
  expect(await findPasswordLink(db.read, token, 1000 + day)).toBeUndefined();
  expect(await findPasswordLink(db.read, token, 999 + day)).toMatchObject({ userId: ada, email: 'Ada@Example.com' });
  const spends = [1, 2].map(() => db.write((tx) => spendPasswordLink(tx, token, 2000)));
  expect((await Promise.all(spends)).filter(Boolean)).toEqual([{ userId: ada, kind: 'reset' }]);
});

test('a deactivated person’s link is none', async () => {
  const { db, ada, add } = await started();
  const bea = await add('Bea');
  const token = await db.write((tx) => createPasswordLink(tx, bea, 1000));
  expect(await findPasswordLink(db.read, token, 1000)).toBeDefined();
  await db.write((tx) => setActive(tx, ada, bea, false));
  expect(await findPasswordLink(db.read, token, 1000)).toBeUndefined();
});

test('nobody leaves Everyone, and system groups keep their names', async () => {
  const { db, ada, everyone, administrators } = await started();
  const refused = { refused: 'system-group' };
  expect(await orRefusal(db.write((tx) => leaveGroup(tx, ada, everyone, ada)))).toEqual(refused);
  expect(await orRefusal(db.write((tx) => renameGroup(tx, ada, administrators, 'Others')))).toEqual(refused);
  expect(await orRefusal(db.write((tx) => deleteGroup(tx, ada, everyone)))).toEqual(refused);
  expect((await groupsToJoin(db.read)).map((group) => group.name)).toEqual(['Administrators']);
});

test('a group that a line relies on is not deleted; another goes with its memberships', async () => {
  const { db, ada, add } = await started();
  const support = await db.write((tx) => createGroup(tx, ada, { name: 'Support', at: 3 }));
  const bea = await add('Bea', [support]);
  const line = { id: newId(), name: 'IT', nameKey: 'it', description: '', showOperator: true, createdAt: 4 };
  await db.write(async (tx) => {
    await tx.insert(lines).values(line);
    await tx.insert(lineRoles).values({ lineId: line.id, groupId: support, role: 'operator' });
  });
  expect(await orRefusal(db.write((tx) => deleteGroup(tx, ada, support)))).toEqual({ refused: 'group-in-use' });
  expect(await reliesOnGroup(db.read, support)).toEqual(['IT']);
  await db.write((tx) => tx.delete(lineRoles).where(eq(lineRoles.groupId, support)));
  expect(await orRefusal(db.write((tx) => deleteGroup(tx, ada, support)))).toMatchObject({ done: undefined });
  expect(await userById(db.read, bea)).toMatchObject({ groupIds: [] });
});

test('two groups have no name that differs in its letters’ size alone', async () => {
  const { db, ada } = await started();
  const create = (name: string) => orRefusal(db.write((tx) => createGroup(tx, ada, { name, at: 3 })));
  expect(await create('Ночная смена')).toHaveProperty('done');
  expect(await create('НОЧНАЯ  СМЕНА')).toEqual({ refused: 'name-taken' });
});

test('lists are searched in any letters and paged without a gap or a double', async () => {
  const { db, ada } = await started();
  await db.write(async (tx) => {
    for (let i = 0; i < 120; i++) {
      const user = { name: `Анна ${i % 7}`, email: `a${i}@example.com`, passwordHash: 'x', groupIds: [], at: 3 };
      await createUser(tx, ada, user);
    }
  });
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await listUsers(db.read, { search: 'АННА', after });
    seen.push(...page.rows.map((row) => row.id));
    after = page.after ?? undefined;
  } while (after !== undefined);
  expect(seen).toHaveLength(120);
  expect(new Set(seen).size).toBe(120);
  expect((await listUsers(db.read, { search: '%', after: undefined })).rows).toEqual([]);
  expect((await listUsers(db.read, { search: 'A7@EXAMPLE', after: undefined })).rows).toHaveLength(1);
  expect((await listUsers(db.read, { search: '', after: 'no cursor' })).rows).toHaveLength(50);
});

test('groups are listed with their members’ number, members apart from the others', async () => {
  const { db, ada, add, everyone, administrators } = await started();
  const bea = await add('Bea');
  const { rows } = await listGroups(db.read, { search: '', after: undefined });
  expect(rows.map(({ id, members }) => [id, members])).toEqual([
    [administrators, 1],
    [everyone, 2],
  ]);
  const all = { search: '', after: undefined };
  expect((await listMembers(db.read, administrators, all)).rows.map((row) => row.id)).toEqual([ada]);
  expect((await listOthers(db.read, administrators, all)).rows.map((row) => row.id)).toEqual([bea]);
});

test('every change of people leaves its trace in the audit log, without a secret', async () => {
  const { db, ada, add, administrators } = await started();
  const bea = await add('Bea', [administrators]);
  const change = { name: 'Beatrix', email: 'bea@example.com', passwordHash: 'very-secret', groupIds: [] };
  await db.write((tx) => editUser(tx, ada, '', bea, change));
  await db.write((tx) => setActive(tx, ada, bea, false));
  const entries = await db.read.select().from(audit).where(eq(audit.actorId, ada)).orderBy(audit.id);
  expect(entries.map((entry) => entry.action)).toEqual([
    'company.created',
    'user.created',
    'group.joined',
    'user.changed',
    'user.password-changed',
    'group.left',
    'user.deactivated',
  ]);
  expect(JSON.stringify(entries)).not.toContain('very-secret');
});
