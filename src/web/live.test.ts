import { createServer, type Server } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { Db } from '../db/doors.ts';
import { testDb } from '../db/testing.ts';
import { type Company, makeCompany } from '../lines/testing.ts';
import { createHub, type Hub } from '../live/hub.ts';
import { signInOf, write } from '../live/testing.ts';
import type { SignedIn } from './env.ts';
import { liveRoutes } from './live.ts';

let db: Db;
let hub: Hub;
let company: Company;
let server: Server;
let address: string;

beforeEach(async () => {
  db = await testDb();
  company = await makeCompany(db);
  hub = createHub({ db, limits: { perPerson: 1 } });
  const signIn = await signInOf(db, company.anna);
  const app = new Hono<SignedIn & { Bindings: HttpBindings }>();
  app.use(async (c, next) => {
    // What the guard before these routes would have found.
    const person = {
      id: company.anna,
      name: 'Anna',
      language: 'en',
      theme: 'auto',
      sound: false,
      avatar: null,
      timeZone: null,
      administrator: false,
    } as const;
    c.set('person', person);
    c.set('signIn', signIn);
    c.set('house', { db, hub } as SignedIn['Variables']['house']); // all that these routes ask for
    await next();
  });
  app.route('/', liveRoutes);
  server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  address = `http://127.0.0.1:${at && typeof at === 'object' ? at.port : 0}`;
});

afterEach(async () => {
  await hub.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const polled = z.looseObject({ cursor: z.number(), html: z.string() });

/** Reads a stream until it has brought `wanted`. */
const until = async (answer: Response, wanted: string): Promise<string> => {
  let text = '';
  for await (const chunk of answer.body ?? []) {
    text += Buffer.from(chunk).toString();
    if (text.includes(wanted)) return text;
  }
  throw new Error(`Ended without "${wanted}": ${text}`);
};

test('the stream is sent as it is, to nobody’s cache, and brings what happens', async () => {
  const answer = await fetch(`${address}/live?after=${db.facts.cursor()}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('no-store, no-transform');
  expect(answer.headers.get('x-accel-buffering')).toBe('no');
  await write(db, company.pavel, company.lines.support, 'Over the wire');
  expect(await until(answer, 'Over the wire')).toContain('event: hello');
});

test('the place that the browser remembers wins over the one in the address', async () => {
  const before = db.facts.cursor();
  await write(db, company.pavel, company.lines.support, 'Missed');
  await hub.settled();
  const answer = await fetch(`${address}/live?after=${db.facts.cursor()}`, {
    headers: { 'Last-Event-ID': String(before) },
  });
  expect(await until(answer, 'event: hello')).toContain('Missed');
});

test('one stream too many waits; its place is free again once the other is closed', async () => {
  const abort = new AbortController();
  const first = await fetch(`${address}/live`, { signal: abort.signal });
  expect(first.status).toBe(200);
  const second = await fetch(`${address}/live`);
  expect(second.status).toBe(503);
  expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0);
  abort.abort();
  await expect.poll(async () => (await fetch(`${address}/live`)).status).toBe(200);
});

test('asked for its head alone, it opens no stream', async () => {
  const answer = await fetch(`${address}/live`, { method: 'HEAD' });
  expect(answer.status).toBe(200);
  expect((await fetch(`${address}/live`)).status).toBe(200);
});

test('polling brings the same once, and the place to go on from', async () => {
  const before = db.facts.cursor();
  await write(db, company.pavel, company.lines.support, 'Polled');
  await hub.settled();
  const first = polled.parse(await (await fetch(`${address}/live/poll?after=${before}`)).json());
  expect(first).toMatchObject({ cursor: db.facts.cursor(), reload: false, notices: [{ kind: 'queue' }] });
  expect(first.html).toContain('Polled');
  const second = await (await fetch(`${address}/live/poll?after=${first.cursor}`)).json();
  expect(second).toEqual({ cursor: first.cursor, html: '', notices: [], reload: false });
  expect(await (await fetch(`${address}/live/poll?after=999999`)).json()).toMatchObject({ reload: true });
});

test('a closing hub ends the stream with a word', async () => {
  const answer = await fetch(`${address}/live?after=${db.facts.cursor()}`);
  const ended = answer.text();
  await hub.close();
  expect(await ended).toContain('event: bye\ndata: again');
  expect((await fetch(`${address}/live`)).status).toBe(503);
});
