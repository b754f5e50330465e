import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { users } from '../db/schema.ts';
import { testDb } from '../db/testing.ts';
import { groupChoices, unitsChosen, usersChosen } from './choice.ts';
import { addUnit, makeCompany } from './testing.ts';

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
  expect(offered.filter((group) => group.everyone).map((group) => group.name)).toEqual(['Everyone']);
});

test('units of one name are told apart by what lies above them', async () => {
  const db = await testDb();
  const north = await addUnit(db, 'North');
  const south = await addUnit(db, 'South');
  const [one, other] = [await addUnit(db, 'Sales', { below: north }), await addUnit(db, 'Sales', { below: south })];
  const shifts = await addUnit(db, 'Night shift', { below: other });
  expect(await unitsChosen(db.read, [shifts, one, other, north, 'nothing'])).toEqual([
    { id: shifts, name: 'Night shift', above: ['South', 'Sales'] },
    { id: north, name: 'North', above: [] },
    { id: one, name: 'Sales', above: ['North'] },
    { id: other, name: 'Sales', above: ['South'] },
  ]);
  expect(await unitsChosen(db.read, [])).toEqual([]);
});
