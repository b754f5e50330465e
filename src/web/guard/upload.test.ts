import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../../config.ts';
import { testDb } from '../../db/testing.ts';
import { fileStore } from '../../files/disk.ts';
import { createHub } from '../../live/hub.ts';
import { testSecrets } from '../../secrets/testing.ts';
import type { Anyone } from '../env.ts';
import { type Form, upload } from './upload.ts';

type Seen = Pick<Form, 'fields' | 'files' | 'problems'> & { photos: Form['files'] };

const folder = mkdtempSync(join(tmpdir(), 'lines-upload-'));
const limit = 10_000;
let server: Server;
let address: string;
let port: number;
let handled: number;
/** Resolves when the server is done with a request, answered or not. */
let over: PromiseWithResolvers<void>;

beforeAll(async () => {
  const db = await testDb();
  const hub = createHub({ db });
  const house = {
    config: readConfig({}),
    db,
    hub,
    secrets: testSecrets(),
    files: fileStore(folder, limit),
    setupCode: '',
  };
  const app = new Hono<Anyone>()
    .use(async (c, next) => {
      c.set('house', house);
      await next();
      over.resolve();
    })
    .post('/', upload('files', 'photo'), (c) => {
      handled++;
      const { form } = c.var;
      if (c.req.query('keep') === 'yes') form.keep();
      const photos = form.filesOf('photo');
      return c.json({ fields: form.fields, files: form.files, problems: form.problems, photos });
    });
  server = createServer(getRequestListener(app.fetch)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
  address = `http://127.0.0.1:${port}/`;
});
beforeEach(() => {
  handled = 0;
  over = Promise.withResolvers();
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

const stored = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

const send = async (form: FormData | URLSearchParams, query = ''): Promise<Seen> => {
  const answer = await fetch(address + query, { method: 'POST', body: form });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Seen;
};

const formWith = (...entries: readonly (readonly [string, string | File])[]): FormData => {
  const form = new FormData();
  for (const [name, value] of entries) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value);
  }
  return form;
};

const textFile = (name: string, content = 'hello') => new File([content], name);

test('fields and files arrive, in any order; what is kept stays', async () => {
  const seen = await send(
    formWith(
      ['text', 'Привет'],
      ['files', textFile('один.txt')],
      ['group', 'a'],
      ['files', textFile('b.txt', 'x')],
      ['group', 'b'],
      ['photo', textFile('face.png')],
    ),
    '?keep=yes',
  );
  expect(seen.fields).toEqual({ text: 'Привет', group: ['a', 'b'] });
  expect(seen.files.map(({ name, size }) => ({ name, size }))).toEqual([
    { name: 'один.txt', size: 5 },
    { name: 'b.txt', size: 1 },
    { name: 'face.png', size: 5 },
  ]);
  expect(seen.photos.map(({ name }) => name)).toEqual(['face.png']);
  expect(stored().sort()).toEqual(seen.files.map(({ id }) => id).sort());
  for (const id of stored()) rmSync(join(folder, id.slice(-2), id));
});

test('what the handler does not keep is gone after it', async () => {
  const seen = await send(formWith(['files', textFile('a.txt')]));
  expect(seen.files).toHaveLength(1);
  expect(stored()).toEqual([]);
});

test('an urlencoded form is read the same way, and a field may be called anything', async () => {
  const seen = await send(
    new URLSearchParams([
      ['a', '1'],
      ['a', '2'],
      ['__proto__', 'x'],
      ['b', 'ё&='],
    ]),
  );
  expect(Object.entries(seen.fields)).toEqual(
    expect.arrayContaining([
      ['a', ['1', '2']],
      ['b', 'ё&='],
    ]),
  );
  expect(Object.getOwnPropertyDescriptor(seen.fields, '__proto__')?.value).toBe('x');
});

test('a field in which nothing was chosen is no file', async () => {
  expect(await send(formWith(['files', new File([], '')], ['text', 'x']))).toEqual({
    fields: { text: 'x' },
    files: [],
    problems: [],
    photos: [],
  });
});

test('each refused file is named with its reason, and the fields behind it still count', async () => {
  const long = `${'🙂'.repeat(300)}.png`;
  const seen = await send(
    formWith(
      ['files', textFile('large.bin', 'x'.repeat(limit + 1))],
      ['files', textFile('../empty.txt', '')],
      ['files', textFile(long)],
      ['text', 'still here'],
    ),
  );
  expect(seen.problems.map(({ field, name, problem }) => [field, name, problem])).toEqual([
    ['files', 'large.bin', 'too-large'],
    ['files', 'empty.txt', 'empty'],
  ]);
  expect(seen.fields).toEqual({ text: 'still here' });
  expect(seen.files.map(({ name }) => name)).toEqual([`${'🙂'.repeat(49)}.png`]);
  expect(stored()).toEqual([]);
});

test('the eleventh file is one too many, said once', async () => {
  const files = Array.from({ length: 13 }, (_, i) => ['files', textFile(`${i}.txt`)] as const);
  const seen = await send(formWith(...files, ['text', 'x']));
  expect(seen.files).toHaveLength(10);
  expect(seen.problems).toEqual([{ field: 'files', name: '10.txt', problem: 'too-many', limit: 10 }]);
  expect(seen.fields).toEqual({ text: 'x' });
});

test('files without a name count as well', async () => {
  const parts = Array.from(
    { length: 12 },
    (_, i) => `--b\r\nContent-Disposition: form-data; name="files"; filename=""\r\n\r\n${i}\r\n`,
  );
  const headers = { 'content-type': 'multipart/form-data; boundary=b' };
  const answer = await fetch(address, { method: 'POST', headers, body: `${parts.join('')}--b--` });
  const seen = (await answer.json()) as Seen;
  expect(seen.files).toHaveLength(10);
  expect(seen.problems).toEqual([{ field: 'files', name: 'file', problem: 'too-many', limit: 10 }]);
});

test('a file in a field that takes none is thrown away unread', async () => {
  expect(await send(formWith(['text', 'x'], ['other', textFile('a.txt')]))).toEqual({
    fields: { text: 'x' },
    files: [],
    problems: [],
    photos: [],
  });
});

test('a field that is far too long for any schema comes uncut, so that nothing typed is lost', async () => {
  const text = '🙂'.repeat(50_000);
  expect((await send(formWith(['text', text]))).fields).toEqual({ text });
});

test('all fields together are no more than a megabyte', async () => {
  const half = 'x'.repeat(600_000);
  const answer = await fetch(address, { method: 'POST', body: formWith(['text', half], ['more', half]) });
  expect(answer.status).toBe(413);
  expect(handled).toBe(0);
});

test.each([
  ['no form', 'application/json', '{}', 400],
  ['no boundary', 'multipart/form-data', 'x', 400],
  [
    'no end',
    'multipart/form-data; boundary=b',
    '--b\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\nhalf',
    400,
  ],
  ['nothing at all', 'multipart/form-data; boundary=b', '', 400],
  ['more than any form has', 'application/x-www-form-urlencoded', `a=${'x'.repeat(1_100_000)}`, 413],
  [
    'more files than all limits together',
    'multipart/form-data; boundary=b',
    `--b\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\n${'x'.repeat(10 * limit + 1_100_000)}\r\n--b--`,
    413,
  ],
])('%s: the handler is not asked, and nothing stays', async (_what, type, body, status) => {
  const answer = await fetch(address, { method: 'POST', headers: { 'content-type': type }, body });
  expect(answer.status).toBe(status);
  expect(handled).toBe(0);
  expect(stored()).toEqual([]);
});

test('an upload that is broken off leaves nothing, and the handler is not asked', async () => {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000\r\n\r\n',
  );
  socket.write('--b\r\nContent-Disposition: form-data; name="files"; filename="whole"\r\n\r\nwhole\r\n');
  socket.write(`--b\r\nContent-Disposition: form-data; name="files"; filename="half"\r\n\r\n${'x'.repeat(2000)}`);
  await expect.poll(stored).toHaveLength(2);
  socket.destroy();
  await over.promise;
  expect(stored()).toEqual([]);
  expect(handled).toBe(0);
});
