import { expect, test } from 'vitest';
import type { Tx } from '../db/doors.ts';
import { testDb } from '../db/testing.ts';
import { newId } from '../id.ts';
import { addGroup, addLine, addUnit, addUser } from '../lines/testing.ts';
import { joinGroup, leaveGroup } from '../people/membership.ts';
import { moveUnit } from '../people/units/change.ts';
import { leaveUnit } from '../people/units/place.ts';
import { setActive } from '../people/users.ts';
import { receive } from './receive.ts';

/** Pavel, whom the line reaches by a unit below its own. */
const pavelWrites = async () => {
  const db = await testDb();
  const admin = await addUser(db, 'Ada', { administrator: true });
  const pavel = await addUser(db, 'Pavel');
  const sales = await addUnit(db, 'Sales');
  const shop = await addUnit(db, 'Shop', { below: sales, people: [pavel] });
  const guild = await addGroup(db, 'Guild', []);
  const line = await addLine(db, 'Orders', { units: [sales], audience: [guild] });
  const write = (tx: Tx) =>
    receive(tx, { id: pavel, name: 'Pavel' }, line, { id: newId(), text: 'Hello', files: [] }, 1);
  return { db, admin, pavel, sales, shop, guild, line, write };
};

test.each([
  ['leaves the unit', (tx, { admin, shop, pavel }) => leaveUnit(tx, admin, shop, pavel)],
  ['sees the unit moved away', (tx, { admin, shop }) => moveUnit(tx, admin, shop, null)],
  ['is deactivated', (tx, { admin, pavel }) => setActive(tx, admin, pavel, false)],
] satisfies [string, (tx: Tx, scene: Awaited<ReturnType<typeof pavelWrites>>) => Promise<void>][])(
  'whoever %s is refused with the reason from then on, in that very unit of work too',
  async (_, lose) => {
    const scene = await pavelWrites();
    const { db, write } = scene;
    expect(await db.write(write)).toMatchObject({ seq: 1 });
    const inTheSame = await db.write(async (tx) => {
      await lose(tx, scene);
      return await write(tx);
    });
    expect(inTheSame).toEqual({ refused: 'audience' });
    expect(await db.write(write)).toEqual({ refused: 'audience' });
  },
);

test('whoever never wrote to the line learns nothing of it, and a second way in keeps it open', async () => {
  const { db, admin, pavel, shop, guild, line, write } = await pavelWrites();
  const stranger = await addUser(db, 'Olga');
  const message = { id: newId(), text: 'Hello', files: [] };
  const refused = await db.write((tx) => receive(tx, { id: stranger, name: 'Olga' }, line, message, 1));
  expect(refused).toEqual({ refused: 'missing' });
  await db.write((tx) => joinGroup(tx, admin, guild, pavel));
  await db.write((tx) => leaveUnit(tx, admin, shop, pavel));
  expect(await db.write(write)).toMatchObject({ seq: 1 });
  await db.write((tx) => leaveGroup(tx, admin, guild, pavel));
  expect(await db.write(write)).toEqual({ refused: 'audience' });
});
