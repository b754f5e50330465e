import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { audit, users } from '../../db/schema.ts';
import { openHouse, password, stopClock } from '../testing.ts';

const chrome = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const newOne = 'another horse battery';

const twoBrowsers = async () => {
  const open = await openHouse();
  const here = open.browser({ headers: { 'user-agent': chrome } });
  const there = open.browser({ address: '10.1.2.3' });
  for (const browser of [here, there]) await browser.signIn('admin@example.com', password);
  const closures = async () =>
    [...(await here.get('/me/security')).html.matchAll(/action="(\/me\/sign-ins\/[\w-]+\/closure)"/g)].map(
      ([, action = '']) => action,
    );
  return { ...open, here, there, closures };
};

test('one’s own sign-ins are listed with device and address, and each other one can be ended', async () => {
  const { here, there, closures, db } = await twoBrowsers();
  const { html } = await here.get('/me/security');
  expect(html).toContain('<b>Chrome on Windows</b> <span class="chip">This one</span>');
  expect(html).toContain('<b>Unknown browser</b>');
  expect(html).toContain('from 10.1.2.3');
  const [action = ''] = await closures();
  expect(await here.post(action)).toMatchObject({ status: 303, location: '/me/security?ended' });
  expect((await there.get('/me')).status).toBe(303);
  expect((await here.get('/me')).status).toBe(200);
  expect(await closures()).toEqual([]);
  expect((await here.post(action)).status).toBe(404);
  expect(await db.read.$count(audit, eq(audit.action, 'user.sign-ins-ended'))).toBe(1);
});

test('all others end and this one stays; everywhere means here, too', async () => {
  const { here, there } = await twoBrowsers();
  await here.post('/me/sign-ins/closure', { which: 'others' });
  expect([(await here.get('/me')).status, (await there.get('/me')).status]).toEqual([200, 303]);
  await there.signIn('admin@example.com', password);
  const answer = await here.post('/me/sign-ins/closure', { which: 'all' });
  expect(answer.location).toBe('/sign-in');
  expect(answer.set.join()).toMatch(/lines=;.*Max-Age=0/);
  expect([(await here.get('/me')).status, (await there.get('/me')).status]).toEqual([303, 303]);
});

test('what does not say which ends nothing', async () => {
  const { here, there } = await twoBrowsers();
  await here.post('/me/sign-ins/closure');
  expect([(await here.get('/me')).status, (await there.get('/me')).status]).toEqual([200, 200]);
});

test('a new password signs the other browsers out, keeps this one, and is the only one from then on', async () => {
  const { here, there, browser } = await twoBrowsers();
  const answer = await here.post('/me/password', { current: password, password: newOne });
  expect(answer).toMatchObject({ status: 303, location: '/me/security?password' });
  expect([(await here.get('/me')).status, (await there.get('/me')).status]).toEqual([200, 303]);
  const other = browser();
  expect((await other.signIn('admin@example.com', password)).status).toBe(422);
  expect((await other.signIn('admin@example.com', newOne)).status).toBe(303);
});

test('a wrong, an equal and a short one are told at their fields', async () => {
  const { here, there } = await twoBrowsers();
  const change = async (current: string, next: string) => await here.post('/me/password', { current, password: next });
  for (const [answer, text] of [
    [await change('wrong horse battery', newOne), 'This is not your current password.'],
    [await change(password, password), 'This is the password that you have.'],
    [await change(password, 'short'), 'This is too short.'],
  ] as const) {
    expect(answer.status).toBe(422);
    expect(answer.html).toContain(`error">\n${text}`.replace('\n', ''));
    expect(answer.html).not.toContain(password);
  }
  expect((await there.get('/me')).status).toBe(200);
});

test('whoever guesses the current password is slowed down', async () => {
  stopClock();
  const { here } = await twoBrowsers();
  const guess = () => here.post('/me/password', { current: 'guess', password: newOne });
  for (let tries = 0; tries < 5; tries++) expect((await guess()).status).toBe(422);
  const answer = await guess();
  expect(answer.status).toBe(429);
  expect(answer.html).toContain('Wait 1 second and try again.');
  expect(answer.headers.get('retry-after')).toBe('1');
});

test('whose password was chosen by somebody else chooses another without it, and goes on', async () => {
  const { here, db, adminId } = await twoBrowsers();
  await db.write((tx) => tx.update(users).set({ mustChangePassword: true }).where(eq(users.id, adminId)));
  const form = await here.get('/me/password?next=/messages');
  expect(form.html).toContain('Choose a password of your own');
  expect(form.html).not.toContain('name="current"');
  const same = await here.post('/me/password', { password, next: '/messages' });
  expect(same.status).toBe(422);
  expect(same.html).toContain('This is the password that you have.');
  expect(same.html).toContain('name="next" value="/messages"');
  const changed = await here.post('/me/password', { password: newOne, next: '/messages' });
  expect(changed).toMatchObject({ status: 303, location: '/messages' });
  expect((await here.get('/messages')).status).toBe(200);
});

test('nobody else’s word makes the current password unnecessary', async () => {
  const { here, there } = await twoBrowsers();
  expect((await here.post('/me/password', { password: newOne, forced: 'on' })).status).toBe(422);
  expect((await there.get('/me')).status).toBe(200);
});
