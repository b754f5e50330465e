import { expect, test } from 'vitest';
import { accounts } from '../db/schema.ts';
import { testDb } from '../db/testing.ts';
import { newId } from '../id.ts';
import { archiveLine } from '../lines/line.ts';
import { addChannel, makeCompany } from '../lines/testing.ts';
import { receiveFromAccount } from './outside.ts';
import { sessionFor } from './row.ts';

const hello = () => ({ id: newId(), text: 'Hello', files: [] });

const stage = async () => {
  const db = await testDb();
  const company = await makeCompany(db);
  const channelId = await addChannel(db, company.lines.customers);
  const zoe = { channelId, externalId: '77', name: 'Zoe', phone: '+7 900 000-00-01' };
  return { db, company, zoe };
};

test('a client from outside has one account and one conversation a channel, known by what the channel calls them', async () => {
  const { db, company, zoe } = await stage();
  const first = await db.write((tx) => receiveFromAccount(tx, zoe, hello(), 1));
  const second = await db.write((tx) =>
    receiveFromAccount(tx, { ...zoe, name: 'Zoe Bell', email: 'z@x.test' }, hello(), 2),
  );
  const other = await db.write((tx) => receiveFromAccount(tx, { ...zoe, externalId: '78' }, hello(), 3));
  if ('refused' in first || 'refused' in second || 'refused' in other) throw new Error('refused');
  expect(second).toMatchObject({ sessionId: first.sessionId, conversationId: first.conversationId, seq: 2 });
  expect(other.conversationId).not.toBe(first.conversationId);
  const row = await sessionFor(db.read, company.anna, first.sessionId);
  expect(row).toMatchObject({ client: { userId: null, name: 'Zoe Bell', channel: 'test' }, counts: { client: 2 } });
  expect(row?.last.author).toBeNull();
  expect(await db.read.select().from(accounts)).toHaveLength(2);
  expect(await sessionFor(db.read, company.pavel, first.sessionId)).toBeUndefined();
});

test('a message that is sent twice is one message, and its id with other content or from somebody else is refused', async () => {
  const { db, zoe } = await stage();
  const message = hello();
  const first = await db.write((tx) => receiveFromAccount(tx, zoe, message, 1));
  expect(await db.write((tx) => receiveFromAccount(tx, zoe, message, 2))).toEqual({ ...first, again: true });
  for (const [who, sent] of [
    [zoe, { ...message, text: 'Other' }],
    [{ ...zoe, externalId: '78' }, message],
  ] as const)
    expect(await db.write((tx) => receiveFromAccount(tx, who, sent, 3))).toEqual({ refused: 'conflict' });
});

test('nothing comes in through a channel that is not there, empty, or on a line that is archived', async () => {
  const { db, company, zoe } = await stage();
  const nowhere = { ...zoe, channelId: newId() };
  expect(await db.write((tx) => receiveFromAccount(tx, nowhere, hello(), 1))).toEqual({ refused: 'missing' });
  const empty = { ...hello(), text: '' };
  expect(await db.write((tx) => receiveFromAccount(tx, zoe, empty, 1))).toEqual({ refused: 'empty' });
  await db.write((tx) => archiveLine(tx, company.lines.customers, { actor: company.admin, at: 1 }));
  expect(await db.write((tx) => receiveFromAccount(tx, zoe, hello(), 2))).toEqual({ refused: 'archived' });
  expect(await db.read.select().from(accounts)).toEqual([]);
});
