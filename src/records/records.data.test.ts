import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { valueIn } from '../apps/fields/value.ts';
import { itemById } from '../apps/items/rows.ts';
import { addItem, docOf, fieldNamed } from '../apps/testing.ts';
import type { Db } from '../db/doors.ts';
import { appRights, apps, audit, groupMembers, itemChanges, items, messages } from '../db/schema.ts';
import { testDb } from '../db/testing.ts';
import { newId } from '../id.ts';
import { chatOf } from '../sessions/chat.ts';
import { close } from '../sessions/leave.ts';
import { openSession } from '../sessions/open.ts';
import { sessionFor } from '../sessions/row.ts';
import { conversationsOfItem } from './conversations.ts';
import { createFromChat } from './create.ts';
import { linkAccount, unlinkAccount } from './link.ts';
import { recordsOf } from './of-session.ts';
import { suggestedFor } from './suggest.ts';
import { bind, makeRecords, take, writeFrom, writeInside } from './testing.ts';

const stage = async () => {
  const db = await testDb();
  return { db, ...(await makeRecords(db)) };
};

type Stage = Awaited<ReturnType<typeof stage>>;

const link = ({ db, clients, zoe }: Stage, person: string, itemId: string, appId = clients.id) =>
  db.write((tx) => linkAccount(tx, { appId, itemId }, { person, session: zoe.session, at: Date.now() }));

const unlink = ({ db, clients, zoe }: Stage, person: string, itemId: string) =>
  db.write((tx) => unlinkAccount(tx, { appId: clients.id, itemId }, { person, session: zoe.session, at: Date.now() }));

type Given = { appId: string; doc: ReturnType<typeof docOf>; id?: string; as?: 'client' | 'other' };

const create = (db: Db, person: string, session: string, given: Given) =>
  db.write((tx) =>
    createFromChat(
      tx,
      { id: newId(), files: [], accounts: [], as: 'other', ...given },
      { person, session, at: Date.now() },
    ),
  );

const shownTo = async (db: Db, person: string, session: string) => {
  const row = await sessionFor(db.read, person, session);
  return row && (await recordsOf(db.read, person, row));
};

const eventsIn = async (db: Db, conversation: string) => {
  const found = await db.read
    .select({ event: messages.event, by: messages.authorId })
    .from(messages)
    .where(and(eq(messages.conversationId, conversation), eq(messages.kind, 'event')))
    .orderBy(messages.seq);
  return found.map(({ event, by }) => ({ ...(event as { type: string; item?: string }), by }));
};

test('a client is linked to an item that is there, and taken from it again; both are told, logged and in the item’s history', async () => {
  const at = await stage();
  const { db, anna, clients, zoe } = at;
  const item = await addItem(db, clients, { Name: 'Zoe Bell' });
  expect((await shownTo(db, anna, zoe.session))?.account).toMatchObject({
    items: [],
    may: { link: true, create: true },
  });
  expect(await link(at, anna, item.id)).toMatchObject({ item: { id: item.id, title: '1 · Zoe Bell' } });
  expect(valueIn((await itemById(db.read, item.id))?.doc ?? {}, fieldNamed(clients, 'Accounts'))).toEqual([
    zoe.account,
  ]);
  expect((await shownTo(db, anna, zoe.session))?.account).toMatchObject({
    items: [{ id: item.id, title: '1 · Zoe Bell' }],
    may: { link: false, create: false, unlink: true },
  });
  const held = { appId: clients.id, doc: docOf(clients, { Accounts: [zoe.account] }) };
  expect(await conversationsOfItem(db.read, anna, held)).toMatchObject([
    { id: zoe.conversation, session: { id: zoe.session }, client: { name: 'Zoe' }, sessions: 1 },
  ]);
  for (const other of [at.boris, at.pavel]) expect(await conversationsOfItem(db.read, other, held)).toEqual([]);
  expect(await link(at, anna, item.id)).toMatchObject({ message: null });

  expect(await unlink(at, anna, item.id)).toMatchObject({ item: { id: item.id } });
  expect(await unlink(at, anna, item.id)).toMatchObject({ message: null });
  expect((await shownTo(db, anna, zoe.session))?.account).toMatchObject({ items: [] });
  const told = (await eventsIn(db, zoe.conversation)).slice(1);
  expect(told).toMatchObject([
    { type: 'account-linked', item: item.id, by: anna },
    { type: 'account-unlinked', item: item.id, by: anna },
  ]);
  const logged = await db.read.select().from(audit).where(eq(audit.objectId, zoe.account)).orderBy(audit.at, audit.id);
  expect(logged.map(({ action, actorId }) => [action, actorId])).toEqual([
    ['account.linked', anna],
    ['account.unlinked', anna],
  ]);
  const history = await db.read.select().from(itemChanges).where(eq(itemChanges.item, item.seq));
  expect(history.filter(({ sessionId }) => sessionId === zoe.session)).toHaveLength(2);
});

