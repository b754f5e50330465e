import { expect, test } from 'vitest';
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
