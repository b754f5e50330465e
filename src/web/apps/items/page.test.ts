import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { changeItem } from '../../../apps/items/change.ts';
import { addApp, addItem, docOf, fieldNamed } from '../../../apps/testing.ts';
import { apps, users } from '../../../db/schema.ts';
import { addChannel, addGroup } from '../../../lines/testing.ts';
import { take, writeFrom } from '../../../records/testing.ts';
import { itemsOpen, saidBy, standsIn } from './testing.ts';

/** Anna sees and edits Orders; Boris sees Clients, to which they refer, as well; Vera sees neither. */
const open = async () => {
  const house = await itemsOpen();
  const { company, db } = house;
  const [both, sellers] = [
    await addGroup(db, 'Both', [company.boris]),
    await addGroup(db, 'Sellers', [company.anna, company.boris]),
  ];
  const clients = await addApp(db, 'Clients', [{ kind: 'text', name: 'Name' }], { edit: [both] });
  const orders = await addApp(
    db,
    'Orders',
    [
      { kind: 'text', name: 'What' },
      { kind: 'date-time', name: 'When' },
      { kind: 'reference', name: 'Client', options: { app: clients.id } },
      { kind: 'references', name: 'Others', options: { app: clients.id } },
    ],
    { edit: [sellers], create: [sellers] },
  );
  return { ...house, clients, orders, anna: house.as(company.anna), boris: house.as(company.boris) };
};

it('tells no title of an item whose app one does not see: not on the page, in its history, its forms, nor in the source', async () => {
  const house = await open();
  const { db, clients, orders, company } = house;
  const titlePattern = `Secret {f:${fieldNamed(clients, 'Name').id}}`;
  await db.write((tx) => tx.update(apps).set({ titlePattern }).where(eq(apps.id, clients.id)));
  const clara = await addItem(db, clients, { Name: 'Clara' });
  const zoe = await addItem(db, clients, { Name: 'Zoe' });
  const order = await addItem(db, orders, { What: 'Chair', Client: clara.id, Others: [zoe.id, clara.id] });
  const change = { base: 1, doc: docOf(orders, { What: 'Chair', Client: zoe.id }) };
  await db.write((tx) => changeItem(tx, orders, order.id, change, { actor: company.boris, at: Date.now() }));
  const field = fieldNamed(orders, 'Client').id;
  const paths = [
    `/items/${order.id}`,
    `/items/${order.id}/edit`,
    `/apps/${orders.id}/items/new?f.${field}=${clara.id}`,
    `/apps/${orders.id}/fields/${field}/options?q=Secret&f.${field}=${clara.id}`,
    `/apps/${orders.id}/fields/${field}/options?q=Clara&f.${field}=${clara.id}`,
  ];
  for (const path of paths) {
    const seen = await house.anna.get(path);
    expect(seen.status, path).toBe(200);
    expect(seen.html, path).not.toMatch(/Secret (Clara|Zoe)/);
    expect((await house.boris.get(path)).html, path).toMatch(/Secret (Clara|Zoe)/);
  }
  const posted = await house.anna.post(`/items/${order.id}`, {
    ...{ base: '1', [`f.${field}`]: clara.id, [`q.${field}`]: 'Clara', press: `find.${field}` },
  });
  expect(posted.status).toBe(200);
  expect(posted.html).not.toContain('Secret Clara');
  // And from the other side: a client's page does not tell Boris's orders to who does not see them.
  expect(saidBy((await house.boris.get(`/items/${zoe.id}`)).html)).toContain('Orders · Client');
  expect((await house.anna.get(`/items/${zoe.id}`)).status).toBe(404);
});

it('lets nobody refer to an item that they do not see; what stood there before stays', async () => {
  const { db, clients, orders, anna } = await open();
  const [clara, zoe] = [await addItem(db, clients, { Name: 'Clara' }), await addItem(db, clients, { Name: 'Zoe' })];
  const order = await addItem(db, orders, { What: 'Chair', Client: clara.id });
  const field = fieldNamed(orders, 'Client').id;
  const stands = standsIn((await anna.get(`/items/${order.id}/edit`)).html);
  const refused = await anna.post(`/items/${order.id}`, { ...stands, [`f.${field}`]: zoe.id });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain(`id="field-f.${field}-error"`);
  expect(
    (await anna.post(`/items/${order.id}`, { ...stands, [`f.${fieldNamed(orders, 'What').id}`]: 'Sofa' })).status,
  ).toBe(303);
});

