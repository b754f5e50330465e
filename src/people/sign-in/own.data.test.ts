import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { signIns } from '../../db/schema.ts';
import { testDb } from '../../db/testing.ts';
import { addUser } from '../../lines/testing.ts';
import { endOwnSignIn, ownSignIns } from './own.ts';
import { createSignIns } from './sign-ins.ts';

const chrome = { device: 'Mozilla/5.0 Chrome/140.0', address: '10.0.0.7' };

const opened = async () => {
  const db = await testDb();
  const open = createSignIns(db, { secure: false });
  const [ada, bea] = [await addUser(db, 'Ada'), await addUser(db, 'Bea')];
  const start = (who: string, from = {}) => db.write((tx) => open.start(tx, who, from));
  const hashOf = async (cookie: string) => (await open.find(cookie))?.signIn ?? 'none';
  return { db, open, ada, bea, start, hashOf };
};

test('a sign-in knows where it was opened, and its list tells neither the secret nor the hash', async () => {
  const { db, ada, bea, start, hashOf } = await opened();
  const here = await start(ada, { ...chrome, device: `${chrome.device}${'x'.repeat(1000)}` });
  await start(ada);
  await start(bea, chrome);
  const hash = await hashOf(here);
  const list = await ownSignIns(db.read, ada, hash, Date.now());
  expect(list).toMatchObject([
    { here: true, address: '10.0.0.7' },
    { here: false, device: null, address: null },
  ]);
  expect(list[0]?.device).toHaveLength(300);
  expect(JSON.stringify(list)).not.toContain(hash);
  expect(hash).toHaveLength(64);
});

test('what ended by itself is not listed', async () => {
  const { db, ada, start, hashOf } = await opened();
  const here = await hashOf(await start(ada));
  expect(await ownSignIns(db.read, ada, here, Date.now() + 31 * 86_400_000)).toEqual([]);
});

test('one ends one’s own sign-ins alone, each once, and its pages hear of it', async () => {
  const { db, open, ada, bea, start, hashOf } = await opened();
  const [here, there, beas] = [await start(ada), await start(ada), await start(bea)];
  const listed = async (who: string, cookie: string) =>
    await ownSignIns(db.read, who, await hashOf(cookie), Date.now());
  const foreign = (await listed(bea, beas))[0]?.id ?? '';
  expect(await db.write((tx) => endOwnSignIn(tx, ada, foreign))).toBe(false);
  expect(await open.find(beas)).not.toBeNull();
  const id = (await listed(ada, here)).find((one) => !one.here)?.id ?? '';
  const hash = await hashOf(there);
  const ends = [1, 2].map(() => db.write((tx) => endOwnSignIn(tx, ada, id)));
  expect((await Promise.all(ends)).sort()).toEqual([false, true]);
  expect(await open.find(there)).toBeNull();
  expect(await open.find(here)).not.toBeNull();
  const facts = await db.facts.since(0, 100);
  expect(facts).toMatchObject([{ kind: 'sign-out', ids: { person: ada, signIn: hash } }]);
});

test('signing in over an open sign-in ends that one, whosever it was', async () => {
  const { db, open, ada, bea, start } = await opened();
  const first = await start(ada);
  const second = await start(bea, { cookies: first.split(';')[0] });
  expect(await open.find(first)).toBeNull();
  expect((await open.find(second))?.person.id).toBe(bea);
  expect(await db.read.$count(signIns)).toBe(1);
});

test('the last use is noted once it is an hour old, and not before', async () => {
  const { db, open, ada, start, hashOf } = await opened();
  const cookie = await start(ada);
  const hash = await hashOf(cookie);
  const seen = async () => (await db.read.select().from(signIns).where(eq(signIns.idHash, hash)))[0]?.seenAt ?? 0;
  const age = (ms: number) => db.write((tx) => tx.update(signIns).set({ seenAt: Date.now() - ms }));
  await age(3_000_000);
  const young = await seen();
  await open.find(cookie);
  // A unit of work of our own waits for whatever was asked for before it.
  await db.write(async () => {});
  expect(await seen()).toBe(young);
  await age(4_000_000);
  await open.find(cookie);
  await vi.waitFor(async () => expect(Date.now() - (await seen())).toBeLessThan(60_000));
});
