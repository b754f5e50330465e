import { expect, test } from 'vitest';
import { testDb } from '../db/testing.ts';
import { newId } from '../id.ts';
import { type Audience, reachOf } from './reach.ts';
import { addGroup, addUnit, addUser, systemGroupsOf } from './testing.ts';

const nobody: Audience = { groups: [], users: [], units: [] };

test('whoever is in an audience in several ways counts once, and the deactivated not at all', async () => {
  const db = await testDb();
  const anna = await addUser(db, 'Anna');
  const boris = await addUser(db, 'Boris');
  const gone = await addUser(db, 'Gone', { active: false });
  await addUser(db, 'Vera');
  const { everyone } = await systemGroupsOf(db);
  const guild = await addGroup(db, 'Guild', [anna, gone]);
  const sales = await addUnit(db, 'Sales', { people: [anna] });
  const west = await addUnit(db, 'West', { below: sales, people: [boris, gone, anna] });
  const reach = (audience: Partial<Audience>) => reachOf(db.read, { ...nobody, ...audience });
  expect(await reach({})).toBe(0);
  expect(await reach({ users: [anna, gone] })).toBe(1);
  expect(await reach({ groups: [guild] })).toBe(1);
  expect(await reach({ units: [sales] })).toBe(2);
  expect(await reach({ units: [sales, west], groups: [guild], users: [anna, boris] })).toBe(2);
  expect(await reach({ groups: [everyone], units: [west] })).toBe(3);
  expect(await reach({ users: [newId()], groups: [newId()], units: [newId()] })).toBe(0);
});
