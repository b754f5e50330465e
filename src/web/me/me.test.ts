import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { audit } from '../../db/schema.ts';
import { openHouse, password } from '../testing.ts';

test('what a person chose holds on every page and on this browser’s sign-in, too', async () => {
  const { browser, db } = await openHouse();
  const ada = browser();
  await ada.signIn('admin@example.com', password);
  expect((await ada.get('/me')).html).toContain('<html lang="en"');
  expect(await ada.post('/me', { language: 'ru', theme: 'dark', sound: 'on' })).toMatchObject({
    status: 303,
    location: '/me?saved',
  });
  const page = await ada.get('/me?saved');
  expect(page.html).toContain('<html lang="ru"');
  expect(page.html).toContain('data-theme="dark"');
  expect(page.html).toContain('data-sound');
  expect(page.html).toContain('Сохранено.');
  const facts = await db.facts.since(0, 100);
  expect(facts === 'gone' ? [] : facts.map((fact) => fact.kind)).toContain('person');
  await ada.post('/sign-out');
  expect((await ada.get('/sign-in', { 'accept-language': 'en' })).html).toContain('Войти');
});

test('by itself, the language is the browser’s again', async () => {
  const { browser } = await openHouse();
  const ada = browser({ headers: { 'accept-language': 'ru' } });
  await ada.signIn('admin@example.com', password);
  await ada.post('/me', { language: 'en', theme: 'auto' });
  expect((await ada.get('/me')).html).toContain('<html lang="en"');
  await ada.post('/me', { language: '', theme: 'auto' });
  expect((await ada.get('/me')).html).toContain('<html lang="ru"');
});

test('choices that do not exist do no harm', async () => {
  const { browser } = await openHouse();
  const ada = browser();
  await ada.signIn('admin@example.com', password);
  expect((await ada.post('/me', { language: 'xx', theme: '"><script>' })).status).toBe(303);
  expect((await ada.get('/me')).html).toContain('data-theme="auto"');
});

test('a new name shows at once, and stands in the audit log; an empty one is refused with what was chosen kept', async () => {
  const { browser, db, adminId } = await openHouse();
  const ada = browser();
  await ada.signIn('admin@example.com', password);
  expect((await ada.post('/me', { name: '  Ada  Lovelace ', theme: 'dark' })).status).toBe(303);
  expect((await ada.get('/me')).html).toContain('title="Ada Lovelace"');
  const [entry] = await db.read.select().from(audit).where(eq(audit.action, 'user.changed'));
  expect(entry).toMatchObject({ actorId: adminId, before: { name: 'Ada' }, after: { name: 'Ada Lovelace' } });
  const refused = await ada.post('/me', { name: ' ', theme: 'light' });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('This must be filled in.');
  expect((await ada.get('/me')).html).toContain('data-theme="dark"');
});

test('what is changed besides the name needs no entry in the audit log', async () => {
  const { browser, db } = await openHouse();
  const ada = browser();
  await ada.signIn('admin@example.com', password);
  await ada.post('/me', { name: 'Ada', theme: 'dark' });
  expect(await db.read.$count(audit, eq(audit.action, 'user.changed'))).toBe(0);
});

test('a time zone is kept until another is chosen; one that does not exist is none', async () => {
  const { browser } = await openHouse();
  const ada = browser();
  await ada.signIn('admin@example.com', password);
  const chosen = async () =>
    /<option value="([^"]*)" selected[^>]*>[^<]*(?:\/|browser)/.exec(
      (await ada.get('/me')).html.replace(/[\s\S]*name="timeZone"/, ''),
    )?.[1];
  expect(await chosen()).toBe('');
  await ada.post('/me', { timeZone: 'Asia/Yekaterinburg' });
  expect(await chosen()).toBe('Asia/Yekaterinburg');
  await ada.post('/me', { theme: 'dark' });
  expect(await chosen()).toBe('Asia/Yekaterinburg');
  await ada.post('/me', { timeZone: 'Mars/Olympus' });
  expect(await chosen()).toBe('');
});

test('pages tell times in the zone that a person chose, and their scripts which it is', async () => {
  const { browser } = await openHouse();
  const ada = browser();
  await ada.signIn('admin@example.com', password);
  const security = async () => (await ada.get('/me/security')).html;
  expect(await security()).not.toContain('data-zone');
  const utc = /<time[^>]*>([^<]+)</.exec(await security())?.[1];
  await ada.post('/me', { timeZone: 'Asia/Tokyo' });
  expect(await security()).toContain('data-zone="Asia/Tokyo"');
  expect(/<time[^>]*>([^<]+)</.exec(await security())?.[1]).not.toBe(utc);
});
