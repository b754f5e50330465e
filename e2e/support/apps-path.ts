import { expect, type Page, test } from 'playwright/test';
import type { HeardOfApps } from './apps-words.ts';
import { lineNames } from './company.ts';
import type { House } from './house.ts';
import type { Screen } from './screen.ts';

/** Whoever plays the path, and the words they hear. */
export type AppsCast = { house: House; words: HeardOfApps; ada: Screen; anna: Screen; outside: Page; scripts: boolean };

const customer = 'Zoe Bell';

/** An administrator defines the apps: clients, who have a name, a phone and accounts; and complaints, which refer to a client. */
export const defineApps = async ({ ada, words }: AppsCast): Promise<void> => {
  await defineApp(ada, words, words.clients, [
    { name: words.clientName, kind: words.text },
    { name: words.clientPhone, kind: words.phone },
    { name: words.clientAccounts, kind: words.account },
  ]);
  await callItems(ada, words, `C-{${words.numberWord}} {${words.clientName}}`);
  await defineApp(ada, words, words.complaints, [
    { name: words.subject, kind: words.text },
    { name: words.client, kind: words.reference, refersTo: words.clients },
  ]);
  await callItems(ada, words, `R-{${words.numberWord}} {${words.subject}}`);
};

/** Says how the items of the app that stands open are called. */
const callItems = async ({ page, button }: Screen, words: HeardOfApps, pattern: string): Promise<void> => {
  await page.getByRole('main').getByRole('link', { name: words.settings, exact: true }).click();
  await page.getByRole('textbox', { name: words.title, exact: true }).fill(pattern);
  await button(words.save).click();
  await expect(page.getByRole('textbox', { name: words.title, exact: true })).toHaveValue(pattern);
};

type NewField = { name: string; kind: string; refersTo?: string };

const defineApp = async (ada: Screen, words: HeardOfApps, name: string, fields: readonly NewField[]): Promise<void> => {
  const { page } = ada;
  await test.step(`the administrator defines ${name}`, async () => {
    await page.goto('/');
    await page.getByRole('link', { name: words.apps, exact: true }).first().click();
    await page.getByRole('main').getByRole('link', { name: words.add, exact: true }).click();
    await page.getByRole('textbox', { name: words.name, exact: true }).fill(name);
    const may = page.getByRole('group', { name: words.mayCreate, exact: true });
    await may.getByRole('checkbox', { name: 'Operators', exact: true }).check();
    await ada.button(words.createApp).click();
    for (const field of fields) {
      await page.getByRole('link', { name: words.addField, exact: true }).first().click();
      await page.getByRole('main').getByRole('link', { name: field.kind, exact: true }).click();
      await page.getByRole('textbox', { name: words.name, exact: true }).fill(field.name);
      if (field.refersTo)
        await page.getByLabel(words.refersTo, { exact: true }).selectOption({ label: field.refersTo });
      await page.getByRole('main').getByRole('button', { name: words.save, exact: true }).click();
      await expect(page.getByRole('main').getByRole('link', { name: field.name, exact: true })).toBeVisible();
    }
  });
};

/** The administrator binds them to the line: what does not qualify cannot be chosen, and says why. */
export const bindApps = async ({ house, ada, words }: AppsCast, line: 'hides' | 'shows'): Promise<void> => {
  const { page } = ada;
  await test.step('the administrator binds the apps to the line', async () => {
    await page.goto(`/lines/${house.lines[line]}/settings`);
    const link = page.getByLabel(words.linkApp, { exact: true });
    await expect(link.locator('option', { hasText: words.noAccount })).toBeDisabled();
    await link.selectOption({ label: words.clients });
    const created = page.getByRole('group', { name: words.createdApps, exact: true });
    for (const app of [words.complaints, words.clients])
      await created.getByRole('checkbox', { name: app, exact: true }).check();
    await ada.button(words.save).click();
    await expect(link).toHaveValue(/./);
    await expect(created.getByRole('checkbox', { name: words.complaints, exact: true })).toBeChecked();
  });
};

/** Somebody writes from outside. */
export const writeFromOutside = async ({ outside, words }: AppsCast): Promise<void> => {
  await test.step('a client writes from outside', async () => {
    await outside.goto('/test-channel');
    await outside.getByRole('textbox', { name: words.clientName, exact: true }).fill(customer);
    await outside.getByRole('textbox', { name: words.phone, exact: true }).fill('+7 900 000-00-01');
    await outside.getByRole('textbox', { name: words.message, exact: true }).fill('The chair came in grey');
    await outside.getByRole('button', { name: words.send, exact: true }).click();
    await expect(outside.getByRole('log').getByText('The chair came in grey')).toBeVisible();
  });
};

