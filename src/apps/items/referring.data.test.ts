import { expect, it } from 'vitest';
import { testDb } from '../../db/testing.ts';
import { addApp, addItem } from '../testing.ts';
import { countReferring } from './referring.ts';
import { deleteItem } from './remove.ts';

it('counts each item that refers to another once, by whichever fields, and no deleted one', async () => {
  const db = await testDb();
  const clients = await addApp(db, 'Clients', [{ kind: 'text', name: 'Name' }]);
  const options = { app: clients.id };
  const orders = await addApp(db, 'Orders', [
    { kind: 'reference', name: 'Client', options },
    { kind: 'references', name: 'Others', options },
  ]);
  const [clara, zoe] = [await addItem(db, clients, { Name: 'Clara' }), await addItem(db, clients, { Name: 'Zoe' })];
  await addItem(db, orders, { Client: clara.id, Others: [clara.id, zoe.id] });
  await addItem(db, orders, { Others: [clara.id] });
  const gone = await addItem(db, orders, { Client: clara.id });
  await db.write((tx) => deleteItem(tx, orders, gone.id, { actor: null, at: 1 }));
  expect(await countReferring(db.read, clara.id)).toBe(2);
  expect(await countReferring(db.read, zoe.id)).toBe(1);
  expect(await countReferring(db.read, gone.id)).toBe(0);
});