test('of two who link the same client at once one wins, and the other reads who it was and to what', async () => {
  const at = await stage();
  const { db, anna, gleb, clients, zoe } = at;
  const [one, two] = [await addItem(db, clients, { Name: 'One' }), await addItem(db, clients, { Name: 'Two' })];
  const made = newId();
  const outcomes = await Promise.all([
    link(at, anna, one.id),
    link(at, gleb, two.id),
    create(db, anna, zoe.session, { appId: clients.id, id: made, doc: {}, as: 'client' }),
  ]);
  const done = outcomes.filter((outcome) => !('refused' in outcome));
  expect(done).toHaveLength(1);
  const [winner] = done;
  const won = winner && 'item' in winner ? winner.item : undefined;
  const who = won?.id === two.id ? 'Gleb' : 'Anna';
  for (const lost of outcomes.filter((outcome) => 'refused' in outcome))
    expect(lost).toEqual({ refused: 'linked', item: won, by: who });
  const linked = (await shownTo(db, anna, zoe.session))?.account?.items.map(({ id }) => id);
  expect(linked).toEqual([won?.id]);
  expect((await eventsIn(db, zoe.conversation)).filter(({ type }) => type === 'account-linked')).toHaveLength(1);
});

test('whoever comes second reads who linked the client, not who has put the account into something else since', async () => {
  const at = await stage();
  const { db, anna, boris, gleb, clients, complaints, zoe } = at;
  const [one, two] = [await addItem(db, clients, { Name: 'One' }), await addItem(db, clients, { Name: 'Two' })];
  await link(at, anna, one.id);
  await addItem(db, complaints, { Subject: 'Late', Account: [zoe.account] }, { actor: boris, at: Date.now() + 1 });
  expect(await link(at, gleb, two.id)).toMatchObject({ refused: 'linked', item: { id: one.id }, by: 'Anna' });
});

test('until a client from outside is linked nothing is created for them; then with their account, or a reference to their item', async () => {
  const at = await stage();
  const { db, anna, clients, complaints, requests, zoe } = at;
  const late = { appId: complaints.id, doc: docOf(complaints, { Subject: 'Late' }) };
  expect((await shownTo(db, anna, zoe.session))?.create).toMatchObject({ why: 'not-linked' });
  expect(await create(db, anna, zoe.session, late)).toEqual({ refused: 'not-linked' });
  const client = { appId: clients.id, doc: docOf(clients, { Name: 'Zoe Bell' }), as: 'client' as const };
  const linked = await create(db, anna, zoe.session, client);
  expect(linked).toMatchObject({ item: { number: '1' } });
  const menu = (await shownTo(db, anna, zoe.session))?.create;
  expect(menu).toMatchObject({ why: null, apps: [{ name: 'Complaints' }, { name: 'Requests' }] });
  const made = await create(db, anna, zoe.session, late);
  if (!('item' in made)) throw new Error(made.refused);
  const doc = (await itemById(db.read, made.item.id))?.doc ?? {};
  expect(valueIn(doc, fieldNamed(complaints, 'Account'))).toEqual([zoe.account]);
  const again = { appId: requests.id, doc: {} };
  expect(await create(db, anna, zoe.session, again)).toMatchObject({ refused: 'values' });
  expect((await eventsIn(db, zoe.conversation)).map(({ type }) => type)).toEqual([
    'taken',
    'account-linked',
    'item-created',
  ]);
});

