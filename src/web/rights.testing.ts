import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll } from 'vitest';
import { createApp } from '../app.ts';
import { addComment as comment } from '../apps/items/comments.ts';
import { addApp, addItem } from '../apps/testing.ts';
import { addImport } from '../apps/transfer/testing.ts';
import { readConfig } from '../config.ts';
import type { Db } from '../db/doors.ts';
import { openSqlite } from '../db/open.sqlite.ts';
import { accounts } from '../db/schema.ts';
import { testFile } from '../db/testing.ts';
import { fileStore } from '../files/disk.ts';
import { keepFiles } from '../files/rows.ts';
import { newId } from '../id.ts';
import { addGroup, addLine, addUser } from '../lines/testing.ts';
import { createHub } from '../live/hub.ts';
import { createCompany } from '../people/company.ts';
import { createPasswordLink } from '../people/password/links.ts';
import { setAvatar } from '../people/profile.ts';
import { createSignIns } from '../people/sign-in/sign-ins.ts';
import { createUnit } from '../people/units/change.ts';
import { testSecrets } from '../secrets/testing.ts';
import { assign } from '../sessions/assign.ts';
import { receive } from '../sessions/receive.ts';
import { isRefusal } from '../sessions/refusal.ts';

/**
 * Who asks: nobody; Stan, an employee who may not write to the line; Clara, who wrote on it; Owen, who owns her session; Otis,
 * another of its operators; Sue, its supervisor; Lee, who leads another line; Ada, an administrator without any role. Operators see
 * and create the items of the app, supervisors edit them; Owen made the item, and a comment on it. `picked` is its field of accounts.
 */
export const roles = ['nobody', 'stranger', 'client', 'owner', 'operator', 'supervisor', 'leader', 'admin'] as const;

export type Role = (typeof roles)[number];

/** The things that addresses name. */
export type Things = Record<
  | 'line'
  | 'session'
  | 'file'
  | 'user'
  | 'group'
  | 'unit'
  | 'link'
  | 'portrayed'
  | 'account'
  | 'import'
  | 'app'
  | 'field'
  | 'picked'
  | 'item'
  | 'comment',
  string
>;

/** A company in which each role has a browser; every call of `fresh` puts everything back as it was. */
export const openStage = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lines-rights-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const template = join(folder, 'template.db');
  copyFileSync(testFile(), template);
  const db = await openSqlite({ file: template });
  const { things, cookies } = await fill(db, folder);
  await db.close();
  let opened = 0;
  const fresh = async () => {
    const file = join(folder, `${++opened}.db`);
    copyFileSync(template, file);
    const copy = await openSqlite({ file });
    const config = readConfig({});
    const house = {
      config,
      db: copy,
      files: fileStore(folder, config.maxUploadBytes),
      hub: createHub({ db: copy }),
      secrets: testSecrets(),
      setupCode: '',
    };
    const app = createApp(house);
    return {
      app,
      ask: (role: Role, method: string, path: string, body = '') => askAs(app, cookies[role], method, path, body),
      close: async () => {
        await house.hub.close();
        await copy.close();
        rmSync(file);
      },
    };
  };
  return { things, fresh };
};

const fill = async (db: Db, folder: string) => {
  const admin = await db.write((tx) =>
    createCompany(tx, {
      company: 'Test',
      name: 'Ada',
      email: 'ada@example.com',
      passwordHash: 'none that fits',
      administrators: 'Administrators',
      everyone: 'Everyone',
      at: 1,
    }),
  );
  const people = {
    stranger: await addUser(db, 'Stan'),
    client: await addUser(db, 'Clara'),
    owner: await addUser(db, 'Owen'),
    operator: await addUser(db, 'Otis'),
    supervisor: await addUser(db, 'Sue'),
    leader: await addUser(db, 'Lee'),
    admin,
  };
  const operators = await addGroup(db, 'Operators', [people.owner, people.operator]);
  const supervisors = await addGroup(db, 'Supervisors', [people.supervisor]);
  const leaders = await addGroup(db, 'Leaders', [people.leader]);
  const roles = { operators: [operators], supervisors: [supervisors] };
  const line = await addLine(db, 'Payroll', { ...roles, people: [people.client] });
  await addLine(db, 'Elsewhere', { operators: [leaders], supervisors: [leaders] });
  const file = await fileStore(folder, 1000).receive(Readable.from([Buffer.from('pay slip')]), 'slip.txt');
  const message = { id: newId(), text: 'Where is my pay?', files: [file] };
  const received = await db.write((tx) => receive(tx, { id: people.client, name: 'Clara' }, line, message, 1));
  if (isRefusal(received)) throw new Error(received.refused);
  await db.write((tx) => assign(tx, people.owner, received.sessionId, people.owner, null, 2));
  const unit = newId();
  const added = { id: unit, parentId: null, kind: 'department' as const, name: 'Sales', at: 1 };
  await db.write((tx) => createUnit(tx, admin, added));
  const link = await db.write((tx) => createPasswordLink(tx, people.stranger, Date.now()));
  const signIns = createSignIns(db, { secure: false });
  const cookieOf = async (id: string) => (await db.write((tx) => signIns.start(tx, id))).split(';')[0] ?? '';
  const cookies = { nobody: '' } as Record<Role, string>;
  for (const [role, id] of Object.entries(people)) cookies[role as Role] = await cookieOf(id);
  const face = await fileStore(folder, 1000).receive(Readable.from([Buffer.from('a face')]), 'face.jpg');
  await db.write(async (tx) => {
    await keepFiles(tx, [face], 1);
    await setAvatar(tx, people.client, people.client, face.id);
  });
  const app = await addApp(
    db,
    'Clients',
    [
      { kind: 'text', name: 'Name' },
      { kind: 'account', name: 'Accounts' },
    ],
    {
      create: [operators],
      edit: [supervisors],
    },
  );
  const [account] = await db.read.select({ id: accounts.id }).from(accounts);
  const { id: item } = await addItem(db, app, {}, { actor: people.owner, at: 1 });
  const imported = await addImport(db, app, people.owner);
  const things: Things = {
    ...{ app: app.id, item, comment: await addComment(db, item, people.owner) },
    ...{ field: app.fields[0]?.id ?? '', picked: app.fields[1]?.id ?? '' },
    line,
    session: received.sessionId,
    file: file.id,
    user: people.stranger,
    group: leaders,
    unit,
    link,
    portrayed: people.client,
    account: account?.id ?? '',
    import: imported,
  };
  return { things, cookies };
};

/** A comment on it. */
const addComment = (db: Db, item: string, author: string): Promise<string> =>
  db.write(async (tx) => {
    const id = newId();
    await comment(tx, item, { id, text: 'Call them' }, { author, at: 2 });
    return id;
  });

const askAs = async (app: ReturnType<typeof createApp>, cookie: string, method: string, path: string, body: string) => {
  const headers = { host: 'localhost', cookie, 'sec-fetch-site': 'same-origin', 'content-type': formType };
  const incoming = Object.assign(Readable.from(body === '' ? [] : [Buffer.from(body)]), {
    socket: { remoteAddress: '127.0.0.1' },
  });
  const init = { method, headers, ...(method === 'POST' && { body }) };
  const response = await app.request(`http://localhost${path}`, init, { incoming });
  await response.body?.cancel();
  return { status: response.status, location: response.headers.get('location') };
};

const formType = 'application/x-www-form-urlencoded';
