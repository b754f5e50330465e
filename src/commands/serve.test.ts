import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { newFolder, runToEnd, serve } from './testing.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

test('it serves, says where and with which code to set it up, and ends with 0 when told to', async () => {
  const running = await serve({ DATA_DIR: join(newFolder(), 'new', 'data') });
  await running.says(/code: [A-Z2-9]{5}-[A-Z2-9]{5}/);
  const answer = await fetch(`${running.address}/healthz`);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ status: 'ok', version });
  running.process.kill('SIGTERM');
  expect((await running.ended).code).toBe(0);
});

test('it serves and ends as well when nobody reads what it prints', async () => {
  const running = await serve({ DATA_DIR: newFolder() });
  for (const stream of [running.process.stdout, running.process.stderr]) stream?.destroy();
  expect((await fetch(`${running.address}/healthz`)).status).toBe(200);
  const exit = once(running.process, 'exit');
  running.process.kill('SIGTERM');
  expect(await exit).toEqual([0, null]);
});

test('told to end, it still answers what had begun, and takes nothing new', async () => {
  const running = await serve({ DATA_DIR: newFolder() });
  const socket = connect(Number(running.port), 'localhost');
  await once(socket, 'connect');
  const head = 'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 10\r\nExpect: 100-continue\r\n';
  socket.write(`POST /setup HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\n${head}\r\n`);
  // From here on the server has the request, and waits for its form.
  expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1.1 100/);
  running.process.kill('SIGTERM');
  await expect.poll(() => fetch(`${running.address}/healthz`).catch(() => 'refused')).toBe('refused');
  socket.write('company=ab');
  expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1.1 4\d\d/);
  expect((await running.ended).code).toBe(0);
});

test('neither an idle connection nor an open stream holds it; the stream ends, and its browser resumes elsewhere', async () => {
  const running = await serve({ DATA_DIR: newFolder() });
  const idle = connect(Number(running.port), 'localhost');
  await once(idle, 'connect');
  const body = new URLSearchParams({
    company: 'Test',
    name: 'Ada',
    email: 'ada@example.com',
    password: 'correct horse',
  });
  const headers = { origin: running.address };
  const setUp = await fetch(`${running.address}/setup`, { method: 'POST', body, headers, redirect: 'manual' });
  expect(setUp.status).toBe(303);
  const cookie = setUp.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const stream = await fetch(`${running.address}/live?after=0`, { headers: { cookie, accept: 'text/event-stream' } });
  expect(stream.headers.get('content-type')).toMatch(/^text\/event-stream/);
  running.process.kill('SIGINT');
  expect(await stream.text()).toContain('event: bye');
  expect((await running.ended).code).toBe(0);
  idle.destroy();
});

test('a port that is taken is named', async () => {
  const running = await serve({ DATA_DIR: newFolder() });
  const second = await runToEnd(['serve'], { PORT: running.port, DATA_DIR: newFolder() });
  expect(second.code).toBe(75);
  expect(second.err).toContain(`PORT ${running.port} is taken`);
});

test('a second server of the same folder is refused; after a crash the next one gets it', async () => {
  const folder = newFolder();
  const first = await serve({ DATA_DIR: folder });
  const second = await runToEnd(['serve'], { PORT: '0', DATA_DIR: folder });
  expect(second.code).toBe(75);
  expect(second.err).toContain(`Another process is serving the data folder ${folder}`);
  first.process.kill('SIGKILL');
  await first.ended;
  const third = await serve({ DATA_DIR: folder });
  expect((await fetch(`${third.address}/healthz`)).status).toBe(200);
});

test.each([
  ['below a file', (folder: string) => join(folder, 'file', 'data')],
  ['where no folders are made', () => '/proc/nothing/here'],
])('a data folder %s is named, with what went wrong', async (_where, place) => {
  const folder = newFolder();
  writeFileSync(join(folder, 'file'), '');
  const data = place(folder);
  const { code, err } = await runToEnd(['serve'], { PORT: '0', DATA_DIR: data });
  expect(code).toBe(73);
  expect(err).toMatch(`The data folder ${data} cannot be written:`);
  expect(err).not.toContain(' at ');
});

test('a database of a newer version, and a file that is none, are refused in words', async () => {
  const newer = newFolder();
  const running = await serve({ DATA_DIR: newer });
  running.process.kill('SIGTERM');
  await running.ended;
  const db = new Database(join(newer, 'lines.db'));
  db.exec("INSERT INTO migrations (tag, at) VALUES ('9999_later', 1)");
  db.close();
  const refused = await runToEnd(['serve'], { PORT: '0', DATA_DIR: newer });
  expect(refused.code).toBe(65);
  expect(refused.err).toContain('newer version');

  const damaged = newFolder();
  writeFileSync(join(damaged, 'lines.db'), 'no database at all '.repeat(100));
  const none = await runToEnd(['serve'], { PORT: '0', DATA_DIR: damaged });
  expect(none.code).toBe(73);
  expect(none.err).toContain(`The database ${join(damaged, 'lines.db')} cannot be opened`);
});

test('every wrong setting is named before anything is opened', async () => {
  const folder = join(newFolder(), 'data');
  const { code, err } = await runToEnd(['serve'], { PORT: 'x', LOG_LEVEL: 'loud', DATA_DIR: folder });
  expect(code).toBe(78);
  expect(err.split('\n').slice(0, 2)).toEqual([
    'PORT is "x", expected a whole number from 0 to 65535 (0: any free port)',
    'LOG_LEVEL is "loud", expected one of error, warn, info, debug',
  ]);
  expect(() => readFileSync(folder)).toThrow('ENOENT');
});

test('what can be typed is listed; what cannot is refused', async () => {
  const help = await runToEnd(['--help'], {});
  expect(help.code).toBe(0);
  for (const word of ['serve', 'backup FILE', 'DATA_DIR', 'TRUSTED_PROXIES']) expect(help.out).toContain(word);
  expect((await runToEnd(['--version'], {})).out).toBe(`${version}\n`);
  expect(await runToEnd(['sevre'], {})).toMatchObject({ code: 64, err: expect.stringContaining('"sevre"') });
});

test('a folder whose restore was cut short is not served', async () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'restoring'));
  expect(await runToEnd(['serve'], { PORT: '0', DATA_DIR: folder })).toMatchObject({
    code: 65,
    err: expect.stringContaining('restore'),
  });
});