it('groups what an item is tied to by app and field, and links to the list of all of them where there are many', async () => {
  const { db, clients, orders, boris } = await open();
  const clara = await addItem(db, clients, { Name: 'Clara' });
  for (let n = 1; n <= 21; n++) await addItem(db, orders, { What: `Chair ${n}`, Client: clara.id });
  const order = await addItem(db, orders, { What: 'Sofa', Others: [clara.id] });
  const page = await boris.get(`/items/${clara.id}`);
  const said = saidBy(page.html);
  expect(said).toMatch(/Orders · Client No\. 21 No\. 20 .* No\. 2 Show all 21 items Orders · Others No\. 22 /);
  const list = /href="(\/apps\/[^"]*)">Show all 21 items/.exec(page.html)?.[1]?.replaceAll('&amp;', '&');
  expect((await boris.get(list ?? '')).html).toContain(`/items/`);
  expect((await boris.get(list ?? '')).html).not.toContain(`/items/${order.id}`);
  expect(saidBy((await boris.get(`/items/${order.id}`)).html)).toMatch(/Related items Others No\. 1 /);
});

it('tells who changed what, from what to what, in the language and the zone of who reads', async () => {
  const { db, orders, company, as } = await open();
  const order = await addItem(
    db,
    orders,
    { What: 'Chair', When: Date.UTC(2026, 0, 1, 21, 30) },
    { actor: company.anna },
  );
  const doc = docOf(orders, { What: 'Sofa', When: Date.UTC(2026, 0, 1, 22, 30) });
  await db.write((tx) => changeItem(tx, orders, order.id, { base: 1, doc }, { actor: company.boris, at: 5 }));
  await db.write((tx) =>
    tx.update(users).set({ language: 'ru', timeZone: 'Europe/Moscow' }).where(eq(users.id, company.anna)),
  );
  const english = saidBy((await as(company.boris).get(`/items/${order.id}`)).html);
  expect(english).toMatch(/Boris · changed .* What Chair → Sofa When 1 Jan 2026, 21:30 UTC → 1 Jan 2026, 22:30 UTC/);
  expect(english).toMatch(/Anna · created/);
  const russian = saidBy((await as(company.anna).get(`/items/${order.id}`)).html);
  expect(russian).toMatch(/2 янв. 2026 г., 00:30 → 2 янв. 2026 г., 01:30/);
});

it('shows the last changes, and the earlier ones page by page', async () => {
  const { db, orders, company, anna } = await open();
  const order = await addItem(db, orders, { What: 'v1' }, { actor: company.anna, at: 1 });
  for (let version = 1; version < 45; version++) {
    const doc = docOf(orders, { What: `v${version + 1}` });
    await db.write((tx) =>
      changeItem(tx, orders, order.id, { base: version, doc }, { actor: company.anna, at: version }),
    );
  }
  const seen: string[] = [];
  let path: string | undefined = `/items/${order.id}`;
  let pages = 0;
  while (path !== undefined && pages < 10) {
    const { html } = await anna.get(path);
    seen.push(...[...html.matchAll(/<ins>(v\d+)<\/ins>/g)].map(([, value = '']) => value));
    path = /href="([^"]*)">Earlier changes/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    pages++;
  }
  expect(pages).toBe(3);
  expect(seen).toEqual(Array.from({ length: 44 }, (_, place) => `v${45 - place}`));
  for (const before of ['x', '1', '1.', '9999999999999999.a', "1.' or 1=1"])
    expect((await anna.get(`/items/${order.id}?before=${encodeURIComponent(before)}`)).status).toBe(200);
});

it('shows the conversations of the accounts that an item holds, to who sees them at the desk', async () => {
  const { db, company, as } = await itemsOpen();
  const channel = await addChannel(db, company.lines.customers);
  const zoe = await writeFrom(db, { channel, externalId: '1', name: 'Zoe Zeta' });
  await take(db, company.anna, zoe.session);
  const fields = [{ kind: 'account', name: 'Accounts' } as const];
  const app = await addApp(db, 'Clients', fields, { see: [company.groups.everyone] });
  const item = await addItem(db, app, { Accounts: [zoe.account] });
  const mine = await as(company.anna).get(`/items/${item.id}`);
  expect(mine.html).toContain(`href="/sessions/${zoe.session}"`);
  expect(saidBy(mine.html)).toContain('Customers');
  expect(mine.html).toContain(`href="/accounts/${zoe.account}"`);
  expect((await as(company.anna).get(`/accounts/${zoe.account}`)).status).toBe(200);
  const others = await as(company.pavel).get(`/items/${item.id}`);
  expect(others.status).toBe(200);
  expect(others.html).not.toContain(zoe.session);
  expect(others.html).not.toContain('/accounts/');
  expect(saidBy(others.html)).not.toContain('Customers');
});
