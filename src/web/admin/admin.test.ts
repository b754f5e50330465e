import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { addApp } from '../../apps/testing.ts';
import { groups, sessions, users } from '../../db/schema.ts';
import { newId } from '../../id.ts';
import { addLine } from '../../lines/testing.ts';
import { openHouse, password } from '../testing.ts';

const opened = async () => {
  const open = await openHouse();
  const ada = open.browser();
  await ada.signIn('admin@example.com', password);
  const idOf = async (path: string, name: string): Promise<string> => {
    const { html } = await ada.get(`${path}?q=${encodeURIComponent(name)}`);
    return new RegExp(`href="${path}/([0-9a-f-]{36})"`).exec(html)?.[1] ?? '';
  };
  const add = async (name: string, groupIds: readonly string[] = []) => {
    await ada.post('/admin/users', { name, email: `${name}@example.com`, password, groups: groupIds });
    return await idOf('/admin/users', name);
  };
  const addGroup = async (name: string) => {
    const { location } = await ada.post('/admin/groups', { name });
    return location?.split('/').at(-1) ?? '';
  };
  return { ...open, ada, add, addGroup };
};

test('an administrator adds somebody, who can sign in', async () => {
  const { ada, add, addGroup, browser } = await opened();
  const support = await addGroup('Support');
  expect((await ada.get('/admin/users')).html).toMatch(/<a[^>]*href="\/admin\/users\/new"[^>]*>Add<\/a>/);
  const page = await ada.get('/admin/users/new');
  for (const label of ['Name', 'Email', 'Password'])
    expect(page.html).toMatch(new RegExp(`<label[^>]*>${label}</label>`));
  expect(page.html).toMatch(/<label class="checkbox"><input[^>]*><span>Support<\/span>/);
  expect(page.html).toContain('Administrators');
  const bea = await add('Bea', [support]);
  expect((await ada.get(`/admin/users/${bea}`)).html).toMatch(new RegExp(`value="${support}" checked`));
  expect((await browser().signIn('bea@example.com', password)).status).toBe(303);
});

test('a taken email is told at its field, and what was typed stays, but for the password', async () => {
  const { ada, add } = await opened();
  await add('Bea');
  const fields = { name: 'Second Bea', email: 'BEA@example.com', password: 'a longer secret' };
  const refused = await ada.post('/admin/users', fields);
  expect(refused.status).toBe(422);
  expect(refused.html).toMatch(/id="field-email-error"[^>]*>Another person has this email\./);
  expect(refused.html).toContain('aria-describedby="field-email-error"');
  expect(refused.html).toContain('value="Second Bea"');
  expect(refused.html).not.toContain('a longer secret');
});

test('the same form twice is one person; the same id with somebody else is refused', async () => {
  const { ada, db } = await opened();
  const form = { id: newId(), name: 'Bea', email: 'bea@example.com', password };
  expect((await ada.post('/admin/users', form)).status).toBe(303);
  expect((await ada.post('/admin/users', form)).status).toBe(303);
  const other = await ada.post('/admin/users', { ...form, name: 'Cid', email: 'cid@example.com' });
  expect(other.status).toBe(409);
  expect(other.html).toContain('value="Cid"');
  expect(await db.read.$count(users)).toBe(2);
});

test('to whoever is no administrator, none of it is there', async () => {
  const { add, browser, adminId } = await opened();
  const bea = await add('Bea');
  const hers = browser();
  await hers.signIn('bea@example.com', password);
  for (const path of ['/admin', '/admin/users', '/admin/users/new', `/admin/users/${adminId}`, '/admin/groups'])
    expect((await hers.get(path)).status, path).toBe(404);
  for (const path of [
    '/admin/users',
    `/admin/users/${bea}`,
    `/admin/users/${adminId}/activation`,
    `/admin/users/${adminId}/password-link`,
    '/admin/groups',
  ])
    expect((await hers.post(path, { active: 'no', name: 'x' })).status, path).toBe(404);
  expect((await hers.get('/me')).html).not.toContain('href="/admin"');
});

test('whoever is deactivated is out at once and cannot come back, until they are activated', async () => {
  const { ada, add, browser } = await opened();
  const bea = await add('Bea');
  const hers = browser();
  await hers.signIn('bea@example.com', password);
  expect((await hers.get('/me')).status).toBe(200);
  expect((await ada.get(`/admin/users/${bea}`)).html).toContain('Deactivate Bea');
  await ada.post(`/admin/users/${bea}/activation`, { active: 'no' });
  expect((await hers.get('/me')).status).toBe(303);
  expect((await hers.signIn('bea@example.com', password)).status).toBe(422);
  await ada.post(`/admin/users/${bea}/activation`, { active: 'yes' });
  expect((await hers.signIn('bea@example.com', password)).status).toBe(303);
});

