import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileStore, pathOf } from './disk.ts';
import { FileRefused } from './store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lines-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const stored = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

const bytesOf = async (content: Readable | undefined): Promise<string> =>
  content ? (await buffer(content)).toString() : 'none';

test('what comes in goes out again, whole or in part, under an id that is no part of its name', async () => {
  const store = fileStore(folder, 100);
  const file = await store.receive(Readable.from([Buffer.from('hello '), Buffer.from('world')]), '../greeting.txt');
  expect(file).toMatchObject({ name: 'greeting.txt', type: 'text/plain', size: 11 });
  expect(file.hash).toBe(createHash('sha256').update('hello world').digest('hex'));
  expect(await bytesOf(await store.open(file.id))).toBe('hello world');
  expect(await bytesOf(await store.open(file.id, { start: 6, end: 8 }))).toBe('wor');
  expect(stored()).toEqual([file.id]);
  await store.remove([file.id]);
  expect(stored()).toEqual([]);
  expect(await store.open(file.id)).toBeUndefined();
});

test.each([
  ['an image', png, 'image/png'],
  ['a page that calls itself one', Buffer.from('<!doctype html><script>alert(1)</script>'), 'text/plain'],
  ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'text/plain'],
  ['text in Cyrillic', Buffer.from('Привет, мир'), 'text/plain'],
  ['text in another encoding', Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]), 'application/octet-stream'],
  ['bytes', Buffer.from([0, 1, 2, 3, 255]), 'application/octet-stream'],
])('%s is known by its content, whatever its name says', async (_what, content, type) => {
  const file = await fileStore(folder, 1000).receive(Readable.from([content]), 'picture.png');
  expect(file.type).toBe(type);
});

test('a character that the sample cuts in two does not turn text into bytes', async () => {
  const file = await fileStore(folder, 100_000).receive(
    Readable.from([Buffer.from(`x${'я'.repeat(20_000)}`)]),
    'long.txt',
  );
  expect(file.type).toBe('text/plain');
});

test.each([
  ['nothing', [], 'empty'],
  ['one byte too many', [Buffer.alloc(60), Buffer.alloc(41)], 'too-large'],
])('%s is refused, and nothing of it stays', async (_what, chunks, problem) => {
  const refused = fileStore(folder, 100).receive(Readable.from(chunks), 'x');
  await expect(refused).rejects.toThrow(FileRefused);
  await expect(refused).rejects.toMatchObject({ problem });
  expect(stored()).toEqual([]);
});

test('exactly the limit is taken', async () => {
  expect((await fileStore(folder, 100).receive(Readable.from([Buffer.alloc(100)]), 'x')).size).toBe(100);
});

test('nothing stays of a stream that breaks off', async () => {
  async function* breaking() {
    yield Buffer.from('the first half');
    throw new Error('gone');
  }
  await expect(fileStore(folder, 100).receive(breaking(), 'x')).rejects.toThrow('gone');
  expect(stored()).toEqual([]);
});

test('what a crash left half-written goes at the next start; what was stored stays', async () => {
  const file = await fileStore(folder, 100).receive(Readable.from([Buffer.from('x')]), 'x');
  writeFileSync(join(folder, 'arriving', 'half'), 'ha');
  fileStore(folder, 100);
  expect(stored()).toEqual([file.id]);
});

test('an id that is none reaches no disk', async () => {
  const store = fileStore(folder, 100);
  expect(() => pathOf(folder, '../../etc/passwd')).toThrow();
  await expect((async () => store.open('../../../../etc/passwd'))()).rejects.toThrow('Not the id of a file');
});

test('files are written for their owner alone', async () => {
  const file = await fileStore(folder, 100).receive(Readable.from([Buffer.from('x')]), 'x');
  expect(statSync(pathOf(folder, file.id)).mode & 0o077).toBe(0);
});
