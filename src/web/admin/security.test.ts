import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { audit, secondFactors, users } from '../../db/schema.ts';
import { newId } from '../../id.ts';
import { draftOf } from '../../sessions/drafts.ts';
import { codeOf, email, protectedHouse, secretIn, setUp } from '../sign-in/second-factor.testing.ts';
import { openHouse, password, stopClock } from '../testing.ts';

test('required of everyone, it is asked of the next request of everybody who has none', async () => {
  stopClock();
  const { ada, browser, db, adminId, borisId } = await protectedHouse();
  const boris = browser();
  await boris.signIn('boris@example.com', password);
  expect((await boris.get('/me')).status).toBe(200);
  const saved = await ada.post('/admin/security', { from: 'nobody', required: 'everyone' });
  expect(saved).toMatchObject({ status: 303, location: '/admin/security?saved' });
  expect((await ada.get('/admin/security')).html).toContain('1 of 2 people have one,');

  expect(await boris.get('/messages?q=a')).toMatchObject({
    status: 303,
    location: '/me/second-factor?next=%2Fmessages%3Fq%3Da',
  });
  for (const path of ['/live?after=0', '/live/poll?after=0']) expect((await boris.get(path)).status).toBe(401);
  const htmx = { 'hx-request': 'true', 'hx-current-url': 'http://localhost/messages' };
  const read = await boris.get('/messages', htmx);
  expect([read.status, read.headers.get('hx-redirect')]).toEqual([401, '/me/second-factor?next=%2Fmessages']);

  const page = await boris.get('/me/second-factor?next=/messages');
  expect(page.html).toContain('Your company requires a second factor');
  expect(page.html).toContain('name="next" value="/messages"');
  expect(page.html).not.toContain('data-live');
  expect(page.html).toContain('action="/sign-out"');
  const begun = await boris.post('/me/second-factor', { next: '/messages' });
  expect(begun.location).toBe('/me/second-factor/set-up?next=%2Fmessages');
  const shown = await boris.get(begun.location ?? '');
  const code = codeOf(secretIn(shown.html));
  expect((await boris.post('/me/second-factor/set-up', { code, next: '/messages' })).html).toContain(
    'href="/messages"',
  );
  expect((await boris.get('/messages')).status).toBe(200);

  const told = await db.read.select().from(audit).where(eq(audit.objectId, 'company'));
  expect(told.map(({ actorId, action, before, after }) => ({ actorId, action, before, after }))).toEqual([
    {
      actorId: adminId,
      action: 'company.second-factor-required',
      before: { secondFactor: 'nobody' },
      after: { secondFactor: 'everyone' },
    },
  ]);
  expect(await db.read.$count(secondFactors, eq(secondFactors.userId, borisId))).toBe(1);
});

test('what is sent meanwhile is not done, and a message is kept as a draft', async () => {
  const { ada, browser, db, borisId } = await protectedHouse();
  const boris = browser();
  await boris.signIn('boris@example.com', password);
  await ada.post('/admin/security', { from: 'nobody', required: 'everyone' });
  const line = newId();
  const sent = await boris.post(
    `/messages/${line}/messages`,
    { id: newId(), text: 'Half a page' },
    { referer: `http://localhost/messages/${line}` },
  );
  expect(sent.status).toBe(403);
  expect(sent.html).toContain('What you wrote is kept');
  expect(sent.html).toContain(`href="/me/second-factor?next=%2Fmessages%2F${line}"`);
  expect(await draftOf(db.read, borisId, `line:${line}`)).toBe('Half a page');
  expect((await boris.post('/me', { theme: 'dark' })).status).toBe(403);
  const byScript = await boris.post(`/messages/${line}/messages`, { text: 'x' }, { 'hx-request': 'true' });
  expect([byScript.status, byScript.html]).toEqual([401, 'Set up your second factor first.']);
  expect((await boris.post('/sign-out')).location).toBe('/sign-in');
});

test('required of administrators it concerns nobody else, and the one who requires it next', async () => {
  const { browser, db, adminId } = await openHouse();
  const ada = browser();
  await ada.signIn(email, password);
  expect((await ada.get('/admin/security')).html).toContain('You have no second factor yourself');
  const saved = await ada.post('/admin/security', { from: 'nobody', required: 'administrators' });
  expect((await ada.get(saved.location ?? '')).location).toBe('/me/second-factor?next=%2Fadmin%2Fsecurity%3Fsaved');
  await setUp(ada);
  expect((await ada.get('/admin/security')).html).toMatch(/value="administrators" checked/);
  await db.write((tx) => tx.delete(secondFactors).where(eq(secondFactors.userId, adminId)));
  expect((await ada.get('/admin/security')).status).toBe(303);
});

test('of two administrators who choose at once one is told; what makes no sense is refused', async () => {
  const { ada } = await protectedHouse();
  await ada.post('/admin/security', { from: 'nobody', required: 'administrators' });
  const late = await ada.post('/admin/security', { from: 'nobody', required: 'everyone' });
  expect(late.status).toBe(409);
  expect(late.html).toContain('Somebody else changed this meanwhile');
  expect(late.html).toMatch(/value="administrators" checked/);
  expect((await ada.post('/admin/security', { from: 'administrators', required: 'x' })).status).toBe(422);
});

test('an administrator turns off the second factor of somebody who lost the phone, but not their own', async () => {
  stopClock();
  const { ada, browser, db, adminId, borisId } = await protectedHouse();
  const boris = browser();
  await boris.signIn('boris@example.com', password);
  await setUp(boris);
  expect((await ada.get(`/admin/users/${borisId}`)).html).toContain('Turn off the second factor of Boris');
  const waits = browser();
  await waits.signIn('boris@example.com', password);
  const removal = `/admin/users/${borisId}/second-factor-removal`;
  expect((await boris.post(removal)).status).toBe(404);
  expect(await ada.post(removal)).toMatchObject({ status: 303, location: `/admin/users/${borisId}` });
  expect((await ada.post(removal)).status).toBe(303);
  expect((await ada.get(`/admin/users/${borisId}`)).html).toContain('has no second factor');
  expect((await waits.get('/sign-in/code')).location).toBe('/sign-in');
  expect(await browser().signIn('boris@example.com', password)).toMatchObject({ status: 303, location: '/' });
  const told = await db.read.select().from(audit).where(eq(audit.action, 'user.second-factor-removed'));
  expect(told.map(({ actorId, objectId }) => [actorId, objectId])).toEqual([[adminId, borisId]]);
  expect(await ada.post(`/admin/users/${adminId}/second-factor-removal`)).toMatchObject({
    location: '/me/second-factor',
  });
  expect((await ada.post('/admin/users/none/second-factor-removal')).status).toBe(404);
  expect(await db.read.$count(secondFactors)).toBe(1);
});

test('who has to choose a password is led there before everything else, the second factor among it', async () => {
  const { ada, browser, db, borisId } = await protectedHouse();
  const boris = browser();
  await boris.signIn('boris@example.com', password);
  await ada.post('/admin/security', { from: 'nobody', required: 'everyone' });
  await db.write((tx) => tx.update(users).set({ mustChangePassword: true }).where(eq(users.id, borisId)));
  for (const path of ['/', '/me', '/me/second-factor', '/lines']) {
    const led = await boris.get(path);
    expect([led.status, led.location?.split('?')[0]], path).toEqual([303, '/me/password']);
  }
  expect((await boris.get('/me/password')).status).toBe(200);
});