test('whoever sees no clients may create for one all the same, and learns nothing of the client’s item', async () => {
  const { db, boris, clients, requests, groups, zoe, anna, ...others } = await stage();
  const at = { db, boris, clients, requests, groups, zoe, anna, ...others };
  const item = await addItem(db, clients, { Name: 'Zoe Bell' });
  await link(at, anna, item.id);
  await db.write((tx) => tx.delete(appRights).where(eq(appRights.appId, clients.id)));
  const shown = await shownTo(db, anna, zoe.session);
  expect(shown?.account).toMatchObject({ items: [{ number: '1', title: null, values: [] }], may: { unlink: false } });
  const doc = docOf(requests, { Subject: 'Socket', Client: item.id });
  expect(await create(db, anna, zoe.session, { appId: requests.id, doc })).toMatchObject({ item: { number: '1' } });
  const other = await addItem(db, clients, { Name: 'Another' });
  const stranger = docOf(requests, { Subject: 'Socket', Client: other.id });
  expect(await create(db, anna, zoe.session, { appId: requests.id, doc: stranger })).toMatchObject({
    refused: 'values',
  });
  expect(JSON.stringify(await openSession(db.read, { id: anna, administrator: false }, zoe.session))).not.toContain(
    item.title,
  );
});

test('an employee is known by their own account: no link is needed, and none can be made', async () => {
  const { db, anna, pavel, clients, complaints, lines } = await stage();
  const inside = await writeInside(db, pavel, lines.support);
  const shown = await shownTo(db, anna, inside.session);
  expect(shown).toMatchObject({ account: null, create: { why: null } });
  const made = await create(db, anna, inside.session, {
    appId: complaints.id,
    doc: docOf(complaints, { Subject: 'Mouse' }),
  });
  if (!('item' in made)) throw new Error(made.refused);
  const doc = (await itemById(db.read, made.item.id))?.doc ?? {};
  expect(valueIn(doc, fieldNamed(complaints, 'Account'))).toEqual([inside.account]);
  const own = { appId: clients.id, doc: {}, as: 'client' as const };
  expect(await create(db, anna, inside.session, own)).toEqual({ refused: 'outside' });
  // Their own side shows nothing of it, and they are not at the desk of it.
  expect(JSON.stringify(await chatOf(db.read, pavel, lines.support))).not.toMatch(/Complaints|item-created/);
  expect(await create(db, pavel, inside.session, own)).toMatchObject({
    refused: 'session',
    why: { refused: 'missing' },
  });
});

test('a form that is sent twice makes one item and one card, and with other content nothing more', async () => {
  const at = await stage();
  const { db, anna, clients, complaints, zoe } = at;
  await link(at, anna, (await addItem(db, clients, { Name: 'Zoe' })).id);
  const form = { appId: complaints.id, id: newId(), doc: docOf(complaints, { Subject: 'Late' }) };
  const sent = await Promise.all([1, 2, 3].map(() => create(db, anna, zoe.session, form)));
  expect(new Set(sent.map((one) => ('item' in one ? one.item.id : one.refused)))).toEqual(new Set([form.id]));
  const other = { ...form, doc: docOf(complaints, { Subject: 'Never' }) };
  expect(await create(db, anna, zoe.session, other)).toEqual({ refused: 'again' });
  expect(await db.read.select().from(items).where(eq(items.appId, complaints.id))).toHaveLength(1);
  expect((await eventsIn(db, zoe.conversation)).filter(({ type }) => type === 'item-created')).toHaveLength(1);
  const client = { appId: clients.id, id: newId(), doc: {}, as: 'client' as const };
  expect(await create(db, anna, zoe.session, client)).toMatchObject({ refused: 'linked' });
});

