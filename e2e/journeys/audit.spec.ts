import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { expect, test } from '../support/journey.ts';

const plain = { javaScriptEnabled: false };

/** The audit log, by what is heard on it. */
const logOf = (page: Page) => ({
  page,
  entries: page.getByRole('list', { name: 'Entries' }).getByRole('listitem'),
  entry: (text: string) => page.getByRole('list', { name: 'Entries' }).getByRole('listitem').filter({ hasText: text }),
  open: async () => {
    await page.goto('/admin');
    await page.getByRole('link', { name: 'Audit log', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Audit log' })).toBeVisible();
  },
  filter: () => page.getByText('Filter', { exact: true }).click(),
  field: (name: string) => page.getByLabel(name, { exact: true }),
  show: () => page.getByRole('button', { name: 'Show', exact: true }).click(),
});

for (const [how, options] of [
  ['with scripts', {}],
  ['without scripts', plain],
] as const) {
  test(`an administrator sees who did what, narrows it, and takes it along, ${how}`, async ({ house }) => {
    const page = await house.open('ada', options);
    const log = logOf(page);
    const { ada } = house.people;

    await test.step('a group is made, renamed and deleted', async () => {
      await page.goto('/admin/groups/new');
      await page.getByLabel('Name', { exact: true }).fill('=Night shift');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByLabel('Name', { exact: true }).fill('=Day shift');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Delete', { exact: true }).click();
      await page.getByRole('button', { name: 'Delete =Day shift' }).click();
      await expect(page).toHaveURL(/\/admin\/groups$/);
    });

    await test.step('all of it stands in the log, the newest first', async () => {
      await log.open();
      await expect(log.entries.nth(0)).toContainText('Group deleted: =Day shift');
      await expect(log.entries.nth(0)).toContainText('deleted');
      await expect(log.entries.nth(0)).toContainText(ada.name);
      await expect(log.entries.nth(1)).toContainText(/was =Night shift.*now =Day shift/);
      await expect(log.entries.nth(2)).toContainText('Group created');
    });

    await test.step('it is narrowed by a form, and by pressing a name', async () => {
      await log.filter();
      await log.field('What').selectOption('Group created');
      await log.field('About').fill('day SHIFT');
      await log.show();
      await expect(log.entries).toHaveCount(1);
      await expect(log.field('About')).toHaveValue('day SHIFT');
      await page.getByRole('link', { name: 'Clear the filter' }).click();
      await log.entry('Group deleted').getByRole('link', { name: '=Day shift' }).click();
      await expect(log.entries).toHaveCount(3);
      await expect(page.getByText('Everything about =Day shift')).toBeVisible();
    });

    await test.step('what is shown comes as a file, and that stands in the log as well', async () => {
      const coming = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download as CSV' }).click();
      const file = await coming;
      expect(file.suggestedFilename()).toMatch(/^audit-log-\d{4}-\d\d-\d\d\.csv$/);
      const text = await readFile(await file.path(), 'utf8');
      expect(text.startsWith('\uFEFFTime (UTC),Who')).toBe(true);
      expect(text.trimEnd().split('\r\n')).toHaveLength(4);
      expect(text).toContain("'=Day shift (deleted)");
      await log.open();
      await expect(log.entries.nth(0)).toContainText('Audit log downloaded');
    });
  });
}

test('the audit log is not there for who is no administrator', async ({ house }) => {
  const page = await house.open('anna');
  house.expectComplaint(page, /status of 404/);
  expect((await page.goto('/admin/audit'))?.status()).toBe(404);
});
