import { expect, test } from '../support/journey.ts';
import { screenOf } from '../support/screen.ts';

test('on a tablet the boxes lie behind the list, and Escape puts them back', async ({ house }) => {
  const anna = screenOf(await house.open('anna'));
  await anna.page.setViewportSize({ width: 768, height: 1024 });
  await anna.page.goto('/lines');
  const boxes = anna.page.getByRole('navigation', { name: anna.words.boxes });
  await expect(boxes).toBeHidden();

  await anna.link(anna.words.boxes).click();
  await expect(boxes).toBeVisible();
  await anna.page.keyboard.press('Escape');
  await expect(boxes).toBeHidden();
});
