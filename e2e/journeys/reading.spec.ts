import { expect, test } from '../support/journey.ts';
import { screenOf } from '../support/screen.ts';

test('what one reads stays where it is while messages come in below', async ({ house }) => {
  const pavel = screenOf(await house.open('pavel'));
  const anna = screenOf(await house.open('anna'));
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  for (let number = 1; number <= 12; number++) {
    const text = `Chapter ${number} of what happened:\nit is long\nand has lines`;
    await pavel.write(text);
    await expect(pavel.said(`Chapter ${number} of`)).toHaveCount(1);
  }
  await anna.page.goto('/lines');
  await anna.takeNext(1).click();
  await expect(anna.said('Chapter 12 of')).toHaveCount(1);

  await anna.said('Chapter 12 of').scrollIntoViewIfNeeded();
  const read = anna.said('Chapter 3 of');
  await read.evaluate((message) => message.scrollIntoView({ block: 'start' }));
  const top = () => read.evaluate((message) => Math.round(message.getBoundingClientRect().top));
  await expect(anna.said('Chapter 12 of')).not.toBeInViewport();
  const before = await top();

  // Of the same minute: the second and third join the message above them, which makes them less high once they stand.
  for (const text of ['One more thing', 'And another', 'And the last']) {
    await pavel.write(text);
    await expect(anna.said(text)).toHaveCount(1);
  }
  await expect(anna.button('3 new')).toBeVisible();
  expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);

  await anna.button('3 new').click();
  await expect(anna.said('And the last')).toBeInViewport();
  await expect(anna.button('3 new')).toBeHidden();
});
