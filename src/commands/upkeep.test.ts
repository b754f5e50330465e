import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { addApp, addItem } from '../apps/testing.ts';
import { planRekey, planRetitle } from '../apps/upkeep/plan.ts';
import type { Db } from '../db/doors.ts';
import { apps, fields, items, upkeep } from '../db/schema.ts';
import { testDb } from '../db/testing.ts';
import { startUpkeep } from './upkeep.ts';

const left = async (db: Db): Promise<string[]> =>
  (await db.read.select({ task: upkeep.task }).from(upkeep)).map(({ task }) => (task as { kind: string }).kind);

const stage = async () => {
  const db = await testDb();
  const app = await addApp(db, 'Things', [{ kind: 'text', name: 'Name' }]);
  await addItem(db, app, { Name: 'Anna' });
  const plan = async (titlePattern: string) =>
    db.write(async (tx) => {
      await tx.update(apps).set({ titlePattern }).where(eq(apps.id, app.id));
      await planRetitle(tx, app.id);
      await tx.recordAll({ kind: 'app', ids: { app: app.id } }, []);
    });
  const titles = async () => (await db.read.select({ title: items.title }).from(items)).map(({ title }) => title);
  return { db, plan, titles };
};

test('what is left from before is done at the start, what is planned later promptly, and nothing after the stop', async () => {
  const { db, plan, titles } = await stage();
  await plan('{number} before');
  const stop = startUpkeep(db);
  await vi.waitFor(async () => expect(await titles()).toEqual(['1 before']), 5_000);
  await plan('{number} later');
  await vi.waitFor(async () => expect(await titles()).toEqual(['1 later']), 5_000);
  await vi.waitFor(async () => expect(await left(db)).toEqual(['people']), 5_000);
  await stop();
  await plan('{number} never');
  await new Promise((resolve) => setImmediate(resolve));
  expect(await titles()).toEqual(['1 later']);
});

test('what fails is logged and hinders nothing else', async () => {
  const { db, plan, titles } = await stage();
  const said: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  const broken = await addApp(db, 'Broken', [{ kind: 'text', name: 'Name' }]);
  await addItem(db, broken, { Name: 'Boris' });
  const field = broken.fields[0]?.id ?? '';
  await db.write((tx) => planRekey(tx, field));
  // As if its field had been stored by a version that knows other types.
  await db.write((tx) => tx.update(fields).set({ kind: 'choice', options: {} }).where(eq(fields.id, field)));
  await plan('{number} all the same');
  const stop = startUpkeep(db);
  await vi.waitFor(() => expect(said.join()).toContain('upkeep failed'), 5_000);
  await plan('{number} all the same');
  await vi.waitFor(async () => expect((await titles())[0]).toEqual('1 all the same'), 5_000);
  await stop();
  expect(await left(db)).toContain('rekey');
});
