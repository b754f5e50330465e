import { beforeEach, expect, it } from 'vitest';
import type { Db } from '../../db/doors.ts';
import { apps, itemImports } from '../../db/schema.ts';
import { testDb } from '../../db/testing.ts';
import { newId } from '../../id.ts';
import { addGroup, addUser } from '../../lines/testing.ts';
import type { App } from '../app.ts';
import type { ItemRef } from '../items/item.ts';
import { deleteItem } from '../items/remove.ts';
import { takeNumbers } from '../numbers.ts';
import { addApp, addItem, fieldNamed } from '../testing.ts';
import type { Question } from './question.ts';
import { countItems, listItems } from './read.ts';
import { readQuestion } from './read-question.ts';
import { heldIn } from './values.ts';

let db: Db;
/** Sees both apps; sees complaints alone; sees nothing; was shut out. */
let [anna, boris, stan, gone]: string[] = [];
let clients: App;
let complaints: App;
let [zoe, adam]: ItemRef[] = [];

beforeEach(async () => {
  db = await testDb();
  [anna, boris, stan] = [
    await addUser(db, 'Anna'),
    await addUser(db, 'Boris'),
    await addUser(db, 'Stan', { administrator: true }),
  ];
  gone = await addUser(db, 'Gone', { active: false });
  const sellers = await addGroup(db, 'Sellers', [anna, gone]);
  const readers = await addGroup(db, 'Readers', [boris]);
  clients = await addApp(db, 'Clients', [{ kind: 'text', name: 'Name' }], { see: [sellers] });
  const titlePattern = `{f:${fieldNamed(clients, 'Name').id}}`;
  await db.write((tx) => tx.update(apps).set({ titlePattern }));
  complaints = await addApp(
    db,
    'Complaints',
    [
      { kind: 'text', name: 'What' },
      { kind: 'reference', name: 'Client', options: { app: clients.id } },
      { kind: 'user', name: 'Who' },
    ],
    { edit: [sellers], see: [readers] },
  );
  // The later client's name comes first.
  zoe = await addItem(db, clients, { Name: 'Zoe Secret' });
  adam = await addItem(db, clients, { Name: 'Adam Secret' });
  for (const [what, client] of [
    ['late', zoe],
    ['broken', adam],
  ] as const)
    await addItem(db, complaints, { What: what, Client: client?.id ?? '', Who: anna ?? '' });
});

const asked = (query = ''): Question => readQuestion(complaints, new URLSearchParams(query), { language: 'en' }, 1);

const found = async (person: string | undefined, query = ''): Promise<string[]> => {
  const page = await listItems(db.read, person ?? '', complaints, asked(query));
  const { count } = await countItems(db.read, person ?? '', complaints, asked(query));
  expect(count).toBe(page.items.length);
  return page.items.map(({ doc }) => String(doc[fieldNamed(complaints, 'What').n]));
};

it('shows items to who sees the app alone, however they ask', async () => {
  const what = fieldNamed(complaints, 'What').n;
  const who = fieldNamed(complaints, 'Who').n;
  const ways = [
    '',
    'q=late',
    `f${what}=a`,
    `f${what}.op=filled`,
    `sort=f${what}`,
    `sort=-number`,
    `f${who}=me`,
    `f${who}=${anna}`,
  ];
  for (const query of ways) {
    expect([query, (await found(anna, query)).length]).not.toEqual([query, 0]);
    for (const nobody of [stan, gone, newId()]) expect([query, await found(nobody, query)]).toEqual([query, []]);
  }
  expect((await found(boris)).length).toBe(2);
  expect(await found(boris, `f${who}=me`)).toEqual([]);
});

it('tells nothing of the titles of items that one does not see: not by order, not by search, not by what a filter offers', async () => {
  const client = fieldNamed(complaints, 'Client');
  // By title Adam comes before Zoe; whoever does not know them has them as they were made.
  expect(await found(anna, `sort=f${client.n}`)).toEqual(['broken', 'late']);
  expect(await found(boris, `sort=f${client.n}`)).toEqual(['late', 'broken']);
  expect(await found(boris, `sort=-f${client.n}`)).toEqual(['broken', 'late']);
  for (const person of [anna, boris]) expect(await found(person, 'q=adam')).toEqual([]);
  // There is no operator that looks into names, and what looks like one is left out.
  for (const op of ['has', 'begins', 'is'])
    expect((await found(boris, `f${client.n}.op=${op}&f${client.n}=adam`)).length).not.toBe(1);
  const offered = (person: string | undefined) => heldIn(db.read, person ?? '', complaints, client, 'adam');
  expect(await offered(anna)).toEqual({ ids: [adam?.id], more: false });
  expect(await offered(boris)).toEqual({ ids: [], more: false });
  expect(await offered(stan)).toEqual({ ids: [], more: false });
  // What it refers to they see in any case, by its id.
  expect(await found(boris, `f${client.n}=${zoe?.id}`)).toEqual(['late']);
});

it('leaves out what is deleted or still being imported, and an import that begins between two pages', async () => {
  const late = (await listItems(db.read, anna ?? '', complaints, asked('q=late'))).items[0];
  if (!late) throw new Error('Nothing is late.');
  await db.write((tx) => deleteItem(tx, complaints, late.id, { actor: anna ?? null, at: 1 }));
  expect(await found(anna)).toEqual(['broken']);
  const seq = await db.write((tx) => takeNumbers(tx, 'item', 2));
  const stretch = { seqFrom: seq, seqTo: seq + 1 };
  const id = newId();
  await db.write((tx) =>
    tx.insert(itemImports).values({
      ...{ id, appId: complaints.id, actorId: anna ?? '', state: 'writing', name: 'a.csv', fileId: null },
      ...{ plan: {}, progress: {}, createdAt: 1, updatedAt: 1, ...stretch },
    }),
  );
  const what = fieldNamed(complaints, 'What').n;
  for (const at of [seq, seq + 1]) await addItem(db, complaints, { What: 'imported' }, { import: { id, seq: at } });
  await addItem(db, complaints, { What: 'after' });
  for (const query of ['', `sort=f${what}`, `f${what}.op=filled`, 'sort=-changed', 'sort=number'])
    expect([query, new Set(await found(anna, query))]).toEqual([query, new Set(['after', 'broken'])]);
  expect(await found(anna, 'q=imported')).toEqual([]);
  expect((await heldIn(db.read, anna ?? '', complaints, fieldNamed(complaints, 'Who'), '')).ids).toEqual([anna]);
  await db.write((tx) => tx.update(itemImports).set({ seqFrom: null, seqTo: null, state: 'done' }));
  expect((await found(anna)).length).toBe(4);
});
