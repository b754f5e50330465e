import type { Page } from 'playwright/test';
import { password } from './company.ts';

/** Signs in on the page that asks for it. */
export const signIn = async (page: Page, email: string, as: string = password): Promise<void> => {
  await page.getByRole('textbox', { name: 'Email', exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(as);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
};
