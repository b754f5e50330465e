import { rmSync } from 'node:fs';
import { phoneJpeg } from '../../src/pictures/testing.ts';
import { checkAxe } from '../support/axe.ts';
import { type CompanyWithItems, companyWithItems } from '../support/items.ts';
import { test as base, expect } from '../support/journey.ts';

const test = base.extend<object, { company: CompanyWithItems }>({
  company: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that nothing is needed
    async ({}, use) => {
      const company = await companyWithItems();
      await use(company);
      rmSync(company.folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});

const heard = {
  en: {
    locale: 'en-GB',
    save: 'Save',
    find: 'Find',
    edit: 'Edit',
    remove: 'Delete',
    bringBack: 'Bring back',
    addComment: 'Add comment',
    comment: 'Comment',
    comments: 'Comments',
    history: 'History',
    related: 'Related items',
    price: /RUB\s1,234\.50/,
    due: '24 Dec 2026',
  },
  ru: {
    locale: 'ru-RU',
    save: 'Сохранить',
    find: 'Найти',
    edit: 'Изменить',
    remove: 'Удалить',
    bringBack: 'Вернуть',
    addComment: 'Добавить комментарий',
    comment: 'Комментарий',
    comments: 'Комментарии',
    history: 'История',
    related: 'Связанные элементы',
    price: /1\s234,50\s₽/,
    due: '24 дек. 2026 г.',
  },
} as const;

const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1440, height: 900 } } as const;

// Each language, each width, with scripts and without: not each with each.
const ways = [
  ['en', 'desk', true],
  ['ru', 'phone', true],
  ['en', 'desk', false],
] as const;

for (const [language, size, scripts] of ways) {
  const [words, viewport] = [heard[language], sizes[size]];
  const how = `${language}, ${size}${scripts ? '' : ', without scripts'}`;
  test(
    `an item from its form to its deletion and back, ${how}`,
    scripts ? {} : { tag: '@long' },
    async ({ house, company }) => {
      const page = await house.open('anna', { locale: words.locale, viewport, javaScriptEnabled: scripts });
      const main = page.getByRole('main');
      const button = (name: string) => main.getByRole('button', { name, exact: true });
      // What looks a page over is a script itself.
      const look = async () => (scripts ? await checkAxe(page) : undefined);
      const section = (name: string) => main.getByRole('region', { name, exact: true });

      await test.step('the form keeps what was typed while a client is looked for', async () => {
        await page.goto(`/apps/${company.orders}/items/new`);
        await main.getByRole('textbox', { name: 'What' }).fill('Two chairs');
        await main.getByRole('textbox', { name: 'Price' }).fill(language === 'ru' ? '1 234,5' : '1,234.5');
        await main.getByLabel('Due').fill('2026-12-24');
        const client = main.getByRole('group', { name: 'Client' });
        await client.getByRole('searchbox').fill('hugh');
        if (!scripts) await client.getByRole('button', { name: words.find }).click();
        await client.getByRole('radio', { name: 'C-0001 · Mina Hughes' }).check();
        await expect(main.getByRole('textbox', { name: 'What' })).toHaveValue('Two chairs');
        await look();
        await main
          .getByLabel(/Papers/)
          .and(main.locator('input'))
          .setInputFiles({ name: 'stairs.jpg', mimeType: 'image/jpeg', buffer: phoneJpeg() });
        await button(words.save).click();
      });

      await test.step('its page tells all of it, and the client tells of the order', async () => {
        await expect(main.getByRole('heading', { level: 1 })).toHaveText('O-0001 · Two chairs');
        await expect(main).toContainText(words.price);
        await expect(main).toContainText(words.due);
        await expect(main.getByRole('img', { name: /stairs\.jpg/ })).toBeVisible();
        await look();
        await main.getByRole('link', { name: 'C-0001 · Mina Hughes' }).first().click();
        await section(words.related).getByRole('link', { name: 'O-0001 · Two chairs' }).click();
      });

      await test.step('it is changed, and the history says from what to what', async () => {
        await main.getByRole('link', { name: words.edit, exact: true }).click();
        await main.getByRole('textbox', { name: 'What' }).fill('Three chairs');
        await button(words.save).click();
        await expect(main.getByRole('heading', { level: 1 })).toHaveText('O-0001 · Three chairs');
        await expect(section(words.history)).toContainText('Two chairs → Three chairs');
        await expect(section(words.history)).toContainText('Anna Orlova');
      });

      await test.step('it is commented', async () => {
        await main.getByRole('textbox', { name: words.comment }).fill('They want oak.');
        await button(words.addComment).click();
        await expect(section(words.comments)).toContainText('They want oak.');
      });

      await test.step('it is deleted, and brought back', async () => {
        await main.getByRole('link', { name: words.remove, exact: true }).click();
        await look();
        await main.getByRole('button', { name: /O-0001 · Three chairs/ }).click();
        await expect(button(words.bringBack)).toBeVisible();
        await page.goto(`/apps/${company.orders}`);
        await expect(main.getByRole('link', { name: 'O-0001 · Three chairs' })).toHaveCount(0);
        await page.goBack();
        await button(words.bringBack).click();
        await expect(main.getByRole('link', { name: words.edit, exact: true })).toBeVisible();
      });
    },
  );
}

test('what is refused keeps what was typed, and says where it is wrong', async ({ house, company }) => {
  const page = await house.open('anna');
  house.expectComplaint(page, /422/);
  const main = page.getByRole('main');
  await page.goto(`/apps/${company.clients}/items/new`);
  await main.getByRole('textbox', { name: 'Phone' }).fill('+44 20 7946 0001');
  await main.getByRole('textbox', { name: 'Notes' }).fill('Two lines\nof words');
  await main.getByRole('textbox', { name: 'Phone' }).press('Enter');
  await expect(main.getByRole('alert').getByRole('link')).toHaveCount(1);
  await main.getByRole('alert').getByRole('link', { name: /Name/ }).click();
  await main.getByRole('textbox', { name: 'Name' }).fill('Somebody else');
  await main.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(main.getByRole('alert')).toContainText('Another item already has this');
  await expect(main.getByRole('textbox', { name: 'Notes' })).toHaveValue('Two lines\nof words');
  await checkAxe(page);
});
