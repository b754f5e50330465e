import { expect, test, vi } from 'vitest';
import { DatabaseFull } from '../../db/errors.ts';
import { newId } from '../../id.ts';
import { openHouse, password } from '../testing.ts';

test('every answer says what browsers may do with it', async () => {
  const { browser } = await openHouse();
  for (const path of ['/sign-in', '/nowhere', '/me', '/healthz', '/icon.svg']) {
    const { headers } = await browser().get(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy, path).toContain("script-src 'self'");
    expect(policy, path).toContain("style-src 'self'");
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy, path).not.toContain('unsafe');
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(headers.get('referrer-policy'), path).toBe('same-origin');
    expect(headers.get('x-request-id'), path).toMatch(/^[0-9a-f]{12}$/);
  }
  expect((await browser().get('/sign-in')).headers.get('cache-control')).toBe('no-store');
});

const ours = { origin: 'http://localhost' };

test.each([
  ['a page of ours says so', { 'sec-fetch-site': 'same-origin' }, 303],
  ['the person sends it again', { 'sec-fetch-site': 'none' }, 303],
  ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['another site of the same domain', { 'sec-fetch-site': 'same-site' }, 403],
  ['another site that calls itself ours as well', { 'sec-fetch-site': 'cross-site', ...ours }, 403],
  ['an origin of ours, as on plain HTTP', ours, 303],
  ['another origin', { origin: 'http://evil.example' }, 403],
  ['an origin that hides', { origin: 'null' }, 403],
  ['nobody says anything', {}, 403],
])('a change that %s asks for', async (_, headers, status) => {
  const { app } = await openHouse();
  const answer = await app.request('http://localhost/sign-out', {
    method: 'POST',
    headers: { host: 'localhost', ...headers },
  });
  expect(answer.status).toBe(status);
});

test('behind HTTPS the plain origin of the same host is not ours', async () => {
  const { app } = await openHouse({ PUBLIC_URL: 'https://lines.example.org' });
  const ask = (origin: string) =>
    app.request('http://lines.example.org/sign-out', {
      method: 'POST',
      headers: { host: 'lines.example.org', origin },
    });
  expect((await ask('http://lines.example.org')).status).toBe(403);
  expect((await ask('https://lines.example.org')).status).toBe(303);
});

test('what is refused says so in words', async () => {
  const { browser } = await openHouse();
  const answer = await browser().post('/sign-out', {}, { 'sec-fetch-site': 'cross-site' });
  expect(answer.html).toContain('did not come from a page of ours');
});

test('a form that is none, and one that is too large, are told in words', async () => {
  const { browser } = await openHouse();
  const none = await browser().post('/sign-in', {}, { 'content-type': 'application/json' });
  expect(none.status).toBe(400);
  expect(none.html).toContain('no form of ours');
  const large = await browser().post('/sign-in', { email: 'x'.repeat(1_100_000), password: 'x' });
  expect(large.status).toBe(413);
  expect(large.html).toContain('Too much at once');
});

test('a full disk: 503, in words, and nothing happened', async () => {
  logged();
  const { browser, db } = await openHouse();
  db.write = () => Promise.reject(new DatabaseFull(new Error('full')));
  const answer = await browser().signIn('admin@example.com', password);
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('5');
  expect(answer.html).toContain('Nothing was changed.');
  expect(answer.set).toEqual([]);
});

test('what failed can be asked for again, but never leads away', async () => {
  logged();
  const { browser, house, db } = await openHouse();
  house.db = Object.create(db, { read: { get: () => fail() } });
  const fail = () => {
    throw new DatabaseFull(new Error('full'));
  };
  expect((await browser().get('/lines/all')).html).toContain('href="/lines/all"');
  const elsewhere = await browser().get('//evil.example/lines');
  expect(elsewhere.status).toBe(503);
  expect(elsewhere.html).not.toContain('href="//evil');
});

test('what was written into a form that failed stands on the page, ready to be sent again', async () => {
  logged();
  const { browser, db } = await openHouse();
  const ada = browser();
  await ada.signIn('admin@example.com', password);
  db.write = () => Promise.reject(new DatabaseFull(new Error('full')));
  const group = await ada.post('/admin/groups', { id: newId(), name: 'Night <shift>' });
  expect(group.status).toBe(503);
  expect(group.html).toContain('action="/admin/groups"');
  expect(group.html).toContain('name="name" value="Night &lt;shift&gt;"');
  const user = await ada.post('/admin/users', { name: 'Bea', email: 'b@example.com', password: 'a secret of Bea' });
  expect(user.status).toBe(503);
  expect(user.html).toContain('Bea');
  expect(user.html).not.toContain('a secret of Bea');
});

test('no password and no code stands on the page of a form that failed', async () => {
  logged();
  const { browser, house, db } = await openHouse();
  const ada = browser();
  await ada.signIn('admin@example.com', password);
  db.write = () => Promise.reject(new DatabaseFull(new Error('full')));
  const changed = await ada.post('/me/password', {
    current: password,
    password: 'another horse battery',
    next: '/lines',
  });
  expect(changed.status).toBe(503);
  expect(changed.html).toContain('name="next" value="/lines"');
  expect(changed.html).not.toContain(password);
  house.db = Object.create(db, { read: { get: () => fail() } });
  const fail = () => {
    throw new DatabaseFull(new Error('full'));
  };
  const answered = await browser().post(
    '/sign-in/code',
    { code: 'k3nf-9w2m-77xq', next: '/lines' },
    { cookie: 'lines-code=x' },
  );
  expect(answered.status).toBe(503);
  expect(answered.html).toContain('name="next" value="/lines"');
  expect(answered.html).not.toContain('k3nf');
});

test('a mistake of ours shows a number that the log has too, and no trace', async () => {
  const lines = logged();
  const { browser, db } = await openHouse();
  db.write = () => Promise.reject(new TypeError('secret detail'));
  const answer = await browser().signIn('admin@example.com', password);
  expect(answer.status).toBe(500);
  const id = answer.headers.get('x-request-id') ?? 'none';
  expect(answer.html).toContain(id);
  expect(answer.html).not.toContain('secret detail');
  expect(lines.join('')).toContain(id);
  expect(lines.join('')).toContain('secret detail');
});

/** What is logged from now on, instead of on the terminal. */
function logged(): string[] {
  const lines: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  return lines;
}
