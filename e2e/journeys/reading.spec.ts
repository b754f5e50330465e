import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright/test';
import { expect, test } from '../support/journey.ts';
import { screenOf } from '../support/screen.ts';

/** Writes many messages faster than hands could. */
const writeMany = async (page: Page, line: string, from: number, to: number): Promise<void> => {
  const origin = new URL(page.url()).origin;
  for (let number = from; number <= to; number++) {
    const multipart = { id: randomUUID(), text: `Message ${number}.` };
    const answer = await page.request.post(`/messages/${line}/messages`, {
      multipart,
      headers: { origin },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(303);
  }
};

test('a long conversation opens at the first unread message, and the rest is loaded as one scrolls', async ({
  house,
}) => {
  const pavel = await house.open('pavel');
  const anna = screenOf(await house.open('anna'));
  const client = house.people.pavel.name;
  await pavel.goto('/messages');
  await writeMany(pavel, house.lines.shows, 1, 3);
  await anna.page.goto('/lines');
  await anna.takeNext(1).click();
  await expect(anna.said('Message 3.')).toBeInViewport();
  await expect(anna.section('lines')).toBeVisible();
  await anna.section('messages').click();
  await writeMany(pavel, house.lines.shows, 4, 150);

  await test.step('at the first unread', async () => {
    await anna.section('lines', 1).click();
    await anna.row(anna.words.unread(client, 147)).click();
    await expect(anna.log.getByText('New messages', { exact: true })).toBeInViewport();
    await expect(anna.said('Message 4.')).toBeInViewport();
    await expect(anna.said('Message 150.')).not.toBeInViewport();
  });

  await test.step('what comes in below does not move it', async () => {
    await writeMany(pavel, house.lines.shows, 151, 151);
    await expect(anna.row(anna.words.unread(client, 148)).or(anna.section('lines', 1)).first()).toBeVisible();
    await expect(anna.said('Message 4.')).toBeInViewport();
  });

  await test.step('to the newest, and up again to the very first', async () => {
    await anna.page
      .getByRole('link', { name: 'To the newest messages' })
      .or(anna.page.getByRole('button', { name: /\d+ new$/ }))
      .click();
    await expect(anna.said('Message 151.')).toBeInViewport();
    await anna.log.hover();
    await expect(async () => {
      await anna.page.mouse.wheel(0, -3_000);
      await expect(anna.said('Message 1.')).toBeInViewport({ timeout: 500 });
    }).toPass();
    const texts = await anna.log
      .getByRole('article')
      .filter({ hasText: /Message \d+\./ })
      .allInnerTexts();
    const numbers = texts.map((text) => Number(/Message (\d+)\./.exec(text)?.[1]));
    expect(numbers).toEqual(Array.from({ length: 151 }, (_, place) => place + 1));
  });
});

test('a draft outlives leaving the page, and is there in another browser', async ({ house }) => {
  const pavel = screenOf(await house.open('pavel'));
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  const saved = pavel.page.waitForResponse((response) => response.url().endsWith('/draft'));
  await pavel.composer.fill('To be continued');
  await saved;
  await pavel.section('lines').click();
  const elsewhere = screenOf(await house.open('pavel'));
  await elsewhere.page.goto(`/messages/${house.lines.shows}`);
  await expect(elsewhere.composer).toHaveValue('To be continued');
  await elsewhere.button('Send').click();
  await expect(elsewhere.said('To be continued')).toHaveCount(1);
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await expect(pavel.said('To be continued')).toHaveCount(1);
  await expect(pavel.composer).toHaveValue('');
});