test('what went meanwhile is said: the line’s app, the right, the item, the app itself', async () => {
  const at = await stage();
  const { db, anna, boris, vera, clients, complaints, requests, lines, groups, zoe } = at;
  const item = await addItem(db, clients, { Name: 'Zoe' });
  expect(await link(at, vera, item.id)).toEqual({ refused: 'right', app: 'Clients' });
  expect(await link(at, boris, item.id)).toMatchObject({
    refused: 'session',
    why: { refused: 'changed', owner: { name: 'Anna' } },
  });
  expect(await link(at, anna, newId())).toEqual({ refused: 'item-gone' });
  await db.write((tx) => tx.update(items).set({ deletedAt: 1 }).where(eq(items.id, item.id)));
  expect(await link(at, anna, item.id)).toEqual({ refused: 'item-gone' });
  await bind(db, lines.customers, { link: complaints, created: [requests] });
  expect(await link(at, anna, item.id)).toEqual({ refused: 'other-app' });
  const complaint = { appId: complaints.id, doc: docOf(complaints, { Subject: 'Late' }) };
  expect(await create(db, anna, zoe.session, complaint)).toEqual({ refused: 'other-app' });
  await db.write((tx) => tx.update(apps).set({ archivedAt: 1 }).where(eq(apps.id, complaints.id)));
  expect(await shownTo(db, anna, zoe.session)).toMatchObject({ account: null, create: { why: 'no-link-app' } });
  await db.write((tx) =>
    tx.delete(groupMembers).where(and(eq(groupMembers.groupId, groups.operators), eq(groupMembers.userId, anna))),
  );
  expect(await link(at, anna, item.id)).toMatchObject({ refused: 'session' });
});

test('a card is told in the last session of its conversation, and shows nobody of an earlier one what came after', async () => {
  const at = await stage();
  const { db, anna, boris, clients, zoe, channel } = at;
  await db.write((tx) => close(tx, anna, zoe.session, undefined, Date.now()));
  const item = await addItem(db, clients, { Name: 'Zoe' });
  await link(at, anna, item.id);
  const closed = await openSession(db.read, { id: anna, administrator: false }, zoe.session);
  expect(closed?.stretch.messages.at(-1)).toMatchObject({
    event: { type: 'account-linked' },
    card: { item: { id: item.id } },
  });
  const later = await writeFrom(db, { channel, externalId: '77', name: 'Zoe' });
  expect(later.session).not.toBe(zoe.session);
  await take(db, boris, later.session);
  await unlink(at, anna, item.id);
  const before = await openSession(db.read, { id: anna, administrator: false }, zoe.session);
  expect(before?.stretch.messages.at(-1)).toMatchObject({ event: { type: 'account-linked' } });
  const after = await openSession(db.read, { id: boris, administrator: false }, later.session);
  expect(after?.stretch.messages.at(-1)).toMatchObject({
    event: { type: 'account-unlinked' },
    sessionId: later.session,
  });
});

test('items with the same phone or e-mail are suggested to who sees them, and linked by nobody', async () => {
  const { db, anna, vera, clients } = await stage();
  const phone = await addItem(db, clients, { Name: 'By phone', Phone: '+7 (900) 000-00-01' });
  const email = await addItem(db, clients, { Name: 'By e-mail', 'E-mail': 'Zoe@Example.com' });
  await addItem(db, clients, { Name: 'Another', Phone: '+7 900 000-00-02' });
  const facts = { name: 'Zoe', phone: '+79000000001', email: 'zoe@example.com' };
  const found = await suggestedFor(db.read, anna, clients, facts);
  expect(found.map(({ id, reached }) => [id, ...reached])).toEqual([
    [email.id, 'Zoe@Example.com'],
    [phone.id, '+7 (900) 000-00-01'],
  ]);
  expect(await suggestedFor(db.read, vera, clients, facts)).toEqual([]);
  expect(await suggestedFor(db.read, anna, clients, { name: 'Another', phone: null, email: null })).toEqual([]);
});
