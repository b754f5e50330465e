import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from '../../config.ts';
import { testDb } from '../../db/testing.ts';
import { fileStore } from '../../files/disk.ts';
import type { StoredFile } from '../../files/store.ts';
import { createHub } from '../../live/hub.ts';
import { testSecrets } from '../../secrets/testing.ts';
import type { Anyone } from '../env.ts';
import { disposition } from './disposition.ts';
import { rangeOf } from './range.ts';
import { serveFile } from './serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'lines-serve-'));
afterAll(() => rmSync(folder, { recursive: true }));

const db = await testDb();
const files = fileStore(folder, 1_000_000);
const house = { config: readConfig({}), db, files, hub: createHub({ db }), secrets: testSecrets(), setupCode: '' };
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const receive = (content: string | Buffer, name: string): Promise<StoredFile> =>
  files.receive(Readable.from([Buffer.from(content)]), name);

const ask = async (file: StoredFile, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> => {
  const app = new Hono<Anyone>()
    .use(async (c, next) => {
      c.set('house', house);
      await next();
    })
    .get('/', (c) => serveFile(c, file));
  return await app.request('/', { method, headers });
};

test('a file comes whole, named, for saving, and can act for nobody', async () => {
  const answer = await ask(await receive('0123456789', 'Отчёт "май".txt'));
  expect(await answer.text()).toBe('0123456789');
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'content-length': '10',
    'content-disposition': `attachment; filename="_____ _____.txt"; filename*=UTF-8''%D0%9E%D1%82%D1%87%D1%91%D1%82%20%22%D0%BC%D0%B0%D0%B9%22.txt`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=31536000, immutable',
    'accept-ranges': 'bytes',
  });
});

test('an image is shown; a page that calls itself one is not, and is no page either', async () => {
  const image = await ask(await receive(png, 'dot.png'));
  expect(image.headers.get('content-type')).toBe('image/png');
  expect(image.headers.get('content-disposition')).toMatch(/^inline;/);
  const page = await ask(await receive('<script>alert(1)</script>', 'dot.png'));
  expect(page.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(page.headers.get('content-disposition')).toMatch(/^attachment;/);
});

test.each([
  ['bytes=2-4', '234', 'bytes 2-4/10'],
  ['bytes=7-', '789', 'bytes 7-9/10'],
  ['bytes=-3', '789', 'bytes 7-9/10'],
  ['bytes=-99', '0123456789', 'bytes 0-9/10'],
  ['bytes=8-99', '89', 'bytes 8-9/10'],
])('%s brings that part', async (range, part, contentRange) => {
  const answer = await ask(await receive('0123456789', 'x.txt'), { range });
  expect(answer.status).toBe(206);
  expect(await answer.text()).toBe(part);
  expect(answer.headers.get('content-range')).toBe(contentRange);
  expect(answer.headers.get('content-length')).toBe(String(part.length));
});

test.each(['bytes=10-', 'bytes=99-100', 'bytes=-0'])('%s lies outside', async (range) => {
  const answer = await ask(await receive('0123456789', 'x.txt'), { range });
  expect(answer.status).toBe(416);
  expect(answer.headers.get('content-range')).toBe('bytes */10');
});

test('a range that we do not understand brings the whole', () => {
  for (const range of ['bytes=1-2,4-5', 'lines=1-2', 'bytes=5-2', 'bytes=', 'bytes=-', undefined]) {
    expect(rangeOf(range, 10), range).toBeUndefined();
  }
});

test('a part of another file is not asked for: the whole comes', async () => {
  const file = await receive('0123456789', 'x.txt');
  expect((await ask(file, { range: 'bytes=2-4', 'if-range': '"another"' })).status).toBe(200);
  expect((await ask(file, { range: 'bytes=2-4', 'if-range': `"${file.id}"` })).status).toBe(206);
});

test('what the browser has does not come again; a question about it brings no content', async () => {
  const file = await receive('0123456789', 'x.txt');
  const again = await ask(file, { 'if-none-match': `"${file.id}"` });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const head = await ask(file, {}, 'HEAD');
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '10', '']);
});

test('a large file comes as it was', async () => {
  const content = Buffer.alloc(900_000, 'abcdefg');
  const file = await receive(content, 'large.bin');
  const came = Buffer.from(await (await ask(file)).arrayBuffer());
  expect(createHash('sha256').update(came).digest('hex')).toBe(file.hash);
});

test('a file whose bytes were lost is not there, and that is not remembered', async () => {
  const file = await receive('x', 'x.txt');
  await files.remove([file.id]);
  const answer = await ask(file);
  expect(answer.status).toBe(404);
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('no name breaks out of its header', () => {
  const header = disposition(`a"; filename="evil.exe\r\nX: y'()*%.txt`, false);
  expect(header).toMatch(/^attachment; filename="[^"\r\n]*"; filename\*=UTF-8''[\w%.~!-]*$/);
});
