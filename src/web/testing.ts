import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, onTestFinished, vi } from 'vitest';
import { createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { testDb } from '../db/testing.ts';
import { fileStore } from '../files/disk.ts';
import { createHub } from '../live/hub.ts';
import { createCompany } from '../people/company.ts';
import { hashPassword } from '../people/password/password.ts';
import { testSecrets } from '../secrets/testing.ts';
import type { House } from './env.ts';

/** What a test sends as a form: a list stands for several fields of one name. */
type Fields = Readonly<Record<string, string | readonly string[]>>;

/** The answer to a request, read. `set` is what it put into the browser as `Set-Cookie`. */
type Answer = {
  status: number;
  html: string;
  location: string | null;
  headers: Headers;
  set: readonly string[];
};

export const password = 'correct horse battery';

/** The whole product over a data folder of its own, before set-up. `settings` as the environment would have them. */
export const emptyHouse = async (
  settings: Readonly<Record<string, string>> = {},
  as: Pick<House, 'testChannel'> = {},
) => {
  const db = await testDb();
  const folder = mkdtempSync(join(tmpdir(), 'lines-web-'));
  folders.push(folder);
  const config = readConfig(settings);
  const files = fileStore(folder, config.maxUploadBytes);
  const house: House = {
    config,
    db,
    files,
    hub: createHub({ db }),
    secrets: testSecrets(),
    setupCode: 'ABCDE-23456',
    ...as,
  };
  const app = createApp(house);
  const browser = (from: From = {}): Browser => browse(app, from);
  return { db, house, app, browser };
};

/** The same with a company, whose administrator `admin@example.com` has `password`. */
export const openHouse = async (
  settings: Readonly<Record<string, string>> = {},
  as: Pick<House, 'testChannel'> = {},
) => {
  const open = await emptyHouse(settings, as);
  const adminId = await open.db.write((tx) =>
    createCompany(tx, {
      company: 'Test',
      name: 'Ada',
      email: 'admin@example.com',
      passwordHash: hash,
      administrators: 'Administrators',
      everyone: 'Everyone',
      at: 1,
    }),
  );
  return { ...open, adminId };
};

/** The hash of `password`: made before any unit of work, which waits for nothing but the database. */
const hash = await hashPassword(password);

/** Stops the clock for the rest of the test: what waits for seconds to pass must not depend on how busy the machine is. */
export const stopClock = (): void => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
};

/** Where a browser sits: the address of its socket, what it says, and under which host it asks. */
export type From = { address?: string; host?: string; headers?: Readonly<Record<string, string>> };

export type Browser = {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Sends a form as a page of ours would. */
  post(path: string, fields?: Fields, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  signIn(email: string, password: string, fields?: Fields): Promise<Answer>;
};

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const browse = (
  app: ReturnType<typeof createApp>,
  { address = '127.0.0.1', host = 'localhost', headers = {} }: From,
): Browser => {
  const jar = new Map<string, string>();
  const ask = async (path: string, more: Readonly<Record<string, string>>, body?: string): Promise<Answer> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = { host, ...headers, ...more, ...(cookie && { cookie }) };
    const request = { headers: sent, ...(body !== undefined && { method: 'POST', body }) };
    const response = await app.request(`http://${host}${path}`, request, { incoming: incoming(address, body) });
    const set = response.headers.getSetCookie();
    for (const line of set) keep(jar, line);
    const { status } = response;
    const location = response.headers.get('location');
    return { status, html: await response.text(), location, headers: response.headers, set };
  };
  const browser: Browser = {
    get: (path, more = {}) => ask(path, more),
    post: (path, fields = {}, more = {}) =>
      ask(path, { 'content-type': formType, 'sec-fetch-site': 'same-origin', ...more }, formOf(fields)),
    signIn: (email, secret, fields = {}) => browser.post('/sign-in', { ...fields, email, password: secret }),
  };
  return browser;
};

const formType = 'application/x-www-form-urlencoded';

/** What the server's own listener hands over with a request: where it came from, and its body. */
const incoming = (remoteAddress: string, body = '') =>
  Object.assign(Readable.from(body === '' ? [] : [Buffer.from(body)]), { socket: { remoteAddress } });

const keep = (jar: Map<string, string>, line: string): void => {
  const [pair = ''] = line.split(';');
  const at = pair.indexOf('=');
  if (/max-age=0/i.test(line)) jar.delete(pair.slice(0, at));
  else jar.set(pair.slice(0, at), pair.slice(at + 1));
};

const formOf = (fields: Fields): string => {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one);
  return form.toString();
};
