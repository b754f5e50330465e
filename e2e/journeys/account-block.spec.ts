import { rmSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { checkAxe } from '../support/axe.ts';
import { lineNames } from '../support/company.ts';
import type { House } from '../support/house.ts';
import { test as base, expect } from '../support/journey.ts';
import { companyWithRecords, recordNames as names } from '../support/records.ts';
import { screenOf } from '../support/screen.ts';

const test = base.extend<object, { records: undefined }>({
  company: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that nothing is needed
    async ({}, use) => {
      const company = await companyWithRecords();
      await use(company);
      rmSync(company.folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});

test.use({ demo: true });

/** Mina writes from outside, in the test channel. */
const writeFromOutside = async (house: House, told: { phone?: string; email?: string } = {}): Promise<Page> => {
  const page = await house.open(null);
  await page.goto('/test-channel');
  await page.getByRole('textbox', { name: 'Name' }).fill('Mina');
  if (told.phone) await page.getByRole('textbox', { name: 'Phone' }).fill(told.phone);
  await page.getByRole('textbox', { name: 'Message' }).fill('Where is my order?');
  await page.getByRole('button', { name: 'Send' }).first().click();
  await expect(page.getByRole('log')).toContainText('Where is my order?');
  return page;
};

/** What is heard beside a conversation. */
const besides = (page: Page) => ({
  account: page.getByRole('complementary', { name: 'Client information' }).getByRole('region', { name: 'Account' }),
  create: page.getByRole('button', { name: 'Create', exact: true }).first(),
  dialog: page.getByRole('dialog').or(page.getByRole('main')).first(),
  card: (text: string) => page.getByRole('log').getByRole('article').filter({ hasText: text }),
});

test('an operator links a client and creates for them without leaving the desk, and colleagues see it come', async ({
  house,
}) => {
  const client = await writeFromOutside(house, { phone: '+44 2079 460001' });
  const anna = screenOf(await house.open('anna'));
  const vera = screenOf(await house.open('vera'));
  const beside = besides(anna.page);

  await test.step('until then Create cannot be pressed and says why', async () => {
    await anna.page.goto('/lines');
    await anna.takeNext(1).click();
    await expect(beside.create).toBeDisabled();
    await expect(anna.page.getByText('Create works once the client is linked')).toBeVisible();
    await vera.page.goto(anna.page.url());
    await anna.composer.fill('Half a sentence');
  });

  await test.step('the client with the same phone is suggested, and nothing is linked by itself', async () => {
    await beside.account.getByRole('link', { name: 'Link', exact: true }).click();
    await expect(anna.page.getByRole('region', { name: 'Same phone or email' })).toContainText(names.known);
    await expect(anna.page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Mina');
    await anna.page.getByRole('searchbox', { name: 'Name, phone, number…' }).fill('noel');
    await anna.page.getByRole('textbox', { name: 'Name', exact: true }).fill('Mina H.');
    await anna.page.getByRole('region', { name: 'Find an item' }).getByRole('button', { name: 'Find' }).click();
    await expect(anna.page.getByRole('button', { name: 'Link to CL-2 · Noel Barnes' })).toBeVisible();
    await expect(anna.page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Mina H.');
  });

  await test.step('linked, the item stands in the block and in the conversation', async () => {
    await anna.button(`Link to CL-1 · ${names.known}`).click();
    await expect(beside.account.getByRole('link', { name: `CL-1 · ${names.known}` })).toBeVisible();
    await expect(beside.account).toContainText('Riga');
    await expect(anna.page.getByRole('dialog')).toBeHidden();
    await expect(beside.card('linked the client')).toContainText(names.known);
    await expect(anna.composer).toHaveValue('Half a sentence');
  });

  await test.step('the supervisor, who does not see clients, sees that it is linked and no more', async () => {
    const other = besides(vera.page);
    await expect(other.account).toContainText('Clients CL-1');
    await expect(other.card('linked the client')).toContainText('CL-1');
    await expect(vera.page.getByText(names.known)).toHaveCount(0);
    await expect(other.create).toBeHidden();
  });

  await test.step('a complaint is created with the account and the client filled in', async () => {
    await beside.create.click();
    await expect(anna.page.getByRole('menu', { name: 'Create' }).getByRole('menuitem')).toHaveText([
      names.complaints,
      names.requests,
    ]);
    await anna.page.getByRole('menuitem', { name: names.complaints }).click();
    const dialog = anna.page.getByRole('dialog');
    await expect(dialog.getByRole('radio', { name: names.known })).toBeChecked();
    house.expectComplaint(anna.page, /422/);
    await dialog.getByRole('button', { name: 'Create', exact: true }).click();
    await expect(dialog.getByRole('alert')).toContainText('Subject');
    await dialog.getByRole('textbox', { name: 'Subject' }).fill('Parcel is late');
    await dialog.getByRole('button', { name: 'Create', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(beside.card('created an item')).toHaveCount(1);
    await expect(beside.card('created an item').getByRole('link')).toHaveText('C-0001 · Parcel is late');
    await expect(besides(vera.page).card('created an item')).toContainText('C-0001');
    await expect(vera.page.getByText('Parcel is late')).toHaveCount(0);
  });

  await test.step('its number goes into what is being written, and to the client', async () => {
    await anna.button('Put number into message').click();
    await expect(anna.composer).toHaveValue('Half a sentence C-0001');
    await anna.composer.press('End');
    await anna.button(anna.words.send).click();
    await expect(client.getByRole('log')).toContainText('Half a sentence C-0001');
    await expect(client.locator('body')).not.toContainText(/Complaints|linked|created an item/);
  });

  await test.step('unlinked again, it is as before; the item knew its conversation', async () => {
    await beside.account.getByRole('link', { name: `CL-1 · ${names.known}` }).click();
    await expect(
      anna.page.getByRole('region', { name: 'Conversations' }).getByRole('link', { name: lineNames.hides }),
    ).toBeVisible();
    await anna.page.goBack();
    await beside.account.getByRole('button', { name: 'Unlink', exact: true }).click();
    await anna.button(`Unlink from CL-1 · ${names.known}`).click();
    await expect(beside.account.getByRole('link', { name: 'Link', exact: true })).toBeVisible();
    await expect(beside.create).toBeDisabled();
    await expect(beside.card('unlinked the client')).toHaveCount(1);
    await expect(besides(vera.page).account).not.toContainText('CL-1');
  });
});

test('of two pages that link at once one wins, and the other reads who it was and keeps what was typed', async ({
  house,
}) => {
  await writeFromOutside(house);
  const first = screenOf(await house.open('anna'));
  await first.page.goto('/lines');
  await first.takeNext(1).click();
  await expect(first.composer).toBeVisible();
  const second = screenOf(await house.open('anna'));
  await second.page.goto(first.page.url());
  for (const { page } of [first, second])
    await besides(page).account.getByRole('link', { name: 'Link', exact: true }).click();
  await second.page.getByRole('textbox', { name: 'Name', exact: true }).fill('Mina Harker');
  await first.button('Create and link').click();
  await expect(besides(first.page).account).toContainText('CL-3 · Mina');
  house.expectComplaint(second.page, /409/);
  await second.button('Create and link').click();
  await expect(second.page.getByRole('alert')).toContainText(
    'Anna Orlova was quicker: the client is linked to CL-3 · Mina now.',
  );
  await expect(second.page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Mina Harker');
  await second.page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(besides(second.page).account).toContainText('CL-3 · Mina');
});

test('without scripts the same is done on pages of their own, and what was being written is kept', async ({
  house,
}) => {
  await writeFromOutside(house, { phone: '+44 2079 460001' });
  const page = await house.open('anna', { javaScriptEnabled: false });
  const anna = screenOf(page);
  const beside = besides(page);
  await page.goto('/lines');
  await anna.takeNext(1).click();
  await beside.account.getByRole('link', { name: 'Link', exact: true }).click();
  await anna.button(`Link to CL-1 · ${names.known}`).click();
  await expect(beside.account).toContainText(names.known);
  await beside.create.click();
  await page.getByRole('menuitem', { name: names.requests }).click();
  await expect(page.getByRole('radio', { name: names.known })).toBeChecked();
  await page.getByRole('textbox', { name: 'Subject' }).fill('New socket');
  await anna.button('Create').click();
  await expect(beside.card('created an item')).toContainText('No. 1');
  await anna.composer.fill('Half a sentence');
  await page.getByRole('button', { name: 'Put number into message' }).click();
  await expect(anna.composer).toHaveValue('Half a sentence 1');
  await beside.account.getByRole('button', { name: 'Unlink', exact: true }).click();
  await anna.button(`Unlink from CL-1 · ${names.known}`).click();
  await expect(beside.account).not.toContainText(names.known);
  await expect(beside.create).toBeDisabled();
});

test('for an employee who writes inside nothing has to be linked', async ({ house }) => {
  const pavel = screenOf(await house.open('pavel'));
  await pavel.page.goto('/messages/lines');
  await pavel.conversation(lineNames.shows).click();
  await pavel.write('My mouse is broken');
  const anna = screenOf(await house.open('anna'));
  await anna.page.goto('/lines');
  await anna.takeNext(1).click();
  const beside = besides(anna.page);
  await expect(beside.create).toBeEnabled();
  await expect(beside.account).toHaveCount(0);
  await beside.create.click();
  await anna.page.getByRole('menuitem', { name: names.complaints }).click();
  const dialog = anna.page.getByRole('dialog');
  await expect(dialog).toContainText(house.people.pavel.name);
  await dialog.getByRole('textbox', { name: 'Subject' }).fill('Mouse');
  await dialog.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(beside.card('created an item')).toContainText('C-0001');
  await expect(pavel.log).not.toContainText('C-0001');
});

test('nothing of it keeps people out, on a phone and by the keyboard alone', async ({ house }) => {
  await writeFromOutside(house, { phone: '+44 2079 460001' });
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
  const { page, ...anna } = screenOf(await house.open('anna', phone));
  const beside = besides(page);
  await page.goto('/lines');
  await anna.takeNext(1).click();
  await expect(beside.create).toBeDisabled();
  await checkAxe(page);
  await page.getByRole('link', { name: 'Show client information' }).click();
  await checkAxe(page);
  await beside.account.getByRole('link', { name: 'Link', exact: true }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Mina');
  await expect(page.getByRole('dialog').getByRole('heading', { level: 1 })).toBeFocused();
  await checkAxe(page);
  await anna.button(`Link to CL-1 · ${names.known}`).press('Enter');
  await expect(beside.account).toContainText('CL-1');
  await checkAxe(page);
  await beside.account.getByRole('button', { name: 'Unlink', exact: true }).press('Enter');
  await expect(anna.button(`Unlink from CL-1 · ${names.known}`)).toBeVisible();
  await checkAxe(page);
  await page.keyboard.press('Escape');
  await page.getByRole('complementary').getByRole('link', { name: 'Close' }).click();
  await beside.create.press('Enter');
  await checkAxe(page);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: names.requests })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Subject' })).toBeVisible();
  await checkAxe(page);
  await page.getByRole('dialog').getByRole('textbox', { name: 'Subject' }).fill('Late');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Subject' }).press('Enter');
  await expect(beside.card('created an item')).toContainText('C-0001');
  await expect(beside.create).toBeFocused();
  await page.emulateMedia({ colorScheme: 'dark' });
  await checkAxe(page);
});
