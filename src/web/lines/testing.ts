import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll } from 'vitest';
import { readConfig } from '../../config.ts';
import type { Db } from '../../db/doors.ts';
import { testDb } from '../../db/testing.ts';
import { fileStore } from '../../files/disk.ts';
import { wordsFor } from '../../i18n/index.ts';
import { makeCompany } from '../../lines/testing.ts';
import { createHub } from '../../live/hub.ts';
import { createPatience } from '../../people/sign-in/patience.ts';
import { createSignIns } from '../../people/sign-in/sign-ins.ts';
import { testSecrets } from '../../secrets/testing.ts';
import type { Anyone, House } from '../env.ts';
import { lineRoutes } from './index.ts';

/** What a test sends as a form: a list stands for several fields of one name. */
type Fields = Readonly<Record<string, string | readonly string[] | File>>;

/** The answer to a request, read. */
type Answer = { status: number; html: string; location: string | null; headers: Headers };

/** The pages of lines over a company of their own; `as(id)` is somebody's browser. */
export const linesOpen = async () => {
  const db = await testDb();
  const company = await makeCompany(db);
  const folder = mkdtempSync(join(tmpdir(), 'lines-web-'));
  folders.push(folder);
  const house: House = {
    config: readConfig({}),
    db,
    files: fileStore(folder, 3 * 1024 * 1024),
    hub: createHub({ db }),
    secrets: testSecrets(),
    setupCode: '',
  };
  const app = appOver(house);
  const as = (userId: string) => browser(app, db, userId);
  return { db, company, as, house };
};

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const appOver = (house: House) => {
  const signIns = createSignIns(house.db, { secure: false });
  const patience = createPatience();
  return new Hono<Anyone>()
    .use(async (c, next) => {
      c.set('house', house);
      c.set('signIns', signIns);
      c.set('patience', patience);
      c.set('words', wordsFor('en'));
      await next();
    })
    .route('/', lineRoutes);
};

const browser = (app: ReturnType<typeof appOver>, db: Db, userId: string) => {
  const signIns = createSignIns(db, { secure: false });
  const cookie = db.write(async (tx) => (await signIns.start(tx, userId)).split(';')[0] ?? '');
  const ask = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const headers = new Headers(init.headers);
    headers.set('cookie', await cookie);
    const response = await app.request(path, { ...init, headers });
    const { status } = response;
    return {
      status,
      html: await response.text(),
      location: response.headers.get('location'),
      headers: response.headers,
    };
  };
  return {
    get: (path: string) => ask(path),
    post: (path: string, fields: Fields = {}) => ask(path, { method: 'POST', body: formOf(fields) }),
  };
};

const formOf = (fields: Fields): FormData | URLSearchParams => {
  const hasFile = Object.values(fields).some((value) => value instanceof File);
  const form = hasFile ? new FormData() : new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (form instanceof FormData && value instanceof File) form.append(name, value);
    else for (const one of [value].flat()) if (typeof one === 'string') form.append(name, one);
  }
  return form;
};

/** What a rendered form would send if its Save were pressed: whatever stands in it. */
export const standsIn = (html: string): Record<string, string | string[]> => {
  const form = /<form id="line-form"[\s\S]*?<\/form>|<form class="form"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const fields: Record<string, string[]> = {};
  const add = (name: string | undefined, value: string | undefined) => {
    if (name !== undefined) fields[name] = [...(fields[name] ?? []), plain(value ?? '')];
  };
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const type = attribute(tag, 'type');
    if (type === 'file' || (type === 'checkbox' && !/\schecked\b/.test(tag))) continue;
    add(attribute(tag, 'name'), attribute(tag, 'value'));
  }
  for (const [, tag = '', text = ''] of form.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g))
    add(attribute(tag, 'name'), text);
  return { ...fields, press: 'save' };
};

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
