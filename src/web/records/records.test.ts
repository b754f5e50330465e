import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { addItem, docOf, fieldNamed } from '../../apps/testing.ts';
import { appRights, apps, items } from '../../db/schema.ts';
import { linkAccount } from '../../records/link.ts';
import { addRecords, bind, take, writeInside } from '../../records/testing.ts';
import { assign } from '../../sessions/assign.ts';
import { draftOf } from '../../sessions/drafts.ts';
import { itemsOpen, type Sent, standsIn } from '../apps/items/testing.ts';

const open = async () => {
  const house = await itemsOpen();
  const { db } = house;
  const at = await addRecords(db, house.company);
  const mina = await addItem(db, at.clients, { Name: 'Mina Hughes' });
  const link = () =>
    db.write((tx) =>
      linkAccount(tx, { appId: at.clients.id, itemId: mina.id }, { person: at.anna, session: at.zoe.session, at: 1 }),
    );
  const input = (name: string) => `f.${fieldNamed(at.complaints, name).id}`;
  return {
    ...house,
    ...at,
    mina,
    link,
    input,
    anna: house.as(at.anna),
    annaId: at.anna,
    address: `/sessions/${at.zoe.session}`,
  };
};

it('shows on the page of a session what is linked, to each who sees the session as much as they may see', async () => {
  const { anna, as, vera, pavel, boris, link, address, mina } = await open();
  expect((await anna.get(address)).html).toMatch(/<button[^>]*disabled[^>]*aria-label="Create"/);
  await link();
  const hers = await anna.get(address);
  expect(hers.html).toContain(`href="/items/${mina.id}"`);
  expect(hers.html).not.toMatch(/<button[^>]*disabled[^>]*aria-label="Create"/);
  const supervisors = await as(vera).get(address);
  expect(supervisors.html).toContain('Clients 1');
  expect(supervisors.html).not.toContain('Mina Hughes');
  expect(supervisors.html).not.toContain(mina.id);
  for (const who of [pavel, boris])
    for (const part of ['', '/records', '/account', '/items/new?app=x'])
      expect((await as(who).get(address + part)).html).not.toMatch(/Clients|Mina/);
});

it('fills in the form what is known, and takes no other account than the client’s', async () => {
  const { anna, db, link, complaints, address, mina, zoe, input, pavel, lines } = await open();
  await link();
  const other = await writeInside(db, pavel, lines.support);
  const form = await anna.get(`${address}/items/new?app=${complaints.id}`);
  const stands = standsIn(form.html);
  expect(stands[input('Client')]).toEqual([mina.id]);
  const sent = { ...stands, [input('Subject')]: 'Late', [input('Account')]: other.account };
  expect((await anna.post(`${address}/items?app=${complaints.id}&as=other`, sent)).status).toBe(303);
  const [made] = await db.read.select().from(items).where(eq(items.appId, complaints.id));
  expect(made?.doc).toEqual({ ...docOf(complaints, { Subject: 'Late', Account: [zoe.account], Client: mina.id }) });
});

it.each([
  ['the right to create is lost', 403],
  ['the app is archived', 409],
  ['the line uses other apps', 409],
  ['the client was unlinked', 409],
  ['the session is somebody else’s', 409],
  ['something is missing', 422],
] as const)('keeps what was typed when %s in the meantime', async (what, status) => {
  const {
    anna,
    annaId,
    boris,
    db,
    link,
    complaints,
    clients,
    requests,
    address,
    lines,
    zoe,
    input,
    as: _,
  } = await open();
  await link();
  const form = standsIn((await anna.get(`${address}/items/new?app=${complaints.id}`)).html);
  const change = {
    'the right to create is lost': () =>
      db.write((tx) => tx.delete(appRights).where(eq(appRights.appId, complaints.id))),
    'the app is archived': () =>
      db.write((tx) => tx.update(apps).set({ archivedAt: 1 }).where(eq(apps.id, complaints.id))),
    'the line uses other apps': () => bind(db, lines.customers, { link: clients, created: [requests] }),
    'the client was unlinked': () => bind(db, lines.customers, { link: complaints, created: [complaints] }),
    'the session is somebody else’s': () => db.write((tx) => assign(tx, annaId, zoe.session, boris, annaId, 2)),
    'something is missing': async () => {},
  }[what];
  await change();
  const subject = what === 'something is missing' ? '' : 'The parcel is late';
  const sent: Sent = { ...form, [input('Subject')]: subject, [input('Story')]: 'It came broken' };
  const answer = await anna.post(`${address}/items?app=${complaints.id}&as=other`, sent);
  expect(answer.status).toBe(status);
  expect(answer.html).toContain('It came broken');
});

it('says which item cannot be linked any more, and offers the others', async () => {
  const { anna, db, clients, mina, address } = await open();
  await db.write((tx) => tx.update(items).set({ deletedAt: 1 }).where(eq(items.id, mina.id)));
  const answer = await anna.post(`${address}/account`, { app: clients.id, item: mina.id });
  expect(answer.status).toBe(409);
  expect(answer.html).toContain('was deleted in the meantime');
  expect(answer.html).toContain('id="item-form"');
});

it('puts a number into the draft beside what was being written, and sends nothing', async () => {
  const { anna, annaId, as, vera, db, address, zoe } = await open();
  const sent = { id: 'none', text: 'Half a sentence', put: 'C-0001' };
  expect((await anna.post(`${address}/messages`, sent)).status).toBe(303);
  expect(await draftOf(db.read, annaId, `session:${zoe.session}`)).toBe('Half a sentence C-0001');
  expect((await anna.get(address)).html).toContain('Half a sentence C-0001</textarea>');
  expect((await as(vera).get(address)).html).not.toContain('Half a sentence');
});

it('shows the client nothing of what is created for them, in no page of theirs', async () => {
  const { anna, annaId, as, pavel, db, complaints, lines, input } = await open();
  const inside = await writeInside(db, pavel, lines.support);
  await take(db, annaId, inside.session);
  const address = `/sessions/${inside.session}`;
  const form = standsIn((await anna.get(`${address}/items/new?app=${complaints.id}`)).html);
  await anna.post(`${address}/items?app=${complaints.id}&as=other`, { ...form, [input('Subject')]: 'Broken mouse' });
  expect((await anna.get(address)).html).toMatch(/Complaints[\s\S]*No\. 1/);
  for (const page of [
    '/messages',
    `/messages/${lines.support}`,
    `/messages/${lines.support}/messages?before=99`,
    '/messages?q=mouse',
  ])
    expect((await as(pavel).get(page)).html).not.toMatch(/Complaints|No\. 1|class="card"/);
});

it('puts the focus of a dialog where one goes on: at its title when it opens, and at what is wrong when it is refused', async () => {
  const { anna, link, complaints, address } = await open();
  await link();
  const asked = { 'hx-request': 'true' };
  const form = await anna.get(`${address}/items/new?app=${complaints.id}`, asked);
  expect(form.html.match(/<[^>]*autofocus[^>]*>/)?.[0]).toContain('id="dialog-title"');
  const sent = { ...standsIn(form.html), press: 'save' };
  const refused = await anna.post(`${address}/items?app=${complaints.id}&as=other`, sent, asked);
  expect(refused.status).toBe(422);
  expect(refused.html.match(/<[^>]*autofocus[^>]*>/)?.[0]).toContain('class="error-summary"');
});
