import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { users } from '../db/schema.ts';
import { testDb } from '../db/testing.ts';
import { groupChoices, matchLimit, usersChosen, usersMatching } from './choice.ts';
import { addUser, makeCompany } from './testing.ts';

test('people are found by a part of their name in any case, without those already chosen and the deactivated', async () => {
  const db = await testDb();
  const fyodor = await addUser(db, 'Фёдор Петров');
  const petra = await addUser(db, 'Петра');
  await addUser(db, 'Петя', { active: false });
  const find = async (text: string, except: string[] = []) =>
    (await usersMatching(db.read, text, except)).users.map((user) => user.id);
  expect(await find('ПЕТР')).toEqual([petra, fyodor]);
  expect(await find('федор')).toEqual([fyodor]);
  expect(await find('петр', [petra])).toEqual([fyodor]);
  expect(await find(fyodor)).toEqual([fyodor]);
  expect(await find('  ')).toEqual([]);
});

test('signs that mean something to the database are looked for as they are', async () => {
  const db = await testDb();
  const half = await addUser(db, '50% Off_ice');
  await addUser(db, 'Five Office');
  for (const text of ['%', '50% o', 'f_i'])
    expect((await usersMatching(db.read, text, [])).users.map((user) => user.id)).toEqual([half]);
  expect(await usersMatching(db.read, '\\', [])).toEqual({ users: [], more: false });
});

test('a search shows a page of matches and no more', async () => {
  const db = await testDb();
  for (let number = 0; number <= matchLimit; number++) await addUser(db, `Clone ${number}`);
  const many = await usersMatching(db.read, 'clone', []);
  expect(many.users).toHaveLength(matchLimit);
  expect(many.more).toBe(true);
  const [first] = many.users;
  expect((await usersMatching(db.read, 'clone', first ? [first.id] : [])).more).toBe(false);
});

test('who was chosen is shown by name, deactivated or not; groups are offered by name', async () => {
  const db = await testDb();
  const { pavel, anna } = await makeCompany(db);
  await db.write(async (tx) => {
    await tx.update(users).set({ active: false }).where(eq(users.id, pavel));
  });
  const chosen = await usersChosen(db.read, [pavel, anna, 'nobody']);
  expect(chosen.map((user) => [user.name, user.active])).toEqual([
    ['Anna', true],
    ['Pavel', false],
  ]);
  expect(await usersChosen(db.read, [])).toEqual([]);
  const offered = await groupChoices(db.read);
  expect(offered.map((group) => group.name)).toEqual(['Administrators', 'Everyone', 'Operators', 'Supervisors']);
});
