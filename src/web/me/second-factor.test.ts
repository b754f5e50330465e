import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { audit, secondFactors } from '../../db/schema.ts';
import { codeOf, codesIn, email, protectedHouse, secretIn, setUp } from '../sign-in/second-factor.testing.ts';
import { openHouse, password, stopClock } from '../testing.ts';

test('the set-up shows a QR code, a link and the key in groups of four; afterwards nothing shows it any more', async () => {
  stopClock();
  const { browser, db } = await openHouse();
  const ada = browser();
  await ada.signIn(email, password);
  expect(await ada.post('/me/second-factor')).toMatchObject({ status: 303, location: '/me/second-factor/set-up' });
  const page = await ada.get('/me/second-factor/set-up');
  expect(page.html).toMatch(/<output[^>]*>([A-Z2-7]{4} ){7}[A-Z2-7]{4}</);
  expect(page.html).toContain('aria-label="QR code for the authenticator app"');
  expect(page.html).toContain(`href="otpauth://totp/Test:admin%40example.com?`);
  expect(page.headers.get('cache-control')).toBe('no-store');
  const secret = secretIn(page.html);
  const done = await ada.post('/me/second-factor/set-up', { code: codeOf(secret) });
  const codes = codesIn(done.html);
  expect(new Set(codes).size).toBe(10);
  const text = decodeURIComponent(/href="data:text\/plain;charset=utf-8,([^"]+)"/.exec(done.html)?.[1] ?? '');
  for (const code of codes) expect(text).toContain(code);
  const after = (await ada.get('/me/second-factor')).html + (await ada.get('/me/second-factor/set-up')).html;
  expect(after).toContain('You have 10 recovery codes left.');
  for (const hidden of [secret, ...codes]) expect(after).not.toContain(hidden);
  expect(JSON.stringify(await db.read.select().from(audit))).not.toMatch(new RegExp([secret, ...codes].join('|')));
});

test.each([
  [90, 'about 90 seconds ahead of'],
  [-90, 'about 90 seconds behind'],
])('with a clock that is %i s off the set-up says so, and shows the same key again', async (off, said) => {
  stopClock();
  const { browser } = await openHouse();
  const ada = browser();
  await ada.signIn(email, password);
  await ada.post('/me/second-factor');
  const secret = secretIn((await ada.get('/me/second-factor/set-up')).html);
  const refused = await ada.post('/me/second-factor/set-up', { code: codeOf(secret, off), next: '/lines' });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain(said);
  expect(secretIn(refused.html)).toBe(secret);
  const done = await ada.post('/me/second-factor/set-up', { code: codeOf(secret), next: '/lines' });
  expect(done.html).toContain('href="/lines"');
});

test('two tabs show the same key; the slower one is led to what the quicker one did', async () => {
  stopClock();
  const { browser, db } = await openHouse();
  const ada = browser();
  await ada.signIn(email, password);
  await Promise.all([ada.post('/me/second-factor'), ada.post('/me/second-factor')]);
  const secret = secretIn((await ada.get('/me/second-factor/set-up')).html);
  await ada.post('/me/second-factor');
  expect(secretIn((await ada.get('/me/second-factor/set-up')).html)).toBe(secret);
  const confirm = () => ada.post('/me/second-factor/set-up', { code: codeOf(secret) });
  const answers = await Promise.all([confirm(), confirm()]);
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 303]);
  expect(answers.find((answer) => answer.status === 303)?.location).toBe('/me/second-factor');
  expect(await db.read.$count(secondFactors)).toBe(1);
});

test('it is turned off by the password or a code, and by nothing else', async () => {
  stopClock();
  const { ada, secret, db, adminId } = await protectedHouse();
  const off = (typed: string) => ada.post('/me/second-factor/removal', { password: typed });
  for (const typed of ['wrong password', '', codeOf(secret, -30)]) {
    const refused = await off(typed);
    expect(refused.status).toBe(422);
    expect(refused.html).not.toContain('wrong password');
    expect(refused.html).toContain('<details class="confirm" open=""');
  }
  expect(await db.read.$count(secondFactors)).toBe(1);
  expect(await off(codeOf(secret))).toMatchObject({ status: 303, location: '/me/second-factor' });
  expect(await db.read.$count(secondFactors)).toBe(0);
  await setUp(ada);
  expect((await off(password)).status).toBe(303);
  expect(await db.read.$count(secondFactors)).toBe(0);
  const told = await db.read.select().from(audit).where(eq(audit.action, 'user.second-factor-removed'));
  expect(told.map(({ actorId, objectId }) => [actorId, objectId])).toEqual([
    [adminId, adminId],
    [adminId, adminId],
  ]);
});

test('a password that looks like a code with dashes turns it off, too', async () => {
  const { ada } = await protectedHouse();
  const digits = '12-34-56';
  expect((await ada.post('/me/password', { current: password, password: digits })).status).toBe(303);
  expect((await ada.post('/me/second-factor/removal', { password: digits })).status).toBe(303);
});

test('a code is taken as apps show it, with a space in its middle', async () => {
  stopClock();
  const { ada, secret } = await protectedHouse();
  const shown = codeOf(secret).replace(/^.../, '$& ');
  expect((await ada.post('/me/second-factor/removal', { password: shown })).status).toBe(303);
});

test('new recovery codes cost the password or a code, and end the old ones', async () => {
  const { ada, codes, browser } = await protectedHouse();
  expect((await ada.post('/me/second-factor/recovery-codes', { password: 'wrong password' })).status).toBe(422);
  const made = await ada.post('/me/second-factor/recovery-codes', { password });
  const fresh = codesIn(made.html);
  expect(fresh).toHaveLength(10);
  expect(fresh.filter((code) => codes.includes(code))).toEqual([]);
  const phone = browser();
  await phone.signIn(email, password);
  expect((await phone.post('/sign-in/code', { code: codes[0] ?? '' })).status).toBe(422);
  expect((await phone.post('/sign-in/code', { code: fresh[0] ?? '' })).status).toBe(303);
  expect((await phone.get('/me/second-factor')).html).toContain('You have 9 recovery codes left.');
});

test('who sits at an open page and guesses the password or codes is slowed down', async () => {
  stopClock();
  const { ada, secret } = await protectedHouse();
  const off = (typed: string) => ada.post('/me/second-factor/removal', { password: typed });
  const near = new Set([-30, 0, 30].map((seconds) => codeOf(secret, seconds)));
  const wrong = Array.from({ length: 20 }, (_, i) => String(200_000 + i)).filter((code) => !near.has(code));
  for (const code of wrong.slice(0, 10)) expect((await off(code)).html).not.toContain('Too many');
  expect((await off(codeOf(secret))).html).toContain('Too many wrong codes');
  for (let i = 0; i < 5; i++) expect((await off(`wrong password ${i}`)).html).toContain('neither your password');
  expect((await off(password)).html).toContain('Too many wrong codes');
});
