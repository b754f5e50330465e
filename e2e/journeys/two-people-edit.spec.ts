import { rmSync } from 'node:fs';
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

const onForm = (page: Page) => {
  const main = page.getByRole('main');
  return {
    main,
    name: main.getByRole('textbox', { name: 'Name' }),
    notes: main.getByRole('textbox', { name: 'Notes' }),
    save: main.getByRole('button', { name: 'Save', exact: true }),
    told: main.getByRole('alert'),
  };
};

for (const scripts of [true, false])
  test(
    `who saves second sees what the first saved, field by field, and keeps their own words${scripts ? '' : ', without scripts'}`,
    scripts ? {} : { tag: '@long' },
    async ({ house, company }) => {
      const [anna, boris] = [
        await house.open('anna', { javaScriptEnabled: scripts }),
        await house.open('boris', { javaScriptEnabled: scripts }),
      ];
      house.expectComplaint(boris, /409/);
      const [first, second] = [onForm(anna), onForm(boris)];

      await test.step('both open the same item', async () => {
        for (const page of [anna, boris]) {
          await page.goto(`/apps/${company.clients}`);
          await page.getByRole('main').getByRole('link', { name: 'C-0001 · Mina Hughes' }).click();
          await page.getByRole('main').getByRole('link', { name: 'Edit', exact: true }).click();
        }
      });

      await test.step('Anna saves first', async () => {
        await first.name.fill('Mina Hughes-Orr');
        await first.notes.fill('Married in May.');
        await first.save.click();
        await expect(anna.getByRole('heading', { level: 1 })).toHaveText('C-0001 · Mina Hughes-Orr');
      });

      await test.step('Boris is told of each, and his words still stand', async () => {
        await second.name.fill('M. Hughes');
        await second.notes.fill('Calls on Mondays.');
        await second.save.click();
        await expect(second.told).toContainText('Anna Orlova saved other values');
        for (const text of ['Mina Hughes-Orr', 'M. Hughes', 'Married in May.', 'Calls on Mondays.'])
          await expect(second.told).toContainText(text);
        await expect(second.name).toHaveValue('M. Hughes');
        // What looks a page over is a script itself.
        if (scripts) await checkAxe(boris);
      });

      await test.step('he takes her name, keeps his notes, and saves', async () => {
        await second.main.getByRole('button', { name: 'Take what is saved: Name' }).click();
        await expect(second.name).toHaveValue('Mina Hughes-Orr');
        await expect(second.notes).toHaveValue('Calls on Mondays.');
        await expect(second.told).not.toContainText('M. Hughes');
        await second.save.click();
        await expect(boris.getByRole('heading', { level: 1 })).toHaveText('C-0001 · Mina Hughes-Orr');
        const history = second.main.getByRole('region', { name: 'History' });
        await expect(history).toContainText('Married in May. → Calls on Mondays.');
      });
    },
  );
