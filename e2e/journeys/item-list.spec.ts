import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { appById } from '../../src/apps/read.ts';
import { addItem } from '../../src/apps/testing.ts';
import { openSqlite } from '../../src/db/open.sqlite.ts';
import { checkAxe } from '../support/axe.ts';
import { type CompanyWithItems, companyWithItems } from '../support/items.ts';
import { test as base, expect } from '../support/journey.ts';

/** Orders enough for a second page, each with its price. */
const withOrders = async (): Promise<CompanyWithItems> => {
  const company = await companyWithItems();
  const db = await openSqlite({ file: join(company.folder, 'lines.db') });
  const orders = await appById(db.read, company.orders);
  if (!orders) throw new Error('There are no orders.');
  for (let i = 1; i <= 60; i++)
    await addItem(db, orders, { What: i % 10 === 0 ? `Sofa ${i}` : `Chair ${i}`, ...(i > 5 && { Price: i * 100 }) });
  await db.close();
  return company;
};

const test = base.extend<object, { company: CompanyWithItems }>({
  company: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that nothing is needed
    async ({}, use) => {
      const company = await withOrders();
      await use(company);
      rmSync(company.folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});

const heard = {
  en: {
    locale: 'en-GB',
    ...{
      search: 'Search',
      filters: 'Filters',
      apply: 'Apply',
      columns: 'Columns',
      showThese: 'Show these',
      changed: 'Changed',
    },
    ...{ from: 'Price: from', of60: '1–50 of 60', all60: '1–60 of 60', second: '51–60 of 60', more: 'Show more' },
    ...{ chip: 'Remove: Words: sofa', sortBy: 'Sort by', way: 'Order', up: 'smallest or earliest first' },
    ...{
      saveView: 'Save view',
      name: 'Name',
      save: 'Save',
      views: 'Views',
      nothing: 'Nothing fits',
      clear: 'Clear all',
    },
  },
  ru: {
    locale: 'ru-RU',
    ...{
      search: 'Найти',
      filters: 'Фильтры',
      apply: 'Применить',
      columns: 'Столбцы',
      showThese: 'Показать эти',
      changed: 'Изменён',
    },
    ...{ from: 'Price: от', of60: '1–50 из 60', all60: '1–60 из 60', second: '51–60 из 60', more: 'Показать ещё' },
    ...{ chip: 'Убрать: Слова: sofa', sortBy: 'Сортировка', way: 'Порядок', up: 'сначала меньшие или ранние' },
    ...{
      saveView: 'Сохранить представление',
      name: 'Название',
      save: 'Сохранить',
      views: 'Представления',
      nothing: 'Ничего не подходит',
      clear: 'Сбросить всё',
    },
  },
} as const;

const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1440, height: 900 } } as const;

// Each language, each width, with scripts and without: not each with each.
const ways = [
  ['en', 'desk', true],
  ['ru', 'phone', true],
  ['en', 'phone', false],
] as const;

for (const [language, size, scripts] of ways) {
  const [words, viewport] = [heard[language], sizes[size]];
  test(
    `a list is searched, filtered, sorted and kept, ${language}, ${size}${scripts ? '' : ', without scripts'}`,
    scripts ? {} : { tag: '@long' },
    async ({ house, company }) => {
      const page = await house.open('anna', { locale: words.locale, viewport, javaScriptEnabled: scripts });
      const main = page.getByRole('main');
      const link = (name: string) => main.getByRole('link', { name, exact: true });
      const button = (name: string) => main.getByRole('button', { name, exact: true });
      const input = (name: string) => main.getByLabel(name, { exact: true });
      const unfold = (name: string) => main.locator('summary').filter({ hasText: name }).click();
      const rows = main.getByRole('row').filter({ has: page.getByRole('rowheader') });
      const titles = rows.getByRole('rowheader');
      const looksWell = async () => {
        if (scripts) await checkAxe(page);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wide, 'how far the page scrolls sideways').toBe(0);
      };
      await page.goto(`/apps/${company.orders}`);

      await test.step('the newest come first, and more below', async () => {
        await expect(main.getByText(words.of60).first()).toBeVisible();
        await expect(titles.first()).toContainText('O-0060');
        await looksWell();
        await link(words.more).click();
        await expect(main.getByText(scripts ? words.all60 : words.second).first()).toBeVisible();
        await expect(titles).toHaveCount(scripts ? 60 : 10);
        await expect(titles.last()).toContainText('O-0001');
      });

      await test.step('words, and the way out of them', async () => {
        await main.getByRole('searchbox').first().fill('sofa');
        await button(words.search).click();
        await expect(titles).toHaveCount(6);
        await expect(link(words.chip)).toBeVisible();
      });

      await test.step('a filter on a price, beside the words', async () => {
        await unfold(words.filters);
        await input(words.from).fill(language === 'ru' ? '20,5' : '20.5');
        await button(words.apply).first().click();
        await expect(titles).toHaveCount(4);
        await expect(titles.last()).toContainText('Sofa 30');
        await looksWell();
        await link(words.chip).click();
        await expect(titles).toHaveCount(40);
      });

      await test.step('another order and another column', async () => {
        await unfold(words.columns);
        await input(words.sortBy).selectOption({ label: 'Price' });
        await input(words.way).selectOption({ label: words.up });
        await input(words.changed).check();
        await button(words.showThese).click();
        await expect(titles.first()).toContainText('Chair 21');
        if (size === 'desk') {
          const head = main.getByRole('columnheader', { name: 'Price' });
          await expect(head).toHaveAttribute('aria-sort', 'ascending');
          await expect(main.getByRole('columnheader', { name: words.changed })).toBeVisible();
          await head.getByRole('link').click();
          await expect(head).toHaveAttribute('aria-sort', 'descending');
          await expect(titles.first()).toContainText('Sofa 60');
        }
      });

      await test.step('kept as a view, which is opened again', async () => {
        await unfold(words.saveView);
        await input(words.name).fill(`Dear ones ${size} ${language} ${scripts}`);
        await button(words.save).click();
        const views = main.getByRole('navigation', { name: words.views, exact: true });
        const mine = views.getByRole('link', { name: `Dear ones ${size} ${language} ${scripts}`, exact: true });
        await expect(mine).toHaveAttribute('aria-current', 'page');
        await page.goto(`/apps/${company.orders}?q=nobody`);
        await expect(main.getByText(words.nothing)).toBeVisible();
        await looksWell();
        await mine.click();
        await expect(titles).toHaveCount(40);
      });
    },
  );
}
