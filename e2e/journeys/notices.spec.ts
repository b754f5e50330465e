import type { Page } from 'playwright/test';
import { expect, test } from '../support/journey.ts';
import { screenOf } from '../support/screen.ts';

/** Counts the tones that a page plays, which no test can hear. */
const listen = async (page: Page): Promise<() => Promise<number>> => {
  await page.addInitScript(() => {
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...args) {
      const { dataset } = document.documentElement;
      dataset['tones'] = String(Number(dataset['tones'] ?? 0) + 1);
      start.apply(this, args);
    };
  });
  return async () => page.evaluate(() => Number(document.documentElement.dataset['tones'] ?? 0));
};

test('an operator elsewhere is told of what comes in, once in all tabs, with a sound where it was switched on', async ({
  house,
}) => {
  const pavel = screenOf(await house.open('pavel'));
  const anna = screenOf(await house.open('anna'));
  const tones = [await listen(anna.page)];
  const notice = (page: Page) => page.getByRole('status').getByRole('link', { name: /New in IT support/ });

  await anna.page.goto('/me');
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await pavel.write('My printer smokes');
  await expect(notice(anna.page)).toContainText('My printer smokes');
  await expect(anna.page).toHaveURL(/\/me$/);
  expect(await tones[0]?.()).toBe(0);
  await notice(anna.page).click();
  await expect(anna.said('My printer smokes')).toBeVisible();
  await anna.button('Take').click();
  await expect(anna.composer).toBeVisible();

  await anna.page.goto('/me');
  await anna.page.getByRole('checkbox', { name: 'A sound for new messages' }).check();
  await anna.button('Save').click();
  await expect(anna.page.getByRole('status')).toContainText('Saved.');
  const second = await anna.page.context().newPage();
  tones.push(await listen(second));
  await second.goto('/messages');
  await anna.page.bringToFront();

  await pavel.write('It smokes more');
  const told = (page: Page) => page.getByRole('status').getByRole('link', { name: /It smokes more/ });
  const counted = async (count: (tab: Page) => Promise<number>) =>
    (await Promise.all([anna.page, second].map(count))).toSorted();
  await expect.poll(() => counted((tab) => told(tab).count())).toEqual([0, 1]);
  await expect.poll(async () => (await Promise.all(tones.map((count) => count()))).toSorted()).toEqual([0, 2]);
});

test('who has the conversation on the screen is not told of what stands there', async ({ house }) => {
  const pavel = screenOf(await house.open('pavel'));
  const anna = screenOf(await house.open('anna'));
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await pavel.write('Hello');
  await anna.page.goto('/lines');
  await anna.takeNext(1).click();
  await pavel.write('Are you reading?');
  await expect(anna.said('Are you reading?')).toBeVisible();
  await anna.write('I am');
  await expect(pavel.said('I am')).toBeVisible();
  await expect(anna.page.getByRole('status').getByRole('link')).toHaveCount(0);
  await expect(pavel.page.getByRole('status').getByRole('link')).toHaveCount(0);
  await pavel.page.goto('/me');
  await anna.write('And now?');
  await expect(pavel.page.getByRole('status').getByRole('link', { name: /And now/ })).toBeVisible();
});
