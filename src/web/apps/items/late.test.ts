import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { createApp } from '../../../app.ts';
import { commentsOf } from '../../../apps/items/comments.ts';
import { itemById } from '../../../apps/items/rows.ts';
import { addApp, addItem, fieldNamed } from '../../../apps/testing.ts';
import { appRights, items } from '../../../db/schema.ts';
import { createSignIns } from '../../../people/sign-in/sign-ins.ts';
import { itemsOpen } from './testing.ts';

it('writes nothing for whom a right was taken from while their form was on its way', async () => {
  const { db, house, company } = await itemsOpen();
  const { everyone } = company.groups;
  const orders = await addApp(db, 'Orders', [{ kind: 'text', name: 'What' }], { create: [everyone], edit: [everyone] });
  const order = await addItem(db, orders, { What: 'Chair' });
  const signIns = createSignIns(db, { secure: false });
  const cookie = await db.write(async (tx) => (await signIns.start(tx, company.anna)).split(';')[0] ?? '');
  const what = `f.${fieldNamed(orders, 'What').id}`;

  /** Its head comes first; before its body does, nobody has a right any more. */
  const late = async (path: string, form: Record<string, string>) => {
    const rights = await db.read.select().from(appRights);
    async function* body() {
      await db.write((tx) => tx.delete(appRights).where(eq(appRights.appId, orders.id)));
      yield Buffer.from(new URLSearchParams(form).toString());
    }
    const incoming = Object.assign(Readable.from(body()), { socket: { remoteAddress: '127.0.0.1' } });
    const type = 'application/x-www-form-urlencoded';
    const headers = { host: 'localhost', cookie, 'sec-fetch-site': 'same-origin', 'content-type': type };
    const request = { method: 'POST', headers };
    const { status } = await createApp(house).request(`http://localhost${path}`, request, { incoming });
    expect(await db.read.$count(appRights)).toBe(0);
    await db.write((tx) => tx.insert(appRights).values(rights));
    return status;
  };
  expect(await late(`/apps/${orders.id}/items`, { [what]: 'Sofa' })).toBe(404);
  expect(await late(`/items/${order.id}`, { base: '1', [what]: 'Sofa' })).toBe(404);
  expect(await late(`/items/${order.id}/comments`, { text: 'Mine' })).toBe(404);
  expect(await db.read.$count(items)).toBe(1);
  expect(await itemById(db.read, order.id)).toMatchObject({ version: 1 });
  expect(await commentsOf(db.read, order.id)).toEqual([]);
});
