import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { passwordLinks, users } from '../../db/schema.ts';
import { newId } from '../../id.ts';
import { openHouse, password } from '../testing.ts';

const opened = async () => {
  const open = await openHouse();
  const ada = open.browser();
  await ada.signIn('admin@example.com', password);
  const invite = (fields: Record<string, string> = {}) =>
    ada.post('/admin/users', { name: 'Bea', email: 'bea@example.com', password: '', ...fields });
  const idOf = async (email: string) => {
    const [user] = await open.db.read.select({ id: users.id }).from(users).where(eq(users.emailKey, email));
    return user?.id ?? '';
  };
  return { ...open, ada, invite, idOf };
};

/** The link that a page shows. */
const linkIn = (html: string): string => /value="http:\/\/localhost(\/password\/[\w-]{32})"/.exec(html)?.[1] ?? 'none';

test('whoever is given no password is invited: the link is shown once, with its QR code', async () => {
  const { ada, invite, idOf } = await opened();
  const form = await ada.get('/admin/users/new');
  expect(form.html).toMatch(/<input[^>]*id="field-password"[^>]*>/);
  expect(form.html).not.toMatch(/<input[^>]*id="field-password"[^>]*required/);
  const shown = await invite();
  expect(shown.status).toBe(200);
  expect(shown.html).toContain('<h1>Bea</h1>');
  expect(shown.html).toContain('Invited, has not come yet.');
  expect(linkIn(shown.html)).not.toBe('none');
  expect(shown.html).toContain('<svg class="qr" role="img" aria-label="QR code with the link for Bea"');
  expect(shown.html).toMatch(/src="\/assets\/copy-link-[^"]*\.js"/);
  const later = await ada.get(`/admin/users/${await idOf('bea@example.com')}`);
  expect(later.html).toContain('New invitation link');
  expect(later.html).not.toContain('/password/');
  expect((await ada.get('/admin/users')).html).toContain('<span class="chip waits">Invited</span>');
});

test('an invited person is greeted by the company, chooses a password, and is in; the link is spent', async () => {
  const { ada, invite, browser, idOf } = await opened();
  const link = linkIn((await invite()).html);
  expect((await browser().signIn('bea@example.com', '')).status).toBe(422);
  expect((await browser().signIn('bea@example.com', 'a guess of mine')).status).toBe(422);
  const bea = browser();
  const page = await bea.get(link);
  expect(page.html).toContain('<h1>Join Test</h1>');
  expect(page.html).toContain('you sign in as bea@example.com');
  const short = await bea.post(link, { password: 'short' });
  expect(short.status).toBe(422);
  expect(short.html).toContain('<h1>Join Test</h1>');
  expect(await bea.post(link, { password: 'chosen by Bea' })).toMatchObject({ status: 303, location: '/' });
  expect((await bea.get('/me')).status).toBe(200);
  for (const again of [await browser().get(link), await browser().post(link, { password: 'chosen by Eve' })]) {
    expect(again.status).toBe(404);
    expect(again.html).toContain('Ask your administrator for a new link.');
  }
  expect((await browser().signIn('bea@example.com', 'chosen by Bea')).status).toBe(303);
  const user = await ada.get(`/admin/users/${await idOf('bea@example.com')}`);
  expect(user.html).not.toContain('Invited');
  expect(user.html).toContain('Link for a new password');
});

test('an invitation ends by a newer one, after seven days, and with a deactivation', async () => {
  const { ada, invite, browser, idOf, db } = await opened();
  const first = linkIn((await invite()).html);
  const bea = await idOf('bea@example.com');
  const second = linkIn((await ada.post(`/admin/users/${bea}/password-link`)).html);
  expect((await browser().get(first)).status).toBe(404);
  expect((await browser().get(second)).status).toBe(200);
  const [row] = await db.read.select().from(passwordLinks);
  expect(row?.kind).toBe('invitation');
  expect((row?.expiresAt ?? 0) - Date.now()).toBeGreaterThan(6.99 * 86_400_000);
  await db.write((tx) => tx.update(passwordLinks).set({ expiresAt: Date.now() }));
  expect((await browser().get(second)).status).toBe(404);
  expect((await browser().post(second, { password: 'chosen by Bea' })).status).toBe(404);

  const third = linkIn((await ada.post(`/admin/users/${bea}/password-link`)).html);
  await ada.post(`/admin/users/${bea}/activation`, { active: 'no' });
  expect((await browser().get(third)).status).toBe(404);
  expect((await ada.post(`/admin/users/${bea}/password-link`)).status).toBe(404);
  await ada.post(`/admin/users/${bea}/activation`, { active: 'yes' });
  expect((await browser().get(third)).status).toBe(404);
  const fourth = linkIn((await ada.post(`/admin/users/${bea}/password-link`)).html);
  expect((await browser().post(fourth, { password: 'chosen by Bea' })).status).toBe(303);
});

