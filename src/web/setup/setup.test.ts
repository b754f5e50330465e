import { expect, test } from 'vitest';
import { users } from '../../db/schema.ts';
import { emptyHouse, openHouse, password, stopClock } from '../testing.ts';

const company = { company: 'Test', name: 'Ada', email: 'ada@example.com', password };

test('before set-up every page leads to the set-up page, and only health and assets answer', async () => {
  const { browser } = await emptyHouse();
  for (const path of ['/', '/lines', '/sign-in', '/nowhere']) {
    expect(await browser().get(path)).toMatchObject({ status: 303, location: '/setup' });
  }
  expect((await browser().get('/healthz')).status).toBe(200);
});

test('whoever sits at the machine sets up without a code, is signed in, and the page is gone', async () => {
  const { browser } = await emptyHouse();
  const ada = browser();
  const page = await ada.get('/setup');
  expect(page.html).toContain('Set up Lines');
  expect(page.html).not.toContain('Set-up code');
  expect(await ada.post('/setup', company)).toMatchObject({ status: 303, location: '/' });
  expect((await ada.get('/admin/users')).html).toContain('ada@example.com');
  expect((await ada.get('/setup')).status).toBe(404);
  expect((await ada.post('/setup', company)).status).toBe(409);
});

const elsewhere = {
  'another machine': { address: '192.168.1.7' },
  'another host name': { host: 'lines.example.org' },
  'a forwarded host name': { headers: { 'x-forwarded-host': 'localhost' } },
  'a proxy on this machine': { headers: { 'x-forwarded-for': '127.0.0.1' } },
  'a proxy that says it the new way': { headers: { forwarded: 'for=127.0.0.1' } },
};

test.each(Object.entries(elsewhere))('through %s the code is asked', async (_, from) => {
  const { browser, house } = await emptyHouse();
  const somebody = browser(from);
  expect((await somebody.get('/setup')).html).toContain('Set-up code');
  const wrong = await somebody.post('/setup', { ...company, code: 'AAAAA-22222' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('This is not the code.');
  expect(wrong.html).toContain('value="Test"');
  const code = house.setupCode.toLowerCase().replace('-', ' ');
  expect((await somebody.post('/setup', { ...company, code })).status).toBe(303);
});

test('IPv6 loopback and [::1] are this machine too', async () => {
  const { browser } = await emptyHouse();
  const page = await browser({ address: '::1', host: '[::1]:3000' }).get('/setup');
  expect(page.html).not.toContain('Set-up code');
  const mapped = await browser({ address: '::ffff:127.0.0.1', host: '127.0.0.1:3000' }).get('/setup');
  expect(mapped.html).not.toContain('Set-up code');
});

test('guessing the code is slowed', async () => {
  stopClock();
  const { browser } = await emptyHouse();
  const stranger = browser({ address: '192.168.1.7' });
  const statuses: number[] = [];
  for (let i = 0; i < 7; i++) statuses.push((await stranger.post('/setup', { ...company, code: `WRONG${i}` })).status);
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429]);
});

test('of two who set up at the same time one wins, and the other is told', async () => {
  const { browser, db } = await emptyHouse();
  const answers = await Promise.all([
    browser().post('/setup', company),
    browser().post('/setup', { ...company, email: 'bea@example.com' }),
  ]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([303, 409]);
  expect(await db.read.$count(users)).toBe(1);
});

test('what is wrong stands at its field, and what was typed stays', async () => {
  const { browser } = await emptyHouse();
  const refused = await browser().post('/setup', { company: ' ', name: 'Ada', email: 'nobody', password: 'short' });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('id="field-company-error"');
  expect(refused.html).toContain('href="#field-email"');
  expect(refused.html).toContain('This is too short.');
  expect(refused.html).toContain('value="nobody"');
  expect(refused.html).not.toContain('short"');
});

test('the page speaks the language of the browser', async () => {
  const { browser } = await emptyHouse();
  const page = await browser().get('/setup', { 'accept-language': 'ru-RU,ru;q=0.9,en;q=0.8' });
  expect(page.html).toContain('<html lang="ru"');
  expect(page.html).toContain('Создать компанию');
});

test('there is no set-up page for a company that exists', async () => {
  const { browser } = await openHouse();
  expect((await browser().get('/setup')).status).toBe(404);
});
