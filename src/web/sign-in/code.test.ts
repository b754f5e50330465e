import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { audit, secondFactors, signInChallenges, signIns } from '../../db/schema.ts';
import { newId } from '../../id.ts';
import { createPasswordLink } from '../../people/password/links.ts';
import { testSecrets } from '../../secrets/testing.ts';
import { draftOf } from '../../sessions/drafts.ts';
import { openHouse, password, stopClock } from '../testing.ts';
import { codeOf, email, protectedHouse } from './second-factor.testing.ts';

test('after the password comes the code, and then the page that was asked for', async () => {
  stopClock();
  const { browser, secret } = await protectedHouse();
  const phone = browser();
  const asked = await phone.signIn(email, password, { next: '/admin/users?q=a' });
  expect(asked).toMatchObject({ status: 303, location: '/sign-in/code?next=%2Fadmin%2Fusers%3Fq%3Da' });
  expect((await phone.get('/me')).status).toBe(303);
  const page = await phone.get(asked.location ?? '');
  expect(page.html).toContain('autocomplete="one-time-code"');
  expect(page.html).toContain('inputmode="numeric"');
  const form = { next: '/admin/users?q=a', code: codeOf(secret).replace(/^.../, '$& ') };
  expect(await phone.post('/sign-in/code', form)).toMatchObject({ status: 303, location: '/admin/users?q=a' });
  expect((await phone.get('/admin/users')).status).toBe(200);
});

test('the challenge’s cookie is out of reach of scripts and other sites; only its hash is stored', async () => {
  const { browser, db } = await protectedHouse();
  const { set } = await browser().signIn(email, password);
  expect(set).toHaveLength(1);
  const [cookie = ''] = set;
  expect(cookie).toMatch(/^lines-code=[\w-]{32}; /);
  for (const word of ['HttpOnly', 'SameSite=Lax', 'Max-Age=600']) expect(cookie).toContain(word);
  const [stored] = await db.read.select().from(signInChallenges);
  expect(cookie).not.toContain(stored?.tokenHash);
});

test('by HTTPS it belongs to this host alone', async () => {
  const { browser } = await openHouse({ PUBLIC_URL: 'https://lines.example.org' });
  const { set } = await browser().post('/sign-in/code', { code: '123456' }, { cookie: '__Host-lines-code=x' });
  expect(set.join()).toMatch(/^__Host-lines-code=; .*Path=\/; .*Secure/);
});

test('a wrong code, a used one and one of another time are told apart', async () => {
  stopClock();
  const { browser, secret, codes } = await protectedHouse();
  const phone = browser();
  await phone.signIn(email, password);
  const said = async (code: string) => {
    const { status, html } = await phone.post('/sign-in/code', { code });
    expect(status).toBe(422);
    return /role="alert".*?<li><a[^>]*>(.*?)<\/a>/s.exec(html)?.[1];
  };
  expect(await said(codeOf(secret, -30))).toContain('used already');
  expect(await said(codeOf(secret, 90))).toContain('about 90 seconds ahead of');
  expect(await said(codeOf(secret, -90))).toContain('about 90 seconds behind');
  expect(await said('nothing of ours')).toContain('used or is wrong');
  expect((await phone.post('/sign-in/code', { code: codes[0] ?? '' })).status).toBe(303);
});

test('some digits too few are a slip with the app’s code, and no recovery code, unless one was asked for', async () => {
  const { browser } = await protectedHouse();
  const phone = browser();
  await phone.signIn(email, password);
  expect((await phone.post('/sign-in/code', { code: '123 45' })).html).toContain('changes every 30 seconds');
  expect((await phone.post('/sign-in/code', { code: '123 45', recovery: 'yes' })).html).toContain('used or is wrong');
});

test('five wrong codes lead back to the password', async () => {
  const { browser, codes } = await protectedHouse();
  const phone = browser();
  await phone.signIn(email, password);
  for (let i = 0; i < 4; i++) expect((await phone.post('/sign-in/code', { code: `no ${i}` })).status).toBe(422);
  const last = await phone.post('/sign-in/code', { code: 'no', next: '/me' });
  expect(last.html).toContain('Start over with your password');
  expect(last.html).toContain('name="next" value="/me"');
  expect(last.set.join()).toContain('Max-Age=0');
  expect((await phone.post('/sign-in/code', { code: codes[0] ?? '' })).html).toContain('Start over');
  expect(await phone.get('/sign-in/code?next=/me')).toMatchObject({ status: 303, location: '/sign-in?next=%2Fme' });
});

test('a guesser who knows the password is slowed down whatever they start over; the owner’s browser is not', async () => {
  stopClock();
  const { browser, secret, codes, ada } = await protectedHouse();
  await ada.post('/sign-out');
  await ada.signIn(email, password);
  expect((await ada.post('/sign-in/code', { code: codeOf(secret) })).status).toBe(303);
  await ada.post('/sign-out');
  const near = new Set([-60, -30, 0, 30, 60].map((off) => codeOf(secret, off)));
  const wrong = Array.from({ length: 50 }, (_, i) => String(i).repeat(6).slice(0, 6)).filter((code) => !near.has(code));
  const statuses: number[] = [];
  for (let i = 0; i < 12; i++) {
    const guesser = browser({ address: `203.0.113.${i}` });
    await guesser.signIn(email, password);
    statuses.push((await guesser.post('/sign-in/code', { code: wrong[i] ?? '' })).status);
  }
  expect(statuses).toEqual([...Array(10).fill(422), 429, 429]);
  const guesser = browser();
  await guesser.signIn(email, password);
  const slowed = await guesser.post('/sign-in/code', { code: codeOf(secret, 30) });
  expect(slowed.status).toBe(429);
  expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(slowed.html).toContain('use a recovery code');
  await ada.signIn(email, password);
  expect((await ada.post('/sign-in/code', { code: codeOf(secret, 30) })).status).toBe(303);
  expect((await guesser.post('/sign-in/code', { code: codes[0] ?? '' })).status).toBe(303);
});