test('the form of an invitation sent twice is one person, and leaves the link that was shown as it is', async () => {
  const { ada, invite, browser, db } = await opened();
  const id = newId();
  const link = linkIn((await invite({ id })).html);
  expect(await invite({ id })).toMatchObject({ status: 303, location: `/admin/users/${id}` });
  expect(await db.read.$count(users)).toBe(2);
  expect((await browser().get(link)).status).toBe(200);
  expect((await ada.post('/admin/users', { name: 'Cid', email: 'BEA@example.com' })).html).toMatch(
    /id="field-email-error"[^>]*>Another person has this email\./,
  );
});

test('an administrator may give who was invited a password all the same: the invitation ends', async () => {
  const { ada, invite, browser, idOf } = await opened();
  const link = linkIn((await invite()).html);
  const bea = await idOf('bea@example.com');
  const fields = { name: 'Bea', email: 'bea@example.com', password: 'given by Ada' };
  expect((await ada.post(`/admin/users/${bea}`, fields)).status).toBe(303);
  expect((await browser().get(link)).status).toBe(404);
  expect((await browser().signIn('bea@example.com', 'given by Ada')).status).toBe(303);
});

test('whoever got a password with the tick has to choose another before anything else', async () => {
  const { ada, browser, idOf } = await opened();
  const fields = { name: 'Bea', email: 'bea@example.com', password: 'given by Ada', mustChange: 'on' };
  expect((await ada.post('/admin/users', fields)).status).toBe(303);
  const bea = await idOf('bea@example.com');
  expect((await ada.get(`/admin/users/${bea}`)).html).toContain('has to choose another password');
  const hers = browser();
  await hers.signIn('bea@example.com', 'given by Ada');
  for (const path of ['/', '/messages', '/lines', '/me'])
    expect(await hers.get(path), path).toMatchObject({
      status: 303,
      location: expect.stringContaining('/me/password'),
    });
  expect((await hers.get('/me/password')).status).toBe(200);
  const same = await hers.post('/me/password', { password: 'given by Ada' });
  expect(same.status).toBe(422);
  expect((await hers.post('/me/password', { password: 'chosen by Bea' })).status).toBe(303);
  expect((await hers.get('/messages')).status).toBe(200);
  expect((await ada.get(`/admin/users/${bea}`)).html).not.toContain('has to choose another password');
});

test('without the tick nothing is owed; with it alone the password stays and has to be changed; a link pays it', async () => {
  const { ada, browser, idOf } = await opened();
  const fields = { name: 'Bea', email: 'bea@example.com' };
  await ada.post('/admin/users', { ...fields, password: 'given by Ada' });
  const bea = await idOf('bea@example.com');
  const hers = browser();
  await hers.signIn('bea@example.com', 'given by Ada');
  expect((await hers.get('/messages')).status).toBe(200);
  await ada.post(`/admin/users/${bea}`, { ...fields, password: '', mustChange: 'on' });
  expect(await hers.get('/messages')).toMatchObject({ status: 303 });
  // Her name is changed meanwhile: what she owes stays.
  await ada.post(`/admin/users/${bea}`, { ...fields, name: 'Beatrix', password: '' });
  expect(await hers.get('/messages')).toMatchObject({ status: 303 });
  const link = linkIn((await ada.post(`/admin/users/${bea}/password-link`)).html);
  expect((await hers.post(link, { password: 'chosen by Bea' })).status).toBe(303);
  expect((await hers.get('/messages')).status).toBe(200);
});

test('whoever returns finds the groups they had', async () => {
  const { ada, idOf } = await opened();
  const { location } = await ada.post('/admin/groups', { name: 'Support' });
  const support = location?.split('/').at(-1) ?? '';
  await ada.post('/admin/users', { name: 'Bea', email: 'bea@example.com', password, groups: support });
  const bea = await idOf('bea@example.com');
  await ada.post(`/admin/users/${bea}/activation`, { active: 'no' });
  await ada.post(`/admin/users/${bea}/activation`, { active: 'no' });
  await ada.post(`/admin/users/${bea}/activation`, { active: 'yes' });
  expect((await ada.get(`/admin/users/${bea}`)).html).toMatch(new RegExp(`value="${support}" checked`));
});
