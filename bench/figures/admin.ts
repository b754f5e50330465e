import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { fill } from '../../src/commands/flood/fill.ts';
import type { Db } from '../../src/db/doors.ts';
import type { AuditEntry } from '../../src/db/facts.ts';
import { migrationsFolder } from '../../src/db/migrations-folder.ts';
import { openSqlite } from '../../src/db/open.sqlite.ts';
import { groups, lineAudienceUnits, lines, unitMembers, units, users } from '../../src/db/schema.ts';
import { createSignIns } from '../../src/people/sign-in/sign-ins.ts';
import { Connection } from '../harness/connection.ts';
import type { Effort, Figure, Result } from '../harness/figure.ts';
import { newFolder } from '../harness/folder.ts';
import { type Next, perSecond } from '../harness/load.ts';
import { median } from '../harness/median.ts';
import { startProduct } from '../harness/process.ts';
import { get, postForm, postMessage, postPage } from '../harness/request.ts';

export const admin: Figure = {
  name: 'admin',
  help: 'each page of administrators, and posting to a line for a unit, in a company of 5,000 people in 500 units',
  measure: async (effort) => {
    const places = await furnish();
    const server = await startProduct(places.folder);
    try {
      const results: Result[] = [];
      const pages = [...pagesOf(places), await previewOf(places, server.port)];
      for (const page of pages) results.push(await measurePage(effort, page, server.port));
      results.push(await measurePosts(effort, places, server.port));
      return results;
    } finally {
      await server.stop();
    }
  },
};

const size = { people: 5_000, units: 500, lines: 10, conversations: 2_000, messages: 10_000 };

/** Entries of the audit log on top of those that making the company left. */
const entries = 50_000;

type Places = {
  folder: string;
  cookie: string;
  clients: readonly { cookie: string }[];
  user: string;
  group: string;
  everyone: string;
  /** A unit in the middle of the tree, and the one at the top. */
  unit: string;
  top: string;
  /** A line that everyone may write to, and one that the unit at the top may. */
  line: string;
  unitLine: string;
};

const furnish = async (): Promise<Places> => {
  const folder = newFolder();
  const db = await openSqlite({ file: join(folder, 'lines.db'), migrations: migrationsFolder() });
  try {
    await fill(db, size, '', Date.now());
    const staff = await db.read.select().from(users).orderBy(users.id).limit(8);
    const [operators] = await db.read.select().from(groups).where(eq(groups.name, 'Line 1: operators'));
    const [everyone] = await db.read.select().from(groups).where(eq(groups.system, 'everyone'));
    const tree = await db.read.select().from(units).orderBy(units.id);
    const [audience] = await db.read.select().from(lineAudienceUnits);
    const [first] = await db.read.select().from(lines).where(eq(lines.name, 'Line 1'));
    const admin = (await db.read.select().from(users).where(eq(users.email, 'admin@flood.test')))[0]?.id ?? '';
    await writeHistory(
      db,
      admin,
      staff.map((person) => person.id),
    );
    const placed = await db.read.select({ id: unitMembers.userId }).from(unitMembers).limit(2_000);
    const clients: { cookie: string }[] = [];
    for (const id of new Set(placed.slice(1_000).map((one) => one.id)))
      if (clients.length < 64) clients.push({ cookie: await signedIn(db, id) });
    return {
      ...{ folder, clients, cookie: await signedIn(db, admin), user: staff.at(-1)?.id ?? '' },
      ...{ group: operators?.id ?? '', everyone: everyone?.id ?? '', line: first?.id ?? '' },
      ...{ unit: tree[20]?.id ?? '', top: audience?.unitId ?? '', unitLine: audience?.lineId ?? '' },
    };
  } finally {
    await db.close();
  }
};

const signedIn = async (db: Db, id: string): Promise<string> => {
  const [cookie = ''] = (await db.write((tx) => createSignIns(db, { secure: false }).start(tx, id))).split(';');
  return cookie;
};

/** As many years leave it: who came to which group, and went. */
const writeHistory = async (db: Db, actor: string, people: readonly string[]): Promise<void> => {
  for (let from = 0; from < entries; from += 1_000) {
    const some = Array.from({ length: 1_000 }, (_, index): AuditEntry => {
      const object = people[(from + index) % people.length] ?? '';
      return index % 2
        ? { actor, action: 'user.deactivated', object }
        : { actor, action: 'user.changed', object, before: { name: `Before ${index}` }, after: { name: 'After' } };
    });
    await db.write((tx) => tx.recordAll(null, some));
  }
};

type Page = { what: string; request: Buffer };