test('the field for a recovery code is shown when it is asked for, and counts as no try', async () => {
  const { browser, codes } = await protectedHouse();
  const phone = browser();
  await phone.signIn(email, password);
  for (let i = 0; i < 7; i++) {
    const other = await phone.post('/sign-in/code', { code: '', with: 'recovery', next: '/me' });
    expect(other.status).toBe(200);
    expect(other.html).toContain('Enter a recovery code');
    expect(other.html).not.toContain('inputmode');
    expect(other.html).toContain('name="next" value="/me"');
  }
  const wrong = await phone.post('/sign-in/code', { code: 'no', recovery: 'yes' });
  expect(wrong.html).toContain('Enter a recovery code');
  expect((await phone.post('/sign-in/code', { code: codes[3] ?? '', recovery: 'yes' })).status).toBe(303);
});

test('the same recovery code from two browsers at once lets one in', async () => {
  const { browser, codes, db, adminId } = await protectedHouse();
  const [one, other] = [browser(), browser()];
  await one.signIn(email, password);
  await other.signIn(email, password);
  const before = await db.read.$count(signIns);
  const form = { code: codes[0] ?? '' };
  const statuses = (await Promise.all([one.post('/sign-in/code', form), other.post('/sign-in/code', form)])).map(
    (answer) => answer.status,
  );
  expect(statuses.toSorted()).toEqual([303, 422]);
  expect(await db.read.$count(signIns)).toBe(before + 1);
  const told = await db.read.select().from(audit).where(eq(audit.action, 'user.recovery-code-used'));
  expect(told.map((entry) => entry.objectId)).toEqual([adminId]);
});

test('what was written when the sign-in had run out comes through the code, and becomes a draft only then', async () => {
  stopClock();
  const { browser, db, adminId, secret } = await protectedHouse();
  const place = newId();
  const kept = { place: `session:${place}`, text: 'Half a page', next: `/sessions/${place}` };
  const phone = browser();
  const asked = await phone.signIn(email, password, kept);
  expect(asked.status).toBe(200);
  expect(asked.html).toContain('value="Half a page"');
  expect(await draftOf(db.read, adminId, `session:${place}`)).toBe('');
  const wrong = await phone.post('/sign-in/code', { ...kept, code: 'no' });
  expect(wrong.html).toContain('value="Half a page"');
  const right = await phone.post('/sign-in/code', { ...kept, code: codeOf(secret) });
  expect(right).toMatchObject({ status: 303, location: kept.next });
  expect(await draftOf(db.read, adminId, `session:${place}`)).toBe('Half a page');
});

test('the code never leads away', async () => {
  stopClock();
  const { browser, secret } = await protectedHouse();
  const phone = browser();
  await phone.signIn(email, password);
  const answer = await phone.post('/sign-in/code', { code: codeOf(secret), next: '//evil.example' });
  expect(answer).toMatchObject({ status: 303, location: '/' });
});

test('a new password by a link does not get around the code', async () => {
  stopClock();
  const { browser, db, adminId, secret } = await protectedHouse();
  const token = await db.write((tx) => createPasswordLink(tx, adminId, Date.now()));
  const phone = browser();
  const changed = await phone.post(`/password/${token}`, { password: 'another long one' });
  expect(changed).toMatchObject({ status: 303, location: '/sign-in/code' });
  expect((await phone.get('/me')).status).toBe(303);
  expect((await phone.post('/sign-in/code', { code: codeOf(secret) })).status).toBe(303);
  expect((await phone.get('/me')).status).toBe(200);
});

test('with the key lost nobody gets a page without words, and recovery codes still let in', async () => {
  const { browser, house, codes, secret } = await protectedHouse();
  house.secrets = testSecrets();
  const phone = browser();
  await phone.signIn(email, password);
  for (let i = 0; i < 3; i++) {
    const answer = await phone.post('/sign-in/code', { code: codeOf(secret) });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('one of its keys is missing. Use a recovery code');
  }
  expect((await phone.post('/sign-in/code', { code: codes[0] ?? '' })).status).toBe(303);
  expect((await phone.get('/me/second-factor')).html).toContain('lost the key');
  expect((await phone.get('/admin/security')).html).toMatch(/keys\/secrets-[0-9a-f]{8}\.key/);
});

test('a second factor whose row is broken says the same', async () => {
  const { browser, db, adminId, secret } = await protectedHouse();
  await db.write((tx) => tx.update(secondFactors).set({ secret: 'broken' }).where(eq(secondFactors.userId, adminId)));
  const phone = browser();
  await phone.signIn(email, password);
  expect((await phone.post('/sign-in/code', { code: codeOf(secret) })).html).toContain('cannot check codes');
});