test('the last administrator is told why they cannot go', async () => {
  const { ada, adminId, db } = await opened();
  const refused = await ada.post(`/admin/users/${adminId}/activation`, { active: 'no' });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('Nobody else could administer the company');
  const form = { name: 'Ada', email: 'admin@example.com', password: '' };
  expect((await ada.post(`/admin/users/${adminId}`, form)).status).toBe(422);
  const [group] = await db.read.select().from(groups).where(eq(groups.system, 'administrators'));
  const left = await ada.post(`/admin/groups/${group?.id}/members`, { user: adminId, member: 'no' });
  expect(left.status).toBe(422);
  expect((await ada.get('/admin/users')).status).toBe(200);
});

test('a new password ends the sign-ins with the old one', async () => {
  const { ada, add, browser } = await opened();
  const bea = await add('Bea');
  const hers = browser();
  await hers.signIn('bea@example.com', password);
  const change = { name: 'Bea', email: 'bea@example.com', password: 'another long one' };
  expect((await ada.post(`/admin/users/${bea}`, change)).status).toBe(303);
  expect((await hers.get('/me')).status).toBe(303);
  expect((await hers.signIn('bea@example.com', password)).status).toBe(422);
  expect((await hers.signIn('bea@example.com', 'another long one')).status).toBe(303);
});

test('an empty password field leaves the password as it is', async () => {
  const { ada, add, browser } = await opened();
  const bea = await add('Bea');
  await ada.post(`/admin/users/${bea}`, { name: 'Beatrix', email: 'bea@example.com', password: '' });
  const hers = browser();
  expect((await hers.signIn('bea@example.com', password)).status).toBe(303);
  expect((await hers.get('/me')).html).toContain('title="Beatrix"');
});

test('a one-time link lets its person choose a password, once', async () => {
  const { ada, add, browser } = await opened();
  const bea = await add('Bea');
  const shown = await ada.post(`/admin/users/${bea}/password-link`);
  const path = /value="http:\/\/localhost(\/password\/[\w-]{32})"/.exec(shown.html)?.[1] ?? 'none';
  const hers = browser();
  expect((await hers.get(path)).html).toContain('Choose a new password');
  const short = await hers.post(path, { password: 'short' });
  expect(short.status).toBe(422);
  expect(await hers.post(path, { password: 'chosen by Bea' })).toMatchObject({ status: 303, location: '/' });
  expect((await hers.get('/me')).status).toBe(200);
  expect((await browser().get(path)).status).toBe(404);
  expect((await browser().post(path, { password: 'chosen by Eve' })).status).toBe(404);
  expect((await browser().signIn('bea@example.com', 'chosen by Bea')).status).toBe(303);
});

test('people join and leave a group by its page, and an unused group goes', async () => {
  const { ada, add, addGroup } = await opened();
  const bea = await add('Bea');
  const support = await addGroup('Support');
  expect((await ada.get(`/admin/groups/${support}?q=bea`)).html).toContain('aria-label="Add Bea"');
  await ada.post(`/admin/groups/${support}/members`, { user: bea, member: 'yes' });
  expect((await ada.get(`/admin/groups/${support}`)).html).toContain('aria-label="Remove Bea"');
  await ada.post(`/admin/groups/${support}/members`, { user: bea, member: 'no' });
  expect((await ada.get(`/admin/groups/${support}`)).html).toContain('Nobody belongs to this group yet.');
  expect((await ada.post(`/admin/groups/${support}`, { name: 'Help' })).status).toBe(303);
  expect(await ada.post(`/admin/groups/${support}/deletion`)).toMatchObject({ status: 303, location: '/admin/groups' });
  expect((await ada.get(`/admin/groups/${support}`)).status).toBe(404);
});

test('a group that a line or an app relies on says which', async () => {
  const { ada, addGroup, db } = await opened();
  const support = await addGroup('Support');
  await addLine(db, 'IT help', { operators: [support] });
  await addApp(db, 'Clients', [], { edit: [support] });
  const refused = await ada.post(`/admin/groups/${support}/deletion`);
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('Lines or apps rely on this group: IT help, Clients.');
});

test('whoever is taken out of the operators loses the sessions to the queue in the same change', async () => {
  const { ada, add, addGroup, adminId, browser, db } = await opened();
  const support = await addGroup('Support');
  const bea = await add('Bea', [support]);
  const line = await addLine(db, 'IT help', { people: [adminId], operators: [support] });
  expect((await ada.post(`/messages/${line}/messages`, { id: newId(), text: 'Help' })).status).toBe(303);
  const hers = browser();
  await hers.signIn('bea@example.com', password);
  expect((await hers.post('/sessions/next')).status).toBe(303);
  expect(await db.read.select().from(sessions)).toMatchObject([{ state: 'active', ownerId: bea }]);
  await ada.post(`/admin/groups/${support}/members`, { user: bea, member: 'no' });
  expect(await db.read.select().from(sessions)).toMatchObject([{ state: 'unassigned', ownerId: null }]);
});

test('what nobody has is 404, in words', async () => {
  const { ada } = await opened();
  const answer = await ada.get(`/admin/users/${newId()}`);
  expect(answer.status).toBe(404);
  expect(answer.html).toContain('Nothing here');
});
