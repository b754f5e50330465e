import { readFileSync, rmSync } from 'node:fs';
import type { Page } from 'playwright/test';
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

/** As spreadsheets on Windows write Cyrillic. */
const windows1251 = (text: string): Buffer =>
  Buffer.from(
    [...text].map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    }),
  );

const give = async (page: Page, name: string, buffer: Buffer): Promise<void> => {
  await page.getByLabel('CSV file', { exact: true }).setInputFiles({ name, mimeType: 'text/csv', buffer });
  await button(page, 'Upload').click();
};

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

for (const [how, options, as] of [
  ['with scripts', {}, {}],
  ['without scripts', { javaScriptEnabled: false }, { tag: '@long' }],
  ['on a phone', { viewport: { width: 360, height: 740 } }, { tag: '@long' }],
] as const) {
  test(`items come from a file and leave in one, ${how}`, as, async ({ house, company }) => {
    const anna = await house.open('anna', options);
    house.expectComplaint(anna, /422/);
    await anna.goto(`/apps/${company.clients}`);
    await anna.getByRole('link', { name: 'Import', exact: true }).click();
    await anna.getByRole('link', { name: 'Import a file' }).click();
    await give(anna, 'notes.csv', Buffer.from('\u0000\u0001\u0002 no table'));
    await expect(anna.getByText('This is no text. Save the table as CSV.', { exact: true })).toBeVisible();

    const file =
      'Имя;Phone;Notes\r\nАнна;+7 900 1;=cmd()\r\n;+7 900 2;\r\nБорис;+44 20 7946 0001;\r\nВера;+7 900 3;"a\nb"\r\n';
    await give(anna, 'clients.csv', windows1251(file));
    await expect(heading(anna, 'Which column goes where')).toBeVisible();
    await expect(anna.getByLabel('“Phone” goes into')).toHaveAccessibleDescription(/\+7 900 1 · \+7 900 2/);
    if (how === 'with scripts') await checkAxe(anna);
    await button(anna, 'Check the file').click();
    // What is required has no column yet.
    await expect(anna.getByText('“Name” is required: a column has to go into it.')).toBeVisible();
    await anna.getByLabel('“Имя” goes into').selectOption({ label: 'Name *' });
    await button(anna, 'Check the file').click();

    await expect(heading(anna, 'What will be added')).toBeVisible({ timeout: 15_000 });
    await expect(anna.getByText('2 items can be added.')).toBeVisible();
    await expect(heading(anna, '2 rows are not right')).toBeVisible();
    await expect(anna.getByText('Name: This is needed.')).toBeVisible();
    await expect(anna.getByText(/Phone \(.*\): Another item already has this\./)).toBeVisible();
    if (how === 'with scripts') await checkAxe(anna);
    const boris = await house.open('boris', options);
    await boris.goto(`/apps/${company.clients}`);
    await expect(boris.getByText('Вера')).toBeHidden();
    await button(anna, 'Add 2 items').click();
    await expect(anna.getByText('2 items added.')).toBeVisible({ timeout: 15_000 });
    await anna.getByRole('link', { name: 'To the list' }).click();
    await expect(anna.getByRole('link', { name: 'C-0003 · Вера' })).toBeVisible();
    await boris.reload();
    await expect(boris.getByRole('link', { name: 'C-0002 · Анна' })).toBeVisible();

    const coming = anna.waitForEvent('download');
    await anna.getByRole('link', { name: 'Export all fields' }).click();
    const path = await (await coming).path();
    const [, vera, first] = readFileSync(path, 'utf8').split('\r\n');
    expect(vera).toContain(`C-0003,Вера,'+7 900 3,"a\nb"`);
    expect(first).toContain(`C-0002,Анна,'+7 900 1,'=cmd()`);
  });
}

/** So many clients. */
const many = (count: number): Buffer =>
  Buffer.from(`Name,Phone\n${Array.from({ length: count }, (_, n) => `Client ${n},+7 901 ${n}000\n`).join('')}`);

test('a file that is being written goes on after a power cut, can be cancelled, and nobody sees half of it', async ({
  house,
  company,
}) => {
  const anna = await house.open('anna');
  house.expectComplaint(anna, /Failed to|ERR_|live/);
  await anna.goto(`/apps/${company.clients}/imports/new`);
  await give(anna, 'many.csv', many(3000));
  await button(anna, 'Check the file').click();
  await expect(button(anna, 'Add 3,000 items')).toBeVisible({ timeout: 60_000 });
  await button(anna, 'Add 3,000 items').click();
  await expect(anna.getByText(/^[1-9][\d,]* of 3,000$/)).toBeVisible({ timeout: 30_000 });
  await house.server().kill();
  await house.restart();
  await anna.goto(`/apps/${company.clients}`);
  await expect(anna.getByRole('link', { name: 'C-0001 · Mina Hughes' })).toBeVisible();
  await expect(anna.getByText('Client 1', { exact: false })).toHaveCount(0);
  await anna.goto(`/apps/${company.clients}/imports`);
  await anna.getByRole('link', { name: 'many.csv' }).click();
  await expect(anna.getByText(/^[1-9][\d,]* of 3,000$/)).toBeVisible({ timeout: 30_000 });
  await button(anna, 'Cancel import').click();
  await expect(heading(anna, 'Import cancelled')).toBeVisible({ timeout: 60_000 });
  await anna.goto(`/apps/${company.clients}/items/new`);
  await anna.getByRole('textbox', { name: 'Name' }).fill('Next');
  await button(anna, 'Save').click();
  await expect(heading(anna, 'C-0002 · Next')).toBeVisible();
});
