import { expect, type Page } from 'playwright/test';
import { phoneJpeg } from '../../src/pictures/testing.ts';

/** Gives whoever sits at the page a face, as a phone takes it, and answers its address. */
export const givePicture = async (page: Page): Promise<string> => {
  await page.goto('/me');
  const buffer = phoneJpeg();
  await page.getByLabel('Picture').setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByRole('button', { name: 'Save picture' }).click();
  await expect(page.getByRole('button', { name: 'Remove picture' })).toBeVisible();
  const address = /\/people\/[\w-]+\/avatar\?v=[\w-]+/.exec(await page.content())?.[0];
  if (address === undefined) throw new Error('The picture does not show.');
  return address;
};