/** The operator takes the session: nothing can be created until the client is linked, and the button says so. */
export const takeAndLink = async (cast: AppsCast): Promise<void> => {
  const { anna, words } = cast;
  const { page } = anna;
  await test.step('the operator takes the session, and Create is disabled and says why', async () => {
    await page.goto('/lines');
    await anna.takeNext(1).click();
    await expect(anna.said('The chair came in grey')).toBeVisible();
    const create = anna.button(words.create);
    await expect(create).toBeDisabled();
    await expect(create).toHaveAccessibleDescription(words.why);
  });

  await test.step('links the client by creating the item', async () => {
    const account = await accountOf(cast);
    await account.getByRole('link', { name: words.link, exact: true }).click();
    const form = page.locator('#item-form');
    await expect(form.getByLabel(words.clientName, { exact: true })).toHaveValue(customer);
    await expect(form.getByLabel(words.clientPhone, { exact: true })).toHaveValue('+7 900 000-00-01');
    await form.getByRole('button', { name: words.createAndLink, exact: true }).click();
    const linked = await accountOf(cast);
    await expect(linked.getByRole('link', { name: `C-1 ${customer}` })).toBeVisible();
    await closeInfo(cast);
    await expect(anna.button(words.create)).toBeEnabled();
  });
};

/** The operator creates a complaint: it stands in the conversation as a card, whose number goes to the client. */
export const createComplaint = async (cast: AppsCast, linked: boolean): Promise<void> => {
  const { anna, words } = cast;
  const { page } = anna;
  await test.step('creates a complaint', async () => {
    await anna.button(words.create).click();
    await page.getByRole('menuitem', { name: words.complaints, exact: true }).click();
    const form = page.locator('#item-form');
    await form.getByLabel(words.subject, { exact: true }).fill('The wrong colour');
    // The client's item is filled in already.
    const client = form.getByRole('group', { name: words.client });
    if (linked)
      await expect(client.getByRole('radio', { checked: true })).toHaveAccessibleName(new RegExp(`C-1 ${customer}`));
    await form.getByRole('button', { name: words.create, exact: true }).click();
  });

  await test.step('the complaint stands in the conversation, and its number goes into the message', async () => {
    const card = anna.log.getByRole('article').filter({ hasText: words.complaints });
    await expect(card.getByRole('link', { name: /R-1 The wrong colour/ })).toBeVisible();
    await card.getByRole('button', { name: words.putNumber, exact: true }).click();
    await expect(anna.composer).toHaveValue(/1/);
    await anna.composer.fill('Your complaint has the number 1');
    await anna.button(anna.words.send).click();
    await expect(anna.said('Your complaint has the number 1')).toBeVisible();
  });
};

/** From the conversation to the items, and from the client's item to the conversation. */
export const findBothWays = async (cast: AppsCast, line: 'hides' | 'shows'): Promise<void> => {
  const { anna, words } = cast;
  const { page } = anna;
  await test.step('the complaint leads to the client, and the client to the conversation', async () => {
    const card = anna.log.getByRole('article').filter({ hasText: words.complaints });
    await card.getByRole('link', { name: /R-1 The wrong colour/ }).click();
    await expect(page.getByRole('main').getByText('The wrong colour').first()).toBeVisible();
    await page
      .getByRole('main')
      .getByRole('link', { name: `C-1 ${customer}` })
      .first()
      .click();
    await expect(page.getByRole('main').getByText(customer).first()).toBeVisible();
    const conversations = page.getByRole('region', { name: words.conversations });
    await conversations.getByRole('link', { name: lineNames[line], exact: true }).click();
    await expect(anna.said('The chair came in grey')).toBeVisible();
  });

  await test.step('the account leads to both', async () => {
    await page.goto('/apps');
    await page.getByRole('link', { name: words.accounts, exact: true }).click();
    await page
      .getByRole('list', { name: words.accounts, exact: true })
      .getByRole('link', { name: customer, exact: true })
      .click();
    await expect(page.getByRole('list', { name: words.items, exact: true }).getByRole('link')).toHaveCount(1);
    await page
      .getByRole('list', { name: words.conversations, exact: true })
      .getByRole('link', { name: lineNames[line] })
      .click();
    await expect(anna.said('The chair came in grey')).toBeVisible();
  });
};

/** The client reads what was answered, and nothing else. */
export const readOutside = async ({ outside, words, scripts }: AppsCast): Promise<void> => {
  await test.step('the client reads the answer, and nothing of the items', async () => {
    if (!scripts) await outside.reload();
    const log = outside.getByRole('log');
    await expect(log.getByText('Your complaint has the number 1')).toBeVisible();
    await expect(log.getByRole('article')).toHaveCount(2);
    await expect(log.getByText(words.complaints)).toHaveCount(0);
  });
};

/** The block "Account" beside the conversation, where it can be seen. */
const accountOf = async ({ anna, words }: AppsCast) => {
  const account = anna.page.getByRole('region', { name: words.account, exact: true, includeHidden: true });
  // On a phone the panel lies above the conversation once it is asked for, and stays until it is closed.
  await expect(account).toBeAttached();
  if (!(await account.isVisible())) await anna.link(words.showInfo).click();
  await expect(account).toBeVisible();
  return account;
};

const closeInfo = async ({ anna, words }: AppsCast) => {
  const info = anna.page.getByRole('complementary', { name: anna.words.client });
  const close = info.getByRole('link', { name: words.close, exact: true });
  if (await close.isVisible()) await close.click();
};
