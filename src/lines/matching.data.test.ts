import { expect, test } from 'vitest';
import { testDb } from '../db/testing.ts';
import { audienceMatching, matchLimit } from './matching.ts';
import type { Audience } from './reach.ts';
import { addGroup, addUnit, addUser } from './testing.ts';

const nobody: Audience = { groups: [], users: [], units: [] };

test('people are found by a part of their name in any case, without those already chosen and the deactivated', async () => {
  const db = await testDb();
  const fyodor = await addUser(db, 'Фёдор Петров');
  const petra = await addUser(db, 'Петра');
  await addUser(db, 'Петя', { active: false });
  const find = async (text: string, except: string[] = []) =>
    (await audienceMatching(db.read, text, { ...nobody, users: except })).users.map((user) => user.id);
  expect(await find('ПЕТР')).toEqual([petra, fyodor]);
  expect(await find('федор')).toEqual([fyodor]);
  expect(await find('петр', [petra])).toEqual([fyodor]);
  expect(await find(fyodor)).toEqual([fyodor]);
  expect(await find('  ')).toEqual([]);
});

test('one search finds groups, units with their place, and people', async () => {
  const db = await testDb();
  const top = await addUnit(db, 'Company');
  const unit = await addUnit(db, 'Sales', { below: top });
  const group = await addGroup(db, 'Salesmen');
  const user = await addUser(db, 'Salome');
  expect(await audienceMatching(db.read, 'sal', nobody)).toEqual({
    groups: [{ id: group, name: 'Salesmen', everyone: false }],
    units: [{ id: unit, name: 'Sales', above: ['Company'] }],
    users: [expect.objectContaining({ id: user, name: 'Salome' })],
    more: false,
  });
  const chosen = { groups: [group], units: [unit], users: [user] };
  expect(await audienceMatching(db.read, 'sal', chosen)).toEqual({ groups: [], units: [], users: [], more: false });
});

test('signs that mean something to the database are looked for as they are', async () => {
  const db = await testDb();
  const half = await addUser(db, '50% Off_ice');
  await addUser(db, 'Five Office');
  await addUnit(db, 'Fifty percent');
  for (const text of ['%', '50% o', 'f_i']) {
    const found = await audienceMatching(db.read, text, nobody);
    expect(found.users.map((user) => user.id)).toEqual([half]);
    expect(found.units).toEqual([]);
  }
  expect(await audienceMatching(db.read, '\\', nobody)).toEqual({ groups: [], units: [], users: [], more: false });
});

test('a search shows a page of matches and no more', async () => {
  const db = await testDb();
  for (let number = 0; number <= matchLimit; number++) await addUser(db, `Clone ${number}`);
  const many = await audienceMatching(db.read, 'clone', nobody);
  expect(many.users).toHaveLength(matchLimit);
  expect(many.more).toBe(true);
  const [first] = many.users;
  const except = { ...nobody, users: first ? [first.id] : [] };
  expect((await audienceMatching(db.read, 'clone', except)).more).toBe(false);
});
