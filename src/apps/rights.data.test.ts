import { expect, it } from 'vitest';
import { testDb } from '../db/testing.ts';
import { addGroup, addUser } from '../lines/testing.ts';
import { mayIn, mayInEach } from './rights.ts';
import { addApp } from './testing.ts';

it('lets members of an app’s groups do what the groups may, and nobody else see anything', async () => {
  const db = await testDb();
  const [anna, boris, stan, gone] = [
    await addUser(db, 'Anna'),
    await addUser(db, 'Boris'),
    await addUser(db, 'Stan', { administrator: true }),
    await addUser(db, 'Gone', { active: false }),
  ];
  const sellers = await addGroup(db, 'Sellers', [anna, gone]);
  const readers = await addGroup(db, 'Readers', [boris, anna]);
  const clients = await addApp(db, 'Clients', [{ kind: 'text', name: 'Name' }], { see: [readers], create: [sellers] });
  const other = await addApp(db, 'Other', [], { edit: [readers] });
  expect(await mayIn(db.read, anna, clients.id)).toEqual({ see: true, create: true, edit: false });
  expect(await mayIn(db.read, boris, clients.id)).toEqual({ see: true, create: false, edit: false });
  for (const nobody of [stan, gone])
    expect(await mayIn(db.read, nobody, clients.id)).toEqual({ see: false, create: false, edit: false });
  const each = await mayInEach(db.read, anna, [clients.id, other.id, 'none']);
  expect([...each]).toHaveLength(2);
  expect(each.get(other.id)).toEqual({ see: true, create: false, edit: true });
  expect((await mayInEach(db.read, stan, [clients.id, other.id])).size).toBe(0);
});
