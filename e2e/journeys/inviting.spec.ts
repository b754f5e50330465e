import type { Page } from 'playwright/test';
import { checkAxe } from '../support/axe.ts';
import type { House } from '../support/house.ts';
import { expect, test } from '../support/journey.ts';
import { signIn } from '../support/sign-in.ts';

const chosen = 'chosen by oneself';

for (const [how, options] of [
  ['with scripts', {}],
  ['without scripts', { javaScriptEnabled: false }],
] as const) {
  test(`an administrator invites somebody, who chooses a password and is in, ${how}`, async ({ house }) => {
    const ada = await house.open('ada', options);
    house.expectComplaint(ada, /422/);
    await ada.goto('/admin/users');
    await ada.getByRole('link', { name: 'Add', exact: true }).click();
    await field(ada, 'Name').fill('Bea');
    await field(ada, 'Email').fill('ANNA@harbour.test');
    await button(ada, 'Save').click();
    await expect(ada.getByText('Another person has this email.', { exact: true })).toBeVisible();
    await expect(field(ada, 'Name')).toHaveValue('Bea');
    await field(ada, 'Email').fill('bea@harbour.test');
    await button(ada, 'Save').click();
    await expect(ada.getByText('Invited, has not come yet.')).toBeVisible();
    await expect(ada.getByRole('img', { name: 'QR code with the link for Bea' })).toBeVisible();
    const first = await field(ada, 'Invitation link').inputValue();
    if (how === 'with scripts') await checkAxe(ada);

    await button(ada, 'New invitation link').click();
    await expect(field(ada, 'Invitation link')).not.toHaveValue(first);
    const link = await field(ada, 'Invitation link').inputValue();
    await ada.goto('/admin/users?q=bea');
    await expect(ada.getByText('Invited', { exact: true })).toBeVisible();

    const bea = await house.open(null, options);
    house.expectComplaint(bea, /404/);
    await bea.goto(first);
    await expect(bea.getByRole('heading', { name: 'This link cannot be used any more' })).toBeVisible();
    await bea.goto(link);
    await expect(bea.getByRole('heading', { name: 'Join Harbour' })).toBeVisible();
    await bea.getByLabel('Password', { exact: true }).fill(chosen);
    await button(bea, 'Join').click();
    await expect(bea.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await bea.goto(link);
    await expect(bea.getByText('Ask your administrator for a new link.')).toBeVisible();
    await ada.reload();
    await expect(ada.getByText('bea@harbour.test')).toBeVisible();
    await expect(ada.getByText('Invited', { exact: true })).toBeHidden();
  });

  test(`whoever was given a password with the tick chooses another first of all, ${how}`, async ({ house }) => {
    const ada = await house.open('ada', options);
    await ada.goto('/admin/users/new');
    await field(ada, 'Name').fill('Bea');
    await field(ada, 'Email').fill('bea@harbour.test');
    await ada.getByLabel('Password', { exact: true }).fill('given by Ada');
    await ada.getByLabel('Must choose another password at the first sign-in').check();
    await button(ada, 'Save').click();
    await expect(ada.getByText('bea@harbour.test')).toBeVisible();
    const bea = await house.open(null, options);
    await bea.goto('/messages');
    await signIn(bea, 'bea@harbour.test', 'given by Ada');
    await expect(bea).toHaveURL(/\/me\/password/);
    await bea.goto('/messages');
    await expect(bea).toHaveURL(/\/me\/password/);
    await bea.getByLabel('New password', { exact: true }).fill(chosen);
    await bea.locator('main form').last().getByRole('button').click();
    await bea.goto('/messages');
    await expect(bea).toHaveURL(/\/messages$/);
  });

  test(`people come from a file, but for the bad rows, ${how}`, async ({ house }) => {
    const ada = await house.open('ada', options);
    house.expectComplaint(ada, /422/);
    await ada.goto('/admin/users');
    await ada.getByRole('link', { name: 'Import', exact: true }).click();
    await button(ada, 'Look at it first').click();
    await expect(ada.getByText('Choose a file, or paste the rows.', { exact: true })).toBeVisible();
    await give(ada, 'notes.csv', Buffer.from('\u0000\u0001\u0002 no table'));
    await expect(ada.getByText('This is no text. Save the table as CSV.', { exact: true })).toBeVisible();
    await give(ada, 'people.csv', Buffer.from(people, 'utf16le'));
    await expect(ada.getByRole('heading', { name: 'What will be added' })).toBeVisible();
    await expect(ada.getByText('Line 4:')).toBeVisible();
    await expect(ada.getByText('There is no group “Ghosts”.')).toBeVisible();
    await expect(ada.getByText('Somebody in the company has this email.')).toBeVisible();
    if (how === 'with scripts') await checkAxe(ada);
    await ada.getByRole('button', { name: 'Add 2 people', exact: true }).click();
    await expect(ada.getByText('Added: 2 people')).toBeVisible();
    await comeBy(house, await firstLink(ada), options);
    await ada.goto('/admin/users?q=new');
    await expect(ada.getByText('Invited', { exact: true })).toHaveCount(1);
  });
}

test('a link is copied by a button', async ({ house }) => {
  const ada = await house.open('ada', { permissions: ['clipboard-read', 'clipboard-write'] });
  await ada.goto('/admin/users/new');
  await field(ada, 'Name').fill('Bea');
  await field(ada, 'Email').fill('bea@harbour.test');
  await button(ada, 'Save').click();
  const link = await field(ada, 'Invitation link').inputValue();
  await button(ada, 'Copy').click();
  await expect(button(ada, 'Copied')).toBeFocused();
  expect(await ada.evaluate(() => navigator.clipboard.readText())).toBe(link);
});

/** As a spreadsheet writes "Unicode text": two bytes a letter, with a mark in front. */
const people = [
  '\uFEFFФИО\tпочта\tгруппы',
  'Новый Один\tnew-1@harbour.test\tOperators',
  'Новый Два\tnew-2@harbour.test\t',
  'Третий\tthree@harbour.test\tGhosts',
  'Анна\tANNA@harbour.test\t',
].join('\r\n');

const give = async (ada: Page, name: string, buffer: Buffer): Promise<void> => {
  await ada.getByLabel('CSV file', { exact: true }).setInputFiles({ name, mimeType: 'text/csv', buffer });
  await button(ada, 'Look at it first').click();
};

/** Downloads the links; answers the first. */
const firstLink = async (ada: Page): Promise<string> => {
  const coming = ada.waitForEvent('download');
  await button(ada, 'Download invitation links').click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await coming).createReadStream()) chunks.push(chunk as Buffer);
  return /http\S+/.exec(Buffer.concat(chunks).toString())?.[0] ?? '';
};

const comeBy = async (house: House, link: string, options: { javaScriptEnabled?: boolean }): Promise<void> => {
  const page = await house.open(null, options);
  await page.goto(link);
  await page.getByLabel('Password', { exact: true }).fill(chosen);
  await button(page, 'Join').click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
};

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
