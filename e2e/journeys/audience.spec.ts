import type { Page } from 'playwright/test';
import { checkAxe } from '../support/axe.ts';
import type { House } from '../support/house.ts';
import { expect, test } from '../support/journey.ts';
import { orgBy } from '../support/org.ts';
import { askAs } from '../support/person.ts';
import { screenOf } from '../support/screen.ts';

/** The form of a line, by what is heard on it. */
const formOf = (page: Page) => {
  const who = page.getByRole('group', { name: 'Who may write', exact: true });
  return {
    page,
    who,
    search: who.getByRole('searchbox', { name: 'Find people, groups, units', exact: true }),
    box: (name: string) => who.getByRole('checkbox', { name, exact: true }),
    /** How many people the choice reaches. */
    reach: who.getByRole('status').first(),
    found: who.getByRole('status').nth(1),
    save: page.getByRole('button', { name: 'Save', exact: true }),
  };
};

/** Sales with the shop below it, in which Pavel is; Olga is in the stores beside it. */
const structure = async (house: House) => {
  const org = orgBy(askAs(house.origin, house.people.ada));
  const trade = await org.unit('Trade');
  const sales = await org.unit('Sales', trade);
  const shop = await org.unit('Shop', sales);
  const stores = await org.unit('Stores', trade);
  await org.place(shop, house.people.pavel.id);
  await org.place(sales, house.people.vera.id);
  await org.place(stores, house.people.olga.id);
  return { org, sales };
};

for (const [how, options] of [
  ['by keys alone', {}],
  ['without scripts', { javaScriptEnabled: false }],
] as const) {
  test(`a line is given to a unit, ${how}, and whoever is anywhere in it may write, nobody else`, async ({ house }) => {
    const { org, sales } = await structure(house);
    const form = formOf(await house.open('ada', options));
    const { page } = form;

    const address = await test.step('the administrator finds the unit, sees whom it reaches, and saves', async () => {
      await page.goto('/lines/new');
      await expect(form.reach).toHaveText('Nobody inside the company can write to this line.');
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Orders');
      await form.search.focus();
      await page.keyboard.type('sales');
      await page.keyboard.press('Enter');
      await expect(form.found).toHaveText('Found for “sales”');
      await expect(form.box('Sales')).toHaveAccessibleDescription('Org structure · Trade');
      // Enter looked for it, and saved nothing.
      await expect(page).toHaveURL(/\/lines(\/new)?$/);
      await expect(form.search).toBeFocused();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await expect(form.box('Sales')).toBeFocused();
      await page.keyboard.press('Space');
      await expect(form.box('Sales')).toBeChecked();
      if (how === 'without scripts') await form.who.getByRole('button', { name: 'Find', exact: true }).click();
      await expect(form.reach).toHaveText('Reaches 2 people');
      await form.save.focus();
      await page.keyboard.press('Enter');
      await expect(page.getByText('Saved', { exact: true })).toBeVisible();
      await expect(form.box('Sales')).toBeChecked();
      await expect(form.reach).toHaveText('Reaches 2 people');
      return `/messages/${/lines\/([^/]+)\//.exec(page.url())?.[1]}`;
    });

    await test.step('somebody in a unit below it writes', async () => {
      const pavel = screenOf(await house.open('pavel', options));
      await pavel.page.goto('/messages');
      await pavel.link(pavel.words.writeToLine).click();
      await pavel.conversation('Orders').click();
      await pavel.write('Three boxes, please');
      await expect(pavel.said('Three boxes, please')).toBeVisible();
    });

    const olga = screenOf(await house.open('olga', options));
    await test.step('somebody in the unit beside it does not see the line, nor reaches it by its address', async () => {
      await olga.page.goto('/messages/lines');
      await expect(olga.conversation('Orders')).toHaveCount(0);
      await expect(olga.conversation('Personnel')).toBeVisible();
      house.expectComplaint(olga.page, /status of 404/);
      expect((await olga.page.goto(address))?.status()).toBe(404);
    });

    await test.step('a unit that is added below later may write, and no longer when it is moved away', async () => {
      const branch = await org.unit('Branch', sales);
      await org.place(branch, house.people.olga.id);
      await olga.page.goto('/messages/lines');
      await olga.conversation('Orders').click();
      await olga.write('And a lid');
      await expect(olga.said('And a lid')).toBeVisible();
      await org.move(branch);
      await olga.page.goto(address);
      await expect(olga.said('And a lid')).toBeVisible();
      await expect(olga.page.getByText('You can no longer write to this line.').first()).toBeVisible();
      await expect(olga.composer).toBeHidden();
    });
  });
}

test('typing finds people, groups and units; boxes keep the focus, and what is chosen stands on top', async ({
  house,
}) => {
  await structure(house);
  const form = formOf(await house.open('ada'));
  const { page } = form;
  await page.goto(`/lines/${house.lines.shows}/settings`);
  await form.box('Everyone').uncheck();
  await expect(form.reach).toHaveText('Nobody inside the company can write to this line.');
  await form.search.pressSequentially('s');
  await expect(form.box('Pavel Smirnov')).toBeVisible();
  for (const name of ['Supervisors', 'Sales', 'Shop', 'Stores']) await expect(form.box(name)).toHaveCount(1);
  await expect(form.search).toBeFocused();

  await form.box('Pavel Smirnov').focus();
  await page.keyboard.press('Space');
  await expect(form.reach).toHaveText('Reaches 1 person');
  await expect(form.box('Pavel Smirnov')).toBeFocused();
  await form.box('Shop').check();
  await form.box('Supervisors').check();
  await expect(form.reach).toHaveText('Reaches 2 people');
  await checkAxe(page);

  // The next search puts them on top, whoever is found stays below; nothing is there twice.
  await form.search.fill('olga');
  await expect(form.box('Olga Kuznetsova')).toHaveAccessibleDescription('olga@harbour.test');
  for (const name of ['Pavel Smirnov', 'Shop', 'Supervisors']) {
    await expect(form.box(name)).toHaveCount(1);
    await expect(form.box(name)).toBeChecked();
  }
  await expect(form.box('Stores')).toHaveCount(0);
  const top = await form.box('Pavel Smirnov').boundingBox();
  const search = await form.search.boundingBox();
  expect(top?.y).toBeLessThan(search?.y ?? 0);

  // Enter in another field saves: the search has been answered.
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await name.press('Enter');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(form.box('Pavel Smirnov')).toBeChecked();
  await expect(form.reach).toHaveText('Reaches 2 people');
});
