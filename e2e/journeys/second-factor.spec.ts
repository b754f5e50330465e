import { readFileSync } from 'node:fs';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright/test';
import { checkAxe } from '../support/axe.ts';
import { password } from '../support/company.ts';
import { expect, test } from '../support/journey.ts';
import { signIn } from '../support/sign-in.ts';

/** What the app on a phone shows for a key, `off` seconds from now. */
const shownFor = (key: string, off = 0): string =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: Date.now() + off * 1000 });

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

/** The key that somebody types who cannot scan. */
const keyOn = async (page: Page): Promise<string> => {
  const shown = await page.getByRole('status', { name: 'Key' }).textContent();
  return (shown ?? '').replaceAll(' ', '');
};

/** From "Set up" to the recovery codes: reads the key, as somebody does who cannot scan, and types what the app shows. */
const setUp = async (page: Page): Promise<{ key: string; codes: readonly string[] }> => {
  await button(page, 'Set up').click();
  await expect(page.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
  await checkAxe(page);
  const key = await keyOn(page);
  // The code before the present one: it still counts, and the present one is left for the sign-in.
  await field(page, 'Code').fill(shownFor(key, -30));
  await button(page, 'Turn on').click();
  await expect(page.getByRole('heading', { name: 'Recovery codes' })).toBeVisible();
  await checkAxe(page);
  return { key, codes: await page.getByRole('main').getByRole('listitem').allInnerTexts() };
};

test('somebody sets up a second factor and signs in with it, and without the phone', async ({ house }) => {
  const page = await house.open('anna');
  await page.goto('/me/security');
  await page.getByRole('link', { name: 'Second factor settings' }).click();
  await checkAxe(page);
  const { key, codes } = await setUp(page);
  expect(codes).toHaveLength(10);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download as text' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  for (const code of codes) expect(text).toContain(code);
  await button(page, 'Copy').click();
  await expect(button(page, 'Copied')).toBeVisible();
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await expect(page.getByText('You have 10 recovery codes left.')).toBeVisible();
  await checkAxe(page);

  await test.step('a clock that is off is told, the right code lets in where one wanted to go', async () => {
    const other = await house.open(null);
    house.expectComplaint(other, /status of 422/);
    await other.goto('/me/second-factor');
    await signIn(other, house.people.anna.email);
    await expect(other.getByRole('heading', { name: 'Enter the code' })).toBeVisible();
    await checkAxe(other);
    await field(other, 'Code').fill(shownFor(key, 90));
    await button(other, 'Sign in').click();
    // 60 where the half minute ended between the code and its judgement.
    await expect(other.getByRole('alert')).toContainText(/about (90|60) seconds ahead of/);
    await field(other, 'Code').fill(shownFor(key));
    await button(other, 'Sign in').click();
    await expect(other.getByText('The second factor is on')).toBeVisible();
  });

  await test.step('a recovery code lets in once', async () => {
    const other = await house.open(null);
    house.expectComplaint(other, /status of 422/);
    await other.goto('/me/second-factor');
    await signIn(other, house.people.anna.email);
    await button(other, 'Use a recovery code').click();
    await checkAxe(other);
    await field(other, 'Recovery code').fill((codes[0] ?? '').toUpperCase());
    await button(other, 'Sign in').click();
    await expect(other.getByText('You have 9 recovery codes left.')).toBeVisible();
    await button(other, 'Sign out').click();
    await signIn(other, house.people.anna.email);
    await button(other, 'Use a recovery code').click();
    await field(other, 'Recovery code').fill(codes[0] ?? '');
    await button(other, 'Sign in').click();
    await expect(other.getByRole('alert')).toContainText('was used or is wrong');
  });

  await test.step('it is turned off with the password', async () => {
    await page.getByText('Turn off', { exact: true }).click();
    await page.getByLabel('Password or code').last().fill(password);
    await button(page, 'Turn off the second factor').click();
    await expect(button(page, 'Set up')).toBeVisible();
  });
});

test('the administrator requires it: whoever has none sets it up first, and goes on where they were', async ({
  house,
}) => {
  const ada = await house.open('ada');
  const pavel = await house.open('pavel');
  await pavel.goto(`/messages/${house.lines.shows}`);
  await ada.goto('/admin/users');
  await ada.getByRole('link', { name: 'Security' }).click();
  await checkAxe(ada);
  await ada.getByRole('radio', { name: 'Of everyone' }).check();
  await button(ada, 'Save').click();
  await expect(ada.getByText('Your company requires a second factor')).toBeVisible();
  await checkAxe(ada);
  await setUp(ada);
  await ada.getByRole('link', { name: 'I have kept them' }).click();
  await expect(ada.getByText('1 of 6 people have one')).toBeVisible();

  await pavel.getByRole('link', { name: 'Messages' }).first().click();
  await expect(pavel.getByText('Your company requires a second factor')).toBeVisible();
  await setUp(pavel);
  await pavel.getByRole('link', { name: 'I have kept them' }).click();
  await expect(pavel).toHaveURL(/\/messages/);

  await test.step('who lost the phone is let in again by the administrator', async () => {
    await ada.goto(`/admin/users/${house.people.pavel.id}`);
    await ada.getByText('Turn off the second factor', { exact: true }).click();
    await button(ada, 'Turn off the second factor of Pavel Smirnov').click();
    await expect(ada.getByText('This person has no second factor.')).toBeVisible();
  });
});

test('without scripts the same forms do', async ({ house }) => {
  const page = await house.open('boris', { javaScriptEnabled: false });
  const ada = await house.open('ada', { javaScriptEnabled: false });
  await ada.goto('/admin/security');
  await ada.getByRole('radio', { name: 'Of everyone' }).check();
  await button(ada, 'Save').click();

  await page.goto('/lines');
  await button(page, 'Set up').click();
  const key = await keyOn(page);
  await field(page, 'Code').fill(shownFor(key, -30));
  await button(page, 'Turn on').click();
  const codes = await page.getByRole('main').getByRole('listitem').allInnerTexts();
  await expect(button(page, 'Copy')).toBeHidden();
  await expect(page.getByRole('link', { name: 'Download as text' })).toBeVisible();
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await expect(page).toHaveURL(/\/lines/);
  await button(page, 'Sign out').click();
  await signIn(page, house.people.boris.email);
  await field(page, 'Code').fill(shownFor(key));
  await button(page, 'Sign in').click();
  await expect(button(page, 'Sign out')).toBeVisible();
  await button(page, 'Sign out').click();
  await signIn(page, house.people.boris.email);
  await button(page, 'Use a recovery code').click();
  await field(page, 'Recovery code').fill(codes[4] ?? '');
  await button(page, 'Sign in').click();
  await page.goto('/me/second-factor');
  await expect(page.getByText('You have 9 recovery codes left.')).toBeVisible();
});

test('a message that is sent when the second factor became due is kept', async ({ house }) => {
  const pavel = await house.open('pavel', { javaScriptEnabled: false });
  const ada = await house.open('ada', { javaScriptEnabled: false });
  const chat = `/messages/${house.lines.shows}`;
  await pavel.goto(chat);
  await field(pavel, 'Message').fill('A long letter, nearly done');
  await ada.goto('/admin/security');
  await ada.getByRole('radio', { name: 'Of everyone' }).check();
  await button(ada, 'Save').click();
  house.expectComplaint(pavel, /status of 403/);
  await button(pavel, 'Send').click();
  await expect(pavel.getByText('What you wrote is kept')).toBeVisible();
  await pavel.getByRole('link', { name: 'Set up the second factor' }).click();
  await button(pavel, 'Set up').click();
  const key = await keyOn(pavel);
  await field(pavel, 'Code').fill(shownFor(key, -30));
  await button(pavel, 'Turn on').click();
  await pavel.getByRole('link', { name: 'I have kept them' }).click();
  await expect(field(pavel, 'Message')).toHaveValue('A long letter, nearly done');
});
