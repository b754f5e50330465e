import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { users } from '../../../db/schema.ts';
import { newId } from '../../../id.ts';
import { openHouse, password } from '../../testing.ts';

const opened = async () => {
  const open = await openHouse();
  const ada = open.browser();
  await ada.signIn('admin@example.com', password);
  const paste = (text: string) => ada.post('/admin/users/import', { text });
  return { ...open, ada, paste };
};

test('people are pasted, looked at, confirmed, and get links that let them in', async () => {
  const { ada, paste, browser, db } = await opened();
  expect((await ada.get('/admin/users')).html).toContain('href="/admin/users/import"');
  expect((await ada.get('/admin/users/import')).html).toContain('enctype="multipart/form-data"');
  await ada.post('/admin/groups', { name: 'Support' });
  const { status, location } = await paste(
    'name;email;groups\nBea;bea@example.com;Support\n=Cid;cid@example.com;\nNobody;;Ghosts\n',
  );
  expect(status).toBe(303);
  const path = location ?? '';
  const preview = await ada.get(path);
  expect(preview.html).toContain('2 people can be added');
  expect(preview.html).toContain('Line 4:');
  expect(preview.html).toContain('The email is missing.');
  expect(preview.html).toContain('There is no group “Ghosts”.');
  expect(preview.html).toContain('Add 2 people');
  expect(preview.html).toContain('<span class="row-note">Support</span>');
  expect(await db.read.$count(users)).toBe(1);

  expect(await ada.post(path)).toMatchObject({ status: 303, location: path });
  expect(await ada.post(path)).toMatchObject({ status: 303, location: path });
  expect(await db.read.$count(users)).toBe(3);
  expect((await ada.get(path)).html).toContain('Added: 2 people');
  expect((await ada.get('/admin/users')).html.match(/class="chip waits">Invited</g)).toHaveLength(2);

  const file = await ada.post('/admin/users/invitations', { import: path.split('/').at(-1) ?? '' });
  expect(file.headers.get('content-type')).toContain('text/csv');
  expect(file.headers.get('content-disposition')).toContain('attachment; filename="invitations.csv"');
  expect(file.headers.get('cache-control')).toContain('no-store');
  const [, first, second] = file.html.split('\r\n');
  // A name that a spreadsheet would take for a formula.
  expect(first).toMatch(/^'=Cid,cid@example\.com,http:\/\/localhost\/password\/[\w-]{32}$/);
  const link = /localhost(\/password\/.*)$/.exec(second ?? '')?.[1] ?? '';
  const bea = browser();
  expect((await bea.get(link)).html).toContain('<h1>Join Test</h1>');
  expect((await bea.post(link, { password: 'chosen by Bea' })).status).toBe(303);
  expect((await bea.get('/me')).status).toBe(200);
});

test('one person, one row, one word', async () => {
  const { ada, paste } = await opened();
  const { location } = await paste('name,email\nBea,bea@example.com\nCid,\n');
  const { html } = await ada.get(location ?? '');
  expect(html).toContain('1 person can be added');
  expect(html).toContain('1 row cannot be taken');
  expect(html).toContain('Add 1 person<');
});

test('an email taken since: nobody is added, it is said, and the rest can be confirmed', async () => {
  const { ada, paste, db } = await opened();
  const { location } = await paste('name,email\nBea,bea@example.com\nCid,cid@example.com\n');
  await ada.post('/admin/users', { name: 'Beatrix', email: 'BEA@example.com', password });
  const refused = await ada.post(location ?? '');
  expect(refused.status).toBe(409);
  expect(refused.html).toContain('Nobody was added: something has changed');
  expect(refused.html).toContain('Somebody in the company has this email.');
  expect(refused.html).toContain('Add 1 person');
  expect(await db.read.$count(users)).toBe(2);
  expect((await ada.post(location ?? '')).status).toBe(303);
  expect(await db.read.$count(users, eq(users.emailKey, 'cid@example.com'))).toBe(1);
});

test('what cannot be read is said, and what was pasted stays', async () => {
  const { ada, paste } = await opened();
  const nothing = await ada.post('/admin/users/import', {});
  expect(nothing.status).toBe(422);
  expect(nothing.html).toContain('Choose a file, or paste the rows.');
  const refused = await paste('Anna <b>,anna@example.com');
  expect(refused.status).toBe(422);
  expect(refused.html).toMatch(/id="field-text-error"[^>]*>The first line must name the columns/);
  expect(refused.html).toContain('Anna &lt;b&gt;,anna@example.com');
  expect((await paste(`name,email\n"${'x'.repeat(100_000)}`)).html).toContain('From line 2 on it cannot be read');
});

test('what another administrator gave is not there', async () => {
  const { ada, paste, browser, db } = await opened();
  const { html } = await ada.get('/admin/users/new');
  const administrators = /name="groups" value="([\w-]+)"/.exec(html)?.[1] ?? '';
  await ada.post('/admin/users', { name: 'Bea', email: 'bea@example.com', password, groups: administrators });
  const bea = browser();
  await bea.signIn('bea@example.com', password);
  const { location } = await paste('name,email\nCid,cid@example.com\n');
  expect((await bea.get('/admin/users/import')).status).toBe(200);
  expect((await bea.get(location ?? '')).status).toBe(404);
  expect((await bea.post(location ?? '')).status).toBe(404);
  expect((await bea.post('/admin/users/invitations', { import: newId() })).status).toBe(404);
  expect(await db.read.$count(users)).toBe(2);
});

test('an import into Administrators demotes nobody, and who has not come does not count as one', async () => {
  const { ada, adminId, paste } = await opened();
  const { location } = await paste('name,email,groups\nBea,bea@example.com,Administrators\nAda,ADMIN@example.com,\n');
  expect((await ada.get(location ?? '')).html).toContain('Somebody in the company has this email.');
  await ada.post(location ?? '');
  const refused = await ada.post(`/admin/users/${adminId}/activation`, { active: 'no' });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('Nobody else could administer the company');
});
