import { expect, test, vi } from 'vitest';
import { newId } from '../../id.ts';
import { addChannel, makeCompany } from '../../lines/testing.ts';
import { listBox } from '../../sessions/list.ts';
import { openHouse } from '../testing.ts';

vi.mock('../assets.ts', async (original) => ({
  ...(await original<object>()),
  asset: (name: string) => `/assets/${name}`,
  hasAsset: () => false,
}));

const open = async (testChannel: boolean) => {
  const { db, browser } = await openHouse({}, { testChannel });
  const company = await makeCompany(db);
  const channel = await addChannel(db, company.lines.customers);
  return { db, company, channel, ...browser() };
};

test('only a house that says so has it', async () => {
  const { get, post } = await open(false);
  expect((await get('/test-channel')).status).toBe(404);
  expect((await post('/test-channel', {})).status).toBe(404);
});

test('somebody new writes, goes on writing, and what is refused keeps what was typed', async () => {
  const { db, company, channel, get, post } = await open(true);
  const typed = { id: newId(), client: newId(), channel, name: 'Zoe <b>', phone: '', email: '', text: 'Hello' };
  const nameless = await post('/test-channel', { ...typed, name: ' ' });
  expect([nameless.status, nameless.html]).toEqual([422, expect.stringContaining('Hello')]);
  expect((await post('/test-channel', { ...typed, channel: newId() })).status).toBe(404);

  const begun = await post('/test-channel', typed);
  const address = begun.location ?? '';
  expect([begun.status, (await post('/test-channel', typed)).location]).toEqual([303, address]);
  expect((await post('/test-channel', { ...typed, text: 'Other' })).status).toBe(409);
  expect((await post(address, { id: newId(), text: 'And more' })).status).toBe(303);
  const empty = await post(address, { id: newId(), text: '  ' });
  expect(empty.status).toBe(422);
  const long = await post(address, { id: newId(), text: 'x'.repeat(10_001) });
  expect([long.status, long.html]).toEqual([422, expect.stringContaining('xxxxxxxxxx')]);
  const { html } = await get(address);
  expect(html).toContain('And more');
  expect(html).not.toContain('<b>');
  expect((await get('/test-channel/none')).status).toBe(404);
  const waiting = await listBox(db.read, company.anna, company.lines.customers, 'unassigned');
  expect(waiting?.rows.map(({ client, counts }) => [client.name, counts.client])).toEqual([['Zoe <b>', 2]]);
});
