import { expect, it } from 'vitest';
import { addApp, addItem, fieldNamed } from '../../../apps/testing.ts';
import { newId } from '../../../id.ts';
import { addChannel, addUser } from '../../../lines/testing.ts';
import { take, writeFrom } from '../../../records/testing.ts';
import { itemsOpen, saidBy, standsIn } from './testing.ts';

/** Operators create orders of clients, whom they see; Anna has the session of Zoe, who wrote from outside. */
const open = async () => {
  const house = await itemsOpen();
  const { db, company } = house;
  const may = { create: [company.groups.operators], see: [company.groups.supervisors] };
  const clients = await addApp(db, 'Clients', [{ kind: 'text', name: 'Name' }], may);
  const orders = await addApp(
    db,
    'Orders',
    [
      { kind: 'text', name: 'What' },
      { kind: 'reference', name: 'Client', options: { app: clients.id } },
      { kind: 'user', name: 'Who' },
      { kind: 'account', name: 'Accounts' },
    ],
    may,
  );
  const channel = await addChannel(db, company.lines.customers);
  const zoe = await writeFrom(db, { channel, externalId: '1', name: 'Zoe Zeta', phone: '+79001234567' });
  await take(db, company.anna, zoe.session);
  const id = (name: string) => fieldNamed(orders, name).id;
  const ask = (who: string, name: string, query: string) =>
    house.as(who).get(`/apps/${orders.id}/fields/${id(name)}/options?${query}`);
  return { ...house, clients, orders, zoe, id, ask };
};

it('offers people by name who are there, items by words and number, and accounts that one sees', async () => {
  const { db, company, clients, ask, zoe } = await open();
  const clara = await addItem(db, clients, { Name: 'Clara Zeta' });
  await addItem(db, clients, { Name: 'Otto' });
  const gone = await addUser(db, 'Anna Gone', { active: false });
  const people = (await ask(company.anna, 'Who', 'q=ann')).html;
  expect(people).toContain(`value="${company.anna}"`);
  expect(people).not.toContain(gone);
  expect(people).not.toContain('<html');
  for (const q of ['zet', '1']) expect((await ask(company.anna, 'Client', `q=${q}`)).html).toContain(clara.id);
  expect((await ask(company.anna, 'Client', 'q=nobody')).html).toContain('Nothing was found');
  expect((await ask(company.anna, 'Accounts', 'q=zoe')).html).toContain(zoe.account);
  expect((await ask(company.anna, 'Accounts', 'q=%2B7+900+123-45-67')).html).toContain(zoe.account);
  // Boris operates the line, and Anna has the session: he does not see the client, and neither the account.
  expect((await ask(company.boris, 'Accounts', 'q=zoe')).html).not.toContain(zoe.account);
});

it('says that there are more than it shows', async () => {
  const { db, company, clients, ask } = await open();
  for (let n = 0; n < 21; n++) await addItem(db, clients, { Name: `Clara ${n}` });
  const { html } = await ask(company.anna, 'Client', 'q=clara');
  expect(html.match(/type="radio"[^>]*value="[\w-]{36}"/g)).toHaveLength(20);
  expect(html).toContain('There are more');
});

it('is there only for fields that are picked from, of apps that one sees', async () => {
  const { company, ask, orders, as, clients, id } = await open();
  expect((await ask(company.anna, 'What', 'q=a')).status).toBe(404);
  expect((await ask(company.pavel, 'Who', 'q=a')).status).toBe(404);
  expect((await as(company.anna).get(`/apps/${clients.id}/fields/${id('Who')}/options?q=a`)).status).toBe(404);
  expect((await as(company.anna).get(`/apps/${orders.id}/fields/x/options`)).status).toBe(404);
  for (const query of ['', 'q=', `q=${'x'.repeat(5000)}`, 'q=%00', 'q=%25&q=_', `f.${id('Who')}=x&f.${id('Who')}=y`])
    expect((await ask(company.anna, 'Who', query)).status, query).toBe(200);
});

it('finds without scripts, keeps all that was typed, and saves what was chosen then', async () => {
  const { db, company, clients, orders, as, id, zoe } = await open();
  const clara = await addItem(db, clients, { Name: 'Clara' });
  const anna = as(company.anna);
  const sent = {
    id: newId(),
    [`f.${id('What')}`]: 'Chair',
    [`q.${id('Client')}`]: 'clar',
    press: `find.${id('Client')}`,
  };
  const found = await anna.post(`/apps/${orders.id}/items`, sent);
  expect(found.status).toBe(200);
  expect(found.html).toContain(`value="${clara.id}"`);
  const stands = standsIn(found.html);
  expect(stands[`f.${id('What')}`]).toEqual(['Chair']);
  // Chosen, and another picker is asked: the choice stays. Enter asks as long as something new stands in a search.
  const next = { ...stands, [`f.${id('Client')}`]: clara.id, [`q.${id('Accounts')}`]: 'zoe', press: 'enter' };
  const more = await anna.post(`/apps/${orders.id}/items`, next);
  expect(more.status).toBe(200);
  expect(standsIn(more.html)[`f.${id('Client')}`]).toEqual([clara.id]);
  const last = { ...standsIn(more.html), [`f.${id('Accounts')}`]: zoe.account, press: 'enter' };
  const saved = await anna.post(`/apps/${orders.id}/items`, last);
  expect(saved.status).toBe(303);
  expect(saidBy((await anna.get(saved.location ?? '')).html)).toContain('Zoe Zeta');
});

it('puts no account into an item that its writer does not see, and tells no name for a known id', async () => {
  const { company, orders, as, id, zoe } = await open();
  const boris = as(company.boris);
  const sent = { id: newId(), [`f.${id('Accounts')}`]: zoe.account };
  const refused = await boris.post(`/apps/${orders.id}/items`, sent);
  expect(refused.status).toBe(422);
  expect(refused.html).not.toContain('Zoe');
  const asked = `/apps/${orders.id}/fields/${id('Accounts')}/options?q=x&f.${id('Accounts')}=${zoe.account}`;
  expect((await boris.get(asked)).html).not.toContain('Zoe');
  // Once Anna has put it into an item that Boris sees, he sees whose it is.
  await as(company.anna).post(`/apps/${orders.id}/items`, { ...sent, id: newId() });
  expect((await boris.get(asked)).html).toContain('Zoe');
});