const pagesOf = (places: Places): Page[] => {
  const { cookie, user, group, everyone, unit, top, line, unitLine } = places;
  const paths: Record<string, string> = {
    users: '/admin/users',
    'users, a search': '/admin/users?q=olga',
    'a user': `/admin/users/${user}`,
    'a new user': '/admin/users/new',
    groups: '/admin/groups',
    'a group': `/admin/groups/${group}`,
    'a group, people to add': `/admin/groups/${group}?q=olga`,
    'the group Everyone': `/admin/groups/${everyone}`,
    'a new group': '/admin/groups/new',
    'the org structure': '/admin/units',
    'the org structure, a search': '/admin/units?q=olga',
    'a unit': `/admin/units/${unit}`,
    'the unit at the top': `/admin/units/${top}`,
    'a unit, people to place': `/admin/units/${unit}?q=olga`,
    'a new unit': '/admin/units/new',
    security: '/admin/security',
    'import of people': '/admin/users/import',
    'audit log': '/admin/audit',
    'audit log by who': '/admin/audit?who=admin',
    'audit log by whom it is about': '/admin/audit?about=olga',
    'audit log by what': '/admin/audit?what=unit',
    'audit log by day': `/admin/audit?from=${today()}&until=${today()}`,
    'all lines': '/lines/all',
    'a new line': '/lines/new',
    'settings of a line': `/lines/${line}/settings`,
    'settings of a line for a unit': `/lines/${unitLine}/settings`,
  };
  const search = `find=olga&found=&audienceUnits=${top}&audienceGroups=${group}`;
  return [
    ...Object.entries(paths).map(([what, path]) => ({ what, request: get(path, cookie) })),
    { what: 'audience of a line, a search', request: postForm('/lines/audience', cookie, search) },
  ];
};

/** What is shown of a file of 10,000 people, 30 of whom cannot be taken. */
const previewOf = async ({ cookie }: Places, port: number): Promise<Page> => {
  const rows = Array.from(
    { length: 10_000 },
    (_, i) => `Person ${i},${i % 333 === 0 ? 'none' : `new-${i}@flood.test`}`,
  );
  const text = encodeURIComponent(['Name,Email', ...rows].join('\n'));
  const connection = new Connection(port);
  try {
    const { status, head } = await connection.ask(postPage('/admin/users/import', cookie, `text=${text}`));
    const path = /\r\nlocation: (\S+)/i.exec(head)?.[1];
    if (status !== 303 || path === undefined) throw new Error(`The import was answered ${status}.`);
    return { what: 'preview of an import of 10,000 people', request: get(path, cookie) };
  } finally {
    connection.close();
  }
};

const today = (): string => new Date().toISOString().slice(0, 10);

/** One at a time, as administrators ask: what is measured is how long the server takes, and hardly the way to it. */
const measurePage = async ({ runs }: Effort, { what, request }: Page, port: number): Promise<Result> => {
  const connection = new Connection(port);
  const times: number[] = [];
  let bytes = 0;
  try {
    for (let asked = 0; asked < 3 + 4 * runs; asked++) {
      const began = performance.now();
      const { status, head, body } = await connection.ask(request);
      const took = performance.now() - began;
      if (status !== 200) throw new Error(`${what}: answered ${status}\n${head}\n${body.toString().slice(0, 1000)}`);
      bytes = body.length;
      if (asked >= 3) times.push(took);
    }
  } finally {
    connection.close();
  }
  return {
    what: `${what}: ${(bytes / 1000).toFixed(1)} kB`,
    unit: 'ms',
    ours: median(times),
    wanted: { most: 100 },
  };
};

/** Who may write is asked with every message: through a unit six levels above it shall cost what it costs through Everyone. */
const measurePosts = async ({ runs, seconds }: Effort, places: Places, port: number): Promise<Result> => {
  const to = (line: string): Next => {
    return (n) => postMessage(`/messages/${line}/messages`, places.clients[n]?.cookie ?? '');
  };
  const [plain, ofUnit] = [to(places.line), to(places.unitLine)];
  await perSecond(port, places.clients.length, plain, 1_000);
  await perSecond(port, places.clients.length, ofUnit, 1_000);
  const ours: number[] = [];
  const floor: number[] = [];
  for (let run = 0; run < runs; run++) {
    floor.push(await perSecond(port, places.clients.length, plain, seconds * 1000));
    ours.push(await perSecond(port, places.clients.length, ofUnit, seconds * 1000));
  }
  return {
    what: 'post to a line for a unit, 64 at once; floor: for everyone',
    unit: 'messages/s',
    ours: median(ours),
    floor: median(floor),
    wanted: { least: 0.8 },
  };
};
