import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { signIns } from '../../db/schema.ts';
import { newId } from '../../id.ts';
import { draftOf } from '../../sessions/drafts.ts';
import { openHouse, password, stopClock } from '../testing.ts';

const email = 'admin@example.com';

test('the right password opens the door, and leads where one wanted to go', async () => {
  const { browser } = await openHouse();
  const ada = browser();
  expect(await ada.get('/admin/users?q=a')).toMatchObject({
    status: 303,
    location: '/sign-in?next=%2Fadmin%2Fusers%3Fq%3Da',
  });
  expect(await ada.signIn('ADMIN@example.com', password, { next: '/admin/users?q=a' })).toMatchObject({
    status: 303,
    location: '/admin/users?q=a',
  });
  expect((await ada.get('/admin/users?q=a')).status).toBe(200);
});

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/.//evil.example',
  '/lines/..//evil.example',
  '/%2e//evil.example',
  'javascript:alert(1)',
])('the sign-in never leads away: %s', async (next) => {
  const { browser } = await openHouse();
  expect(await browser().signIn(email, password, { next })).toMatchObject({ status: 303, location: '/' });
});

test('the cookie is out of reach of scripts and other sites; only its hash is stored', async () => {
  const { browser, db } = await openHouse();
  const { set } = await browser().signIn(email, password);
  for (const cookie of set) {
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
    expect(cookie).not.toContain('Secure');
  }
  const secret = /^lines=([a-z0-9]{40}); /.exec(signInCookie(set))?.[1] ?? '';
  const stored = await db.read.select().from(signIns);
  expect(stored.map((row) => row.idHash)).toEqual([createHash('sha256').update(secret).digest('hex')]);
  expect(JSON.stringify(stored)).not.toContain(secret);
});

test('by HTTPS the cookie belongs to this host alone', async () => {
  const { browser } = await openHouse({ PUBLIC_URL: 'https://lines.example.org' });
  const { set } = await browser().signIn(email, password);
  expect(signInCookie(set)).toMatch(/^__Host-lines=/);
  expect(set.filter((cookie) => !cookie.includes('Secure'))).toEqual([]);
});

test('a wrong password and an unknown email are answered alike, and the email stays', async () => {
  const { browser } = await openHouse();
  const wrong = await browser().signIn(email, 'wrong password');
  const unknown = await browser().signIn('nobody@example.com', password);
  expect([wrong.status, unknown.status]).toEqual([422, 422]);
  expect(wrong.html).toContain('The email or the password is wrong.');
  expect(wrong.html.replaceAll(email, 'x')).toBe(unknown.html.replaceAll('nobody@example.com', 'x'));
  expect(wrong.html).toContain(`value="${email}"`);
});

test('wrong passwords are slowed where they come from, and do not keep the owner out', async () => {
  stopClock();
  const { browser } = await openHouse({ TRUSTED_PROXIES: '127.0.0.1' });
  const stranger = browser({ headers: { 'x-forwarded-for': '203.0.113.9' } });
  const statuses: number[] = [];
  for (let i = 0; i < 7; i++) statuses.push((await stranger.signIn(email, `wrong ${i}`)).status);
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429]);
  const slowed = await stranger.signIn(email, password);
  expect(slowed.status).toBe(429);
  expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(slowed.html).toMatch(/Try again in \d+ second/);
  expect(slowed.html).toContain(`value="${email}"`);
  const owner = browser({ headers: { 'x-forwarded-for': '198.51.100.4' } });
  expect((await owner.signIn(email, password)).status).toBe(303);
});

test('behind one address for all, a stranger does not keep out who signed in before', async () => {
  stopClock();
  const { browser } = await openHouse();
  const owner = browser();
  await owner.signIn(email, password);
  await owner.post('/sign-out');
  for (let i = 0; i < 7; i++) await browser().signIn(email, `wrong ${i}`);
  expect((await browser().signIn(email, password)).status).toBe(429);
  expect((await owner.signIn(email, password)).status).toBe(303);
});

test('nobody who is no trusted proxy can pretend to sit elsewhere', async () => {
  stopClock();
  const { browser } = await openHouse();
  const statuses: number[] = [];
  for (let i = 0; i < 7; i++) {
    const stranger = browser({ address: '203.0.113.9', headers: { 'x-forwarded-for': `198.51.100.${i}` } });
    statuses.push((await stranger.signIn(email, `wrong ${i}`)).status);
  }
  expect(statuses.at(-1)).toBe(429);
});

test('signing out ends the sign-in on the server, too', async () => {
  const { browser, db } = await openHouse();
  const ada = browser();
  const { set } = await ada.signIn(email, password);
  const cookie = signInCookie(set).split(';')[0] ?? '';
  expect(await ada.post('/sign-out')).toMatchObject({ status: 303, location: '/sign-in' });
  expect(await db.read.$count(signIns)).toBe(0);
  expect((await browser({ headers: { cookie } }).get('/me')).status).toBe(303);
});

test('what was written when the sign-in had run out becomes the draft of whoever signs in', async () => {
  const { browser, db, adminId } = await openHouse();
  const ada = browser();
  const place = newId();
  const text = 'Half a page, and then\r\n<b>this</b>';
  const asked = await ada.post(
    `/sessions/${place}/messages`,
    { id: newId(), text },
    { referer: `http://localhost/sessions/${place}?in=waiting` },
  );
  expect(asked.status).toBe(401);
  expect(asked.html).toContain('&lt;b&gt;this&lt;/b&gt;');
  expect(asked.html).not.toContain('<b>this');
  const kept = { place: `session:${place}`, text, next: `/sessions/${place}?in=waiting` };
  const again = await ada.signIn(email, 'wrong password', kept);
  expect(again.html).toContain('Half a page');
  expect(await ada.signIn(email, password, kept)).toMatchObject({ status: 303, location: kept.next });
  expect(await draftOf(db.read, adminId, `session:${place}`)).toContain('Half a page');
});

test("the page's scripts get a short 401 for what they send, and are led to the sign-in from what they read", async () => {
  const { browser } = await openHouse();
  const htmx = { 'hx-request': 'true', 'hx-current-url': 'http://localhost/lines' };
  const sent = await browser().post(`/messages/${newId()}/messages`, { text: 'x' }, htmx);
  expect(sent.status).toBe(401);
  expect(sent.headers.get('hx-redirect')).toBeNull();
  expect(sent.html).not.toContain('<html');
  const read = await browser().get('/lines', htmx);
  expect(read.status).toBe(401);
  expect(read.headers.get('hx-redirect')).toBe('/sign-in?next=%2Flines');
});

test('a cookie that makes no sense is nobody', async () => {
  const { browser } = await openHouse();
  const strange = browser({ headers: { cookie: `other=%E0%A4%A; lines=${'x'.repeat(5000)}` } });
  expect((await strange.get('/me')).status).toBe(303);
});

/** The cookie of the sign-in among what an answer sets. */
function signInCookie(set: readonly string[]): string {
  return set.find((cookie) => /^(__Host-)?lines=/.test(cookie)) ?? '';
}
