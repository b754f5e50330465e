import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll } from 'vitest';
import { createApp } from '../../../app.ts';
import { readConfig } from '../../../config.ts';
import { testDb } from '../../../db/testing.ts';
import { fileStore } from '../../../files/disk.ts';
import { makeCompany } from '../../../lines/testing.ts';
import { createHub } from '../../../live/hub.ts';
import { createCompany } from '../../../people/company.ts';
import { createSignIns } from '../../../people/sign-in/sign-ins.ts';
import { testSecrets } from '../../../secrets/testing.ts';
import type { House } from '../../env.ts';

/** What a test sends as a form: a list stands for several inputs of one name. */
export type Sent = Readonly<Record<string, string | File | readonly (string | File)[]>>;

/** What else a request says of itself, such as that a script asks. */
type Headers = Readonly<Record<string, string>>;

/** The answer to a request, read. */
type Answer = { status: number; html: string; location: string | null };

/** The whole product over a company of its own, in which nobody has an app yet; `as(id)` is somebody's browser. */
export const itemsOpen = async () => {
  const db = await testDb();
  await db.write((tx) => createCompany(tx, founded));
  const company = await makeCompany(db);
  const folder = mkdtempSync(join(tmpdir(), 'lines-items-'));
  folders.push(folder);
  const files = fileStore(folder, 1024 * 1024);
  const house: House = {
    ...{ config: readConfig({}), db, files, hub: createHub({ db }), secrets: testSecrets() },
    setupCode: '',
  };
  const app = createApp(house);
  const signIns = createSignIns(db, { secure: false });
  const as = (userId: string) => {
    const cookie = db.write(async (tx) => (await signIns.start(tx, userId)).split(';')[0] ?? '');
    const ask = async (path: string, more: Headers, sent?: Sent): Promise<Answer> => {
      const { type, bytes } = await encoded(sent);
      const headers = {
        host: 'localhost',
        cookie: await cookie,
        'sec-fetch-site': 'same-origin',
        'content-type': type,
        ...more,
      };
      const incoming = Object.assign(Readable.from([bytes]), { socket: { remoteAddress: '127.0.0.1' } });
      const method = sent === undefined ? 'GET' : 'POST';
      const response = await app.request(`http://localhost${path}`, { method, headers }, { incoming });
      return { status: response.status, html: await response.text(), location: response.headers.get('location') };
    };
    return {
      get: (path: string, more: Headers = {}) => ask(path, more),
      post: (path: string, sent: Sent = {}, more: Headers = {}) => ask(path, more, sent),
    };
  };
  return { db, house, company, as };
};

/** What the item's form on a page would send if Save were pressed: whatever stands in it. */
export const standsIn = (html: string): Record<string, string[]> => {
  const form = /<form id="item-form"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const sent: Record<string, string[]> = {};
  const add = (name: string | undefined, value: string) => {
    if (name !== undefined) sent[name] = [...(sent[name] ?? []), plain(value)];
  };
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const type = attribute(tag, 'type') ?? 'text';
    if (type === 'file' || (/^(checkbox|radio)$/.test(type) && !/\schecked\b/.test(tag))) continue;
    add(attribute(tag, 'name'), attribute(tag, 'value') ?? '');
  }
  for (const [, tag = '', text = ''] of form.matchAll(/<textarea\b([^>]*)>\n?([\s\S]*?)<\/textarea>/g))
    add(attribute(tag, 'name'), text);
  for (const [, tag = '', options = ''] of form.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g))
    add(attribute(tag, 'name'), attribute(/<option\b[^>]*\sselected\b[^>]*>/.exec(options)?.[0] ?? '', 'value') ?? '');
  return { ...sent, press: ['save'] };
};

/** The words of a page: what it says, without its markup. */
export const saidBy = (html: string): string =>
  plain((/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');

const founded = {
  ...{ company: 'Test', name: 'Ada', email: 'ada@example.com', passwordHash: 'none that fits', at: 1 },
  ...{ administrators: 'Administrators', everyone: 'Everyone' },
};

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** As a browser sends it: with files in it as multipart. */
const encoded = async (sent: Sent = {}): Promise<{ type: string; bytes: Buffer }> => {
  const all = Object.entries(sent).flatMap(([name, values]) => [values].flat().map((value) => [name, value] as const));
  const form = all.some(([, value]) => value instanceof File) ? new FormData() : new URLSearchParams();
  for (const [name, value] of all) {
    if (form instanceof FormData && value instanceof File) form.append(name, value);
    else if (typeof value === 'string') form.append(name, value);
  }
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  return { type: request.headers.get('content-type') ?? '', bytes: Buffer.from(await request.arrayBuffer()) };
};

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
