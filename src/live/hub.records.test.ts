import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addItem, docOf } from '../apps/testing.ts';
import type { Db } from '../db/doors.ts';
import { appRights, apps, groupMembers } from '../db/schema.ts';
import { testDb } from '../db/testing.ts';
import { newId } from '../id.ts';
import { addUser, join } from '../lines/testing.ts';
import { createFromChat } from '../records/create.ts';
import { linkAccount } from '../records/link.ts';
import { makeRecords, take, writeInside } from '../records/testing.ts';
import { createHub, type Hub } from './hub.ts';
import { look } from './testing.ts';

let db: Db;
let hub: Hub;
let at: Awaited<ReturnType<typeof makeRecords>>;
const errors: unknown[] = [];

beforeEach(async () => {
  db = await testDb();
  at = await makeRecords(db);
  hub = createHub({ db, onError: (error) => errors.push(error) });
});

afterEach(async () => {
  await hub.close();
  expect(errors).toEqual([]);
});

const link = async (name: string) => {
  const item = await addItem(db, at.clients, { Name: name });
  const by = { person: at.anna, session: at.zoe.session, at: Date.now() };
  await db.write((tx) => linkAccount(tx, { appId: at.clients.id, itemId: item.id }, by));
  return item;
};

const create = (session: string, subject: string) =>
  db.write((tx) =>
    createFromChat(
      tx,
      {
        appId: at.complaints.id,
        id: newId(),
        doc: docOf(at.complaints, { Subject: subject }),
        files: [],
        accounts: [],
        as: 'other',
      },
      { person: at.anna, session, at: Date.now() },
    ),
  );

test('a card comes with the item’s title to who sees its app, and without it and its address to who does not', async () => {
  const [sees, not] = [await look(db, hub, at.anna), await look(db, hub, at.vera)];
  const item = await link('Zoe Bell');
  await hub.settled();
  expect(sees.html).toContain(`href="/items/${item.id}">1 · Zoe Bell<`);
  expect(not.html).toContain('class="card"');
  expect(not.html).toContain('Clients');
  expect(not.bytes).not.toContain('Zoe Bell');
  expect(not.bytes).not.toContain(item.id);
});

test('the same holds for what is replayed to who comes back', async () => {
  const after = db.facts.cursor();
  const item = await link('Zoe Bell');
  const [sees, not] = [await look(db, hub, at.anna, { after }), await look(db, hub, at.vera, { after })];
  expect(sees.html).toContain('Zoe Bell');
  expect(not.html).toContain('class="card"');
  expect(not.bytes).not.toContain('Zoe Bell');
  expect(not.bytes).not.toContain(item.id);
});

test('pages that show the client look again, and no others hear of it', async () => {
  // Boris operates the line and has never had the session; Pavel is nobody there.
  const [anna, vera] = [await look(db, hub, at.anna), await look(db, hub, at.vera)];
  const others = [await look(db, hub, at.boris), await look(db, hub, at.pavel)];
  const item = await link('Zoe Bell');
  await hub.settled();
  for (const page of [anna, vera])
    expect(page.html).toContain(`data-look="${page === anna ? newer(item.id) : at.zoe.account}"`);
  for (const other of others) expect(other.bytes).not.toContain(at.zoe.account);
});

const newer = (itemId: string) => [at.zoe.account, itemId].sort().join(' ');

test('the client of the built-in chat hears nothing of what is created for them', async () => {
  const inside = await writeInside(db, at.pavel, at.lines.support);
  await take(db, at.anna, inside.session);
  const [client, desk] = [await look(db, hub, at.pavel), await look(db, hub, at.anna)];
  const made = await create(inside.session, 'Broken mouse');
  await hub.settled();
  expect(desk.html).toContain('Complaints');
  expect(client.bytes).not.toMatch(/Complaints|card|data-look/);
  expect(client.bytes).not.toContain('item' in made ? made.item.id : 'refused');
});

test('whoever loses or gains the sight of an app loads the page again before anything of it is sent', async () => {
  const { operators } = at.groups;
  await link('Zoe Bell');
  const newcomer = await addUser(db, 'Nina');
  const [anna, nina, vera] = [
    await look(db, hub, at.anna),
    await look(db, hub, newcomer),
    await look(db, hub, at.vera),
  ];
  const [made] = await Promise.all([
    create(at.zoe.session, 'Late'),
    db.write(async (tx) => {
      const gone = and(eq(appRights.appId, at.complaints.id), eq(appRights.groupId, operators));
      await tx.delete(appRights).where(gone);
      await tx.record(
        { kind: 'rights', ids: { app: at.complaints.id } },
        { actor: null, action: 'app.changed', object: at.complaints.id },
      );
    }),
  ]);
  await hub.settled();
  expect(anna.signals()).toEqual(['reload now', 'bye again']);
  expect(anna.bytes).not.toContain('item' in made ? made.item.id : 'refused');
  expect(vera.html).toContain('Complaints');
  expect(vera.signals()).toEqual([]);
  expect(nina.signals()).toEqual([]);
  await join(db, operators, newcomer);
  await db.write((tx) =>
    tx.record(
      { kind: 'rights', ids: { group: operators } },
      { actor: null, action: 'group.joined', object: operators },
    ),
  );
  await hub.settled();
  expect(nina.signals()).toEqual(['reload now', 'bye again']);
});

test('an app that is archived or renamed lets the desks of its lines load again, and who saw it come back without it', async () => {
  const [anna, vera, pavel] = [
    await look(db, hub, at.anna),
    await look(db, hub, at.vera),
    await look(db, hub, at.pavel),
  ];
  await db.write(async (tx) => {
    await tx.update(apps).set({ archivedAt: 1 }).where(eq(apps.id, at.complaints.id));
    await tx.record(
      { kind: 'app', ids: { app: at.complaints.id } },
      { actor: null, action: 'app.archived', object: at.complaints.id },
    );
  });
  await hub.settled();
  expect(anna.signals()).toEqual(['reload now', 'bye again']);
  expect(vera.signals()).toEqual(['reload soon']);
  expect(pavel.signals()).toEqual([]);
});

test('an item that changes is told to the desks of the lines that use its app, to who sees it', async () => {
  const item = await link('Zoe Bell');
  // On a busy machine what was just told would come in one frame with what is told below.
  await hub.settled();
  const outside = await addUser(db, 'Olga');
  await db.write((tx) => tx.insert(groupMembers).values({ groupId: at.groups.administrators, userId: outside }));
  const pages = [await look(db, hub, at.gleb), await look(db, hub, at.vera), await look(db, hub, outside)];
  await db.write((tx) => tx.record({ kind: 'item', ids: { app: at.clients.id, item: item.id } }));
  await hub.settled();
  expect(pages.map((page) => page.html.includes(`data-look="${item.id}"`))).toEqual([true, false, false]);
});
