import { expect, it } from 'vitest';
import { appById } from '../../../apps/read.ts';
import { addApp, addItem } from '../../../apps/testing.ts';
import { newId } from '../../../id.ts';
import { addGroup, addLine, addUser } from '../../../lines/testing.ts';
import { hiddenIn, openBuilder } from './testing.ts';

it('is made from one form, and from the same form once', async () => {
  const { db, admin } = await openBuilder();
  const page = await admin.get('/apps/new');
  expect(page.html).toContain('Graduation cap');
  const id = hiddenIn(page.html, 'id');
  const sent = { id, name: ' Clients ', icon: 'contact-round' };
  const first = await admin.post('/apps', sent);
  expect([first.status, first.location]).toEqual([303, `/apps/${id}/fields`]);
  expect(await admin.post('/apps', sent)).toMatchObject({ status: 303, location: `/apps/${id}/fields` });
  expect(await appById(db.read, id)).toMatchObject({ name: 'Clients', icon: 'contact-round' });
  const other = await admin.post('/apps', { ...sent, name: 'Other' });
  expect(other.status).toBe(409);
  expect(other.html).toContain('value="Other"');
  expect(hiddenIn(other.html, 'id')).not.toBe(id);
});

it('is refused without a name, with an icon that is none, or under the name of another, and what was typed stays', async () => {
  const { admin } = await openBuilder();
  await admin.post('/apps', { id: newId(), name: 'Clients', icon: 'star' });
  const nameless = await admin.post('/apps', { id: newId(), name: ' \u202E ', icon: 'star' });
  expect([nameless.status, nameless.html.includes('Type a name.')]).toEqual([422, true]);
  expect((await admin.post('/apps', { id: newId(), name: 'A', icon: '../../x' })).status).toBe(422);
  const twice = await admin.post('/apps', { id: newId(), name: 'CLIENTS', icon: 'star' });
  expect([twice.status, twice.html.includes('value="CLIENTS"')]).toEqual([422, true]);
  const ghost = await admin.post('/apps', { id: newId(), name: 'B', icon: 'star', seeGroups: newId() });
  expect(ghost.status).toBe(422);
  await admin.post('/apps', { id: newId(), name: '<b>Bold</b>', icon: 'star' });
  const { html } = await admin.get('/apps');
  expect(html).toContain('&lt;b&gt;Bold&lt;/b&gt;');
  expect(html).not.toContain('<b>Bold');
});

it('is listed for whoever sees its items and for administrators, and for nobody else', async () => {
  const { db, admin, as } = await openBuilder();
  const anna = await addUser(db, 'Anna');
  const seen = await addApp(db, 'Clients', [], { see: [await addGroup(db, 'Sellers', [anna])] });
  await addItem(db, seen, {});
  await addApp(db, 'Secrets');
  const hers = (await (await as(anna)).get('/apps')).html;
  expect(hers).toContain(`/apps/${seen.id}`);
  expect(hers).toContain('1 item<');
  expect(hers).not.toMatch(/Secrets|\/settings|\/apps\/new/);
  const all = (await admin.get('/apps')).html;
  expect(all).toMatch(/Clients[\s\S]*Secrets/);
  expect(all).toContain('You define it, and see no items of it');
  const stan = await as(await addUser(db, 'Stan'));
  expect((await stan.get('/apps')).html).toContain('No apps for you yet');
});

it('has a title whose fields are typed by their names and stay when they are renamed', async () => {
  const { db, admin, app } = await openBuilder();
  const { id, fields } = await addApp(db, 'Clients', [{ kind: 'text', name: 'Full name' }]);
  const settings = async () => (await admin.get(`/apps/${id}/settings`)).html;
  const stamp = hiddenIn(await settings(), 'stamp');
  const typed = { stamp, name: 'Clients', icon: 'notebook', numberPrefix: 'C-', numberDigits: '4', nextNumber: '12' };
  const wrong = await admin.post(`/apps/${id}/settings`, { ...typed, titlePattern: '{номер} {Nmae}' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('There is no field called {Nmae}.');
  expect(wrong.html).toContain('value="{номер} {Nmae}"');
  const right = await admin.post(`/apps/${id}/settings`, { ...typed, titlePattern: '{номер} · {full name}' });
  expect(right.status).toBe(303);
  expect(await app(id)).toMatchObject({
    titlePattern: `{number} · {f:${fields[0]?.id}}`,
    ...{ numberPrefix: 'C-', numberDigits: 4, lastNumber: 11 },
  });
  expect(await settings()).toContain('value="{number} · {Full name}"');
  expect(await settings()).toContain('Now: C-0012 · ‹Full name›');
});

it('never gives a number twice', async () => {
  const { db, admin } = await openBuilder();
  const { id } = await addApp(db, 'Clients');
  const typed = { name: 'Clients', icon: 'notebook', titlePattern: '{number}', numberPrefix: '', numberDigits: '1' };
  const save = async (nextNumber: string) => {
    const stamp = hiddenIn((await admin.get(`/apps/${id}/settings`)).html, 'stamp');
    return await admin.post(`/apps/${id}/settings`, { ...typed, stamp, nextNumber });
  };
  expect((await save('41')).status).toBe(303);
  const back = await save('7');
  expect([back.status, back.html.includes('Numbers up to 40 were given already')]).toEqual([422, true]);
  for (const wrong of ['0', '-1', '1e99', 'x', '']) expect((await save(wrong)).status).toBe(422);
});

it('tells the second of two administrators what the first has changed, and keeps what was typed', async () => {
  const { db, admin, app } = await openBuilder();
  const { id } = await addApp(db, 'Clients');
  const stamp = hiddenIn((await admin.get(`/apps/${id}/settings`)).html, 'stamp');
  const rest = { icon: 'notebook', titlePattern: 'No. {number}', numberPrefix: '', numberDigits: '1', nextNumber: '1' };
  expect((await admin.post(`/apps/${id}/settings`, { ...rest, stamp, name: 'Customers' })).status).toBe(303);
  const second = await admin.post(`/apps/${id}/settings`, { ...rest, stamp, name: 'People', icon: 'star' });
  expect(second.status).toBe(409);
  expect(second.html).toContain('Name is now: Customers');
  expect(second.html).toContain('value="People"');
  expect((await app(id)).name).toBe('Customers');
  const again = hiddenIn(second.html, 'stamp');
  const third = await admin.post(`/apps/${id}/settings`, { ...rest, stamp: again, name: 'People', icon: 'star' });
  expect(third.status).toBe(303);
  expect(await app(id)).toMatchObject({ name: 'People', icon: 'star' });
});

it('is not archived while a line relies on it, and the line is named', async () => {
  const { db, admin, app } = await openBuilder();
  const { id } = await addApp(db, 'Clients', [{ kind: 'account', name: 'Accounts' }]);
  await addLine(db, 'Shop <1>', { linkApp: id });
  const refused = await admin.post(`/apps/${id}/archiving`);
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('Shop &lt;1&gt;');
  expect((await app(id)).archivedAt).toBeNull();
  const free = await addApp(db, 'Free', [{ kind: 'account', name: 'Accounts' }]);
  expect((await admin.post(`/apps/${free.id}/archiving`)).status).toBe(303);
  expect((await admin.get(`/apps/${free.id}/settings`)).html).toContain('Bring the app back');
  expect((await admin.post(`/apps/${free.id}/restoration`)).status).toBe(303);
  expect((await app(free.id)).archivedAt).toBeNull();
});
