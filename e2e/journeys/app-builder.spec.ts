import type { Page } from 'playwright/test';
import { checkAxe } from '../support/axe.ts';
import { expect, test } from '../support/journey.ts';

const ways = [
  ['with scripts', {}],
  ['without scripts', { javaScriptEnabled: false }],
] as const;

/** The builder, by what is heard in it. */
const builderOf = (page: Page) => {
  const link = (name: string) => page.getByRole('link', { name, exact: true });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const input = (name: string) => page.getByLabel(name, { exact: true });
  const fields = page.getByRole('list', { name: 'Fields', exact: true });
  return {
    link,
    button,
    input,
    /** The names of the fields, in their order. */
    names: fields.getByRole('listitem').getByRole('link'),
    /** Adds an app by its form, and is at its fields then. */
    create: async (name: string, icon: string) => {
      await link('Apps').click();
      await link('Add').click();
      await input('Name').fill(name);
      await page.getByRole('radio', { name: icon, exact: true }).check();
      await button('Create app').click();
      await expect(page.getByText('No fields yet')).toBeVisible();
    },
    /** Adds a field of a type; `more` fills in what else its form asks. */
    add: async (kind: string, name: string, more: () => Promise<void> = async () => {}) => {
      await link('Add field').click();
      await link(kind).click();
      await input('Name').fill(name);
      await more();
      await button('Save').click();
      await expect(fields.getByRole('link', { name, exact: true })).toBeVisible();
    },
  };
};

for (const [how, options] of ways) {
  test(`an administrator defines “Clients” and “Complaints”, ${how}`, async ({ house }) => {
    const page = await house.open('ada', options);
    const { link, button, input, names, create, add } = builderOf(page);
    // What looks at the page is a script itself.
    const looksWell = async () => void (how === 'with scripts' && (await checkAxe(page)));
    await page.goto('/apps');
    await expect(page.getByText('There are no apps yet')).toBeVisible();

    await test.step('Clients: a name, a phone, the accounts', async () => {
      await create('Clients', 'Contact');
      await add('Text', 'Name', () => input('Required').check());
      await add('Phone', 'Phone');
      await add('Account', 'Accounts');
    });

    await test.step('Complaints: what about, from whom, in which state', async () => {
      await create('Complaints', 'Warning');
      await add('Text', 'Subject', () => input('Required').check());
      await add('Reference, one', 'Client', async () => {
        await input('Refers to').selectOption({ label: 'Clients' });
      });
      await add('Choice, one', 'State', async () => {
        await page.getByRole('textbox', { name: 'Choices', exact: true }).fill('New\nIn work\nSettled');
        await button('Add').click();
        await button('Move Settled up').click();
        await input('Choice 2').fill('Done');
        await page.getByRole('radio', { name: 'New', exact: true }).check();
      });
      await add('Money', 'Damage');
      await expect(names).toHaveText(['Subject', 'Client', 'State', 'Damage']);
    });

    await test.step('order, by buttons that keep the focus', async () => {
      await button('Move Damage up').click();
      await expect(names).toHaveText(['Subject', 'Client', 'Damage', 'State']);
      await expect(button('Move Damage up')).toBeFocused();
    });

    await test.step('the form as it will be', async () => {
      await page.getByText('Show the form').first().click();
      const form = page.getByRole('group', { name: 'Show the form' });
      await expect(form.getByRole('radio', { name: 'New', exact: true })).toBeChecked();
      await expect(form.getByRole('radio')).toHaveCount(4);
      await expect(form.getByRole('radio', { name: 'Done', exact: true })).toBeDisabled();
      await looksWell();
    });

    await test.step('what items are called, with a name that is not there first', async () => {
      await link('Settings').click();
      await input('Title of an item').fill('{number} · {Topic}');
      await input('Before the number').fill('R-');
      await input('Digits').fill('4');
      house.expectComplaint(page, /status of 422/);
      await button('Save').click();
      await expect(page.getByText('There is no field called {Topic}.').first()).toBeVisible();
      await input('Title of an item').fill('{number} · {Subject}');
      await button('Save').click();
      await expect(page.getByText('Now: R-0001 · ‹Subject›')).toBeVisible();
      await looksWell();
    });

    await test.step('a renamed field stays in the title', async () => {
      await link('Fields').click();
      await link('Subject').click();
      await input('Name').fill('Topic');
      await button('Save').click();
      await link('Settings').click();
      await expect(input('Title of an item')).toHaveValue('{number} · {Topic}');
    });

    await test.step('a removed field comes back', async () => {
      await link('Fields').click();
      await link('Damage').click();
      await looksWell();
      await link('Remove “Damage”').click();
      await expect(page.getByText('No item holds a value in it.')).toBeVisible();
      await button('Remove “Damage”').click();
      await expect(names).toHaveText(['Topic', 'Client', 'State']);
      await button('Bring back Damage').click();
      await expect(names).toHaveText(['Topic', 'Client', 'State', 'Damage']);
    });

    await test.step('a field becomes another type', async () => {
      await link('Damage').click();
      await link('Change the type').click();
      await link('Number').click();
      await input('Digits behind the point').selectOption('0');
      await button('See what would happen').click();
      await button('Change to Number').click();
      await expect(page.getByRole('listitem').filter({ hasText: 'Damage' }).getByText('Number')).toBeVisible();
    });

    await test.step('and the list of apps names both', async () => {
      await link('Apps').click();
      const apps = page.getByRole('list', { name: 'Apps', exact: true }).getByRole('listitem');
      await expect(apps).toHaveText([/Clients0 items/, /Complaints0 items/]);
      await looksWell();
    });
  });
}

test('who administers nothing finds no way to define apps', async ({ house }) => {
  const page = await house.open('anna');
  await page.goto('/apps');
  await expect(page.getByText('No apps for you yet')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Add', exact: true })).toHaveCount(0);
  house.expectComplaint(page, /status of 404/);
  const answer = await page.goto('/apps/new');
  expect(answer?.status()).toBe(404);
});

test('an administrator builds on a phone, in Russian', async ({ house }) => {
  const page = await house.open('ada', { viewport: { width: 360, height: 740 }, locale: 'ru-RU' });
  await page.goto('/apps/new');
  await page.getByLabel('Название', { exact: true }).fill('Обращения');
  await page.getByRole('button', { name: 'Создать приложение' }).click();
  await page.getByRole('link', { name: 'Добавить поле' }).click();
  await page.getByRole('link', { name: 'Текст', exact: true }).click();
  await page.getByLabel('Название', { exact: true }).fill('Номер');
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await page.getByRole('link', { name: 'Настройки', exact: true }).click();
  // A field is called like the word for the number: then a sign stands for that.
  await expect(page.getByLabel('Заголовок элемента')).toHaveValue('№ {#}');
  await page.getByLabel('Заголовок элемента').fill('{#} · {номер}');
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(page.getByText('Сейчас: 1 · ‹Номер›')).toBeVisible();
  const wide = await page.evaluate(() => {
    const main = document.querySelector('main');
    return main ? main.scrollWidth - main.clientWidth : 1;
  });
  expect(wide).toBeLessThanOrEqual(0);
});
