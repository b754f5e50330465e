import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { Anyone } from '../env.ts';
import { compressed } from './compress.ts';
import { encodingFor } from './encoding.ts';

const small = '<p>Hello</p>';
const middle = '<p>Привет, мир</p>'.repeat(100);
const large = '<li class="row">A row of a list</li>'.repeat(1500);

const app = new Hono<Anyone>()
  .use(compressed)
  .get('/small', (c) => c.html(small))
  .get('/middle', (c) => c.html(middle, 422))
  .get('/large', (c) => {
    c.header('Set-Cookie', 'a=1');
    c.header('Set-Cookie', 'b=2', { append: true });
    return c.html(large);
  })
  .get('/stream', (c) => c.body(large, 200, { 'Content-Type': 'text/event-stream' }))
  .get('/away', (c) => c.redirect('/small', 303));

const ask = async (path: string, headers: Record<string, string> = {}) => await app.request(path, { headers });
const bytesOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());

test('pages come packed as the browser can unpack them, with all that went along', async () => {
  const br = await ask('/large', { 'accept-encoding': 'gzip, deflate, br' });
  expect(br.headers.get('content-encoding')).toBe('br');
  expect(br.headers.get('vary')).toBe('Accept-Encoding');
  expect(br.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(brotliDecompressSync(await bytesOf(br)).toString()).toBe(large);
  const gz = await ask('/middle', { 'accept-encoding': 'gzip' });
  expect([gz.status, gz.headers.get('content-encoding')]).toEqual([422, 'gzip']);
  expect(gunzipSync(await bytesOf(gz)).toString()).toBe(middle);
});

test('a few words, a stream, a redirect and old browsers get the plain thing', async () => {
  const accepts = { 'accept-encoding': 'br' };
  for (const answer of [await ask('/small', accepts), await ask('/stream', accepts), await ask('/large')]) {
    expect(answer.headers.get('content-encoding')).toBeNull();
  }
  expect(await (await ask('/small', accepts)).text()).toBe(small);
  expect((await ask('/away', accepts)).headers.get('location')).toBe('/small');
});

test('what another site made the browser ask for shows no length that tells anything', async () => {
  for (const site of ['cross-site', 'same-site']) {
    const answer = await ask('/large', { 'accept-encoding': 'br', 'sec-fetch-site': site });
    expect(answer.headers.get('content-encoding'), site).toBeNull();
  }
  for (const site of ['same-origin', 'none']) {
    const answer = await ask('/large', { 'accept-encoding': 'br', 'sec-fetch-site': site });
    expect(answer.headers.get('content-encoding'), site).toBe('br');
  }
});

test.each([
  ['br;q=1.0, gzip', 'br'],
  ['GZIP;q=0.5', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br; q=0.0', undefined],
  ['identity', undefined],
  ['', undefined],
  [undefined, undefined],
])('Accept-Encoding %j takes %s', (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding);
});
