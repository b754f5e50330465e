import type { Page } from 'playwright/test';
import { expect, test } from '../support/journey.ts';
import { layNetwork } from '../support/proxy.ts';
import { type Screen, screenOf } from '../support/screen.ts';

/** The browser says when it reaches nobody, and when a stream breaks. */
const unreachable = /net::ERR_/;

/** To come back takes a few attempts, each later than the one before. */
const soon = { timeout: 20_000 };

/** Answers how to find out that the page was never loaded again. */
const marked = async (page: Page): Promise<() => Promise<boolean>> => {
  await page.evaluate(() => document.documentElement.setAttribute('data-mark', ''));
  return async () => page.evaluate(() => document.documentElement.hasAttribute('data-mark'));
};

const texts = (screen: Screen) => screen.log.getByRole('article');

test('a stream that was cut brings what was missed: nothing lost, nothing doubled, and no page loaded again', async ({
  house,
}) => {
  const network = await layNetwork(house.server().port);
  const pavel = screenOf(await house.open('pavel', { baseURL: network.origin }));
  const anna = screenOf(await house.open('anna'));
  house.expectComplaint(pavel.page, unreachable);
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await pavel.write('Before');
  await anna.page.goto('/lines');
  await anna.takeNext(1).click();
  await anna.write('Seen');
  await expect(pavel.said('Seen')).toHaveCount(1);
  const stayed = await marked(pavel.page);

  network.cut();
  for (const text of ['One', 'Two', 'Three']) {
    await anna.write(text);
    await expect(anna.said(text)).toHaveCount(1);
  }
  await pavel.write('Written in the dark');
  await expect(pavel.said('Written in the dark').getByRole('alert')).toContainText('Not sent');
  await pavel.composer.fill('Half a sentence');

  network.mend();
  for (const text of ['One', 'Two', 'Three']) await expect(pavel.said(text)).toHaveCount(1, soon);
  await pavel.button('Retry').click();
  await expect(anna.said('Written in the dark')).toHaveCount(1);
  await expect(pavel.said('Written in the dark').getByRole('alert')).toHaveCount(0);
  await expect(pavel.composer).toHaveValue('Half a sentence');
  await anna.write('Live again');
  await expect(pavel.said('Live again')).toHaveCount(1);
  expect(await stayed()).toBe(true);

  const order = ['Before', 'Seen', 'One', 'Two', 'Three', 'Written in the dark', 'Live again'];
  await expect(texts(pavel)).toContainText(order);
  await pavel.page.reload();
  await expect(texts(pavel)).toContainText(order);
  await network.close();
});

test('a server that dies and starts again leaves nobody behind', async ({ house }) => {
  const pavel = screenOf(await house.open('pavel'));
  const anna = screenOf(await house.open('anna'));
  const vera = screenOf(await house.open('vera'));
  for (const { page } of [pavel, anna, vera]) house.expectComplaint(page, unreachable);
  await vera.page.goto('/lines');
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await pavel.write('Before');
  await anna.page.goto('/lines');
  await anna.takeNext(1).click();
  await expect(vera.section('lines')).toBeVisible();
  await expect(vera.box('IT support', 'active', 1)).toBeVisible();
  const stayed = [await marked(anna.page), await marked(vera.page)];

  await house.server().kill();
  await anna.write('Into nothing');
  await expect(anna.said('Into nothing').getByRole('alert')).toContainText('Not sent');
  await house.restart();
  const olga = screenOf(await house.open('olga'));
  await olga.page.goto(`/messages/${house.lines.shows}`);
  await olga.write('Somebody new');
  await pavel.page.reload();
  await pavel.write('Still there?');

  await expect(anna.said('Still there?')).toHaveCount(1, soon);
  await expect(anna.takeNext(1)).toBeVisible();
  await expect(vera.section('lines', 1)).toBeVisible(soon);
  await anna.button('Retry').click();
  await expect(pavel.said('Into nothing')).toHaveCount(1);
  await expect(texts(anna).filter({ hasText: 'Before' })).toHaveCount(1);
  for (const stay of stayed) expect(await stay()).toBe(true);
});
