import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { addApp, addItem } from '../apps/testing.ts';
import { itemImports, lines, users } from '../db/schema.ts';
import { testDb } from '../db/testing.ts';
import { addLine, addUser } from '../lines/testing.ts';
import { fileStore, pathOf } from './disk.ts';
import { allFiles, keepFiles } from './rows.ts';
import { sweepFiles } from './sweep.ts';

const folder = mkdtempSync(join(tmpdir(), 'lines-sweep-'));
afterAll(() => rmSync(folder, { recursive: true }));

const yesterday = Date.now() - 2 * 86_400_000;
const before = Date.now() - 86_400_000;

test('files of items and of imports stay', async () => {
  const db = await testDb();
  const store = fileStore(folder, 100);
  const receive = () => store.receive(Readable.from([Buffer.from('x')]), 'x.txt');
  const [paper, brought, nobodys] = [await receive(), await receive(), await receive()];
  const ada = await addUser(db, 'Ada');
  const app = await addApp(db, 'Things', [{ kind: 'files', name: 'Papers' }]);
  await addItem(db, app, { Papers: [paper.id] }, { files: [paper] });
  await db.write(async (tx) => {
    await keepFiles(tx, [brought, nobodys], 0);
    await tx.insert(itemImports).values({
      ...{ id: 'one', appId: app.id, actorId: ada, state: 'mapping', name: 'x.csv', fileId: brought.id },
      ...{ plan: {}, progress: {}, createdAt: 0, updatedAt: 0 },
    });
  });
  await sweepFiles(db, store, before);
  const left = (await Array.fromAsync(allFiles(db.read))).flat().map(({ id }) => id);
  expect(left.toSorted()).toEqual([paper.id, brought.id].toSorted());
});

test('only what is old and nobody refers to goes: first its row, and a day later its bytes', async () => {
  const db = await testDb();
  const store = fileStore(folder, 100);
  const receive = () => store.receive(Readable.from([Buffer.from('x')]), 'x.txt');
  const [orphan, fresh, unused, avatar] = [await receive(), await receive(), await receive(), await receive()];
  const face = await receive();
  await db.write((tx) => keepFiles(tx, [unused, avatar, face], yesterday));
  const line = await addLine(db, 'Sales');
  await db.write((tx) => tx.update(lines).set({ avatarFileId: avatar.id }));
  const ada = await addUser(db, 'Ada');
  await db.write((tx) => tx.update(users).set({ avatarFileId: face.id }).where(eq(users.id, ada)));
  const age = (id: string) => utimesSync(pathOf(folder, id), yesterday / 1000, yesterday / 1000);
  for (const { id } of [orphan, unused, avatar, face]) age(id);
  const there = async () => {
    const opened = await Promise.all([orphan, fresh, unused, avatar, face].map(async ({ id }) => await store.open(id)));
    for (const content of opened) content?.destroy();
    return opened.map((content) => content !== undefined);
  };

  expect(line).toBeDefined();
  expect(await sweepFiles(db, store, before)).toBe(1);
  expect(await there()).toEqual([false, true, true, true, true]);
  expect((await Array.fromAsync(allFiles(db.read))).flat().map(({ id }) => id)).toEqual([avatar.id, face.id]);

  age(unused.id);
  expect(await sweepFiles(db, store, before)).toBe(1);
  expect(await there()).toEqual([false, true, false, true, true]);
});
