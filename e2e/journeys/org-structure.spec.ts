import type { Page } from 'playwright/test';
import { checkAxe } from '../support/axe.ts';
import { expect, test } from '../support/journey.ts';

const plain = { javaScriptEnabled: false };

/** The page of the org structure, by what is heard on it. */
const orgOf = (page: Page) => {
  const tree = page.getByRole('navigation', { name: 'Departments and positions', exact: true });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const field = (name: string) => page.getByLabel(name, { exact: true });
  return {
    page,
    button,
    field,
    unit: (name: string) => tree.getByRole('link', { name, exact: true }),
    item: (name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}(,|$)`) }),
    heading: (name: string) => page.getByRole('heading', { name, exact: true }),
    open: async () => {
      await page.goto('/admin/users');
      await page.getByRole('link', { name: 'Org structure', exact: true }).click();
    },
    /** Adds a unit by its form, which is open. */
    fill: async (name: string, under?: string, kind = 'Department') => {
      await field('Name').fill(name);
      await field('Kind').selectOption(kind);
      if (under !== undefined) await field('Below').selectOption({ label: under });
      await button('Save').click();
      await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
    },
    find: async (name: string) => {
      const search = page.getByRole('searchbox', { name: 'Search by name or email', exact: true });
      await search.fill(name);
      await search.press('Enter');
    },
    /** All units of the tree, from top to bottom. */
    units: tree.getByRole('link'),
  };
};

for (const [how, options] of [
  ['with scripts', {}],
  ['without scripts', plain],
] as const) {
  test(`an administrator builds the org structure, moves a branch and deletes a unit, ${how}`, async ({ house }) => {
    const org = orgOf(await house.open('ada', options));
    const { page } = org;

    await test.step('adds departments and a position', async () => {
      await org.open();
      await expect(page.getByText('No departments yet')).toBeVisible();
      await page.getByRole('link', { name: 'Add', exact: true }).click();
      await org.fill('Sales');
      await page.getByRole('link', { name: 'Add below', exact: true }).click();
      await org.fill('West');
      await page.getByRole('link', { name: 'Add below', exact: true }).click();
      await org.fill('Cashier', undefined, 'Position');
      await page.getByRole('link', { name: 'Add', exact: true }).click();
      await org.fill('Board');
      await expect(org.units).toHaveText(['Board', 'Sales', 'West', 'Cashier']);
    });

    await test.step('places people, one of them as the head', async () => {
      await org.unit('West').click();
      await org.find('orlova');
      await org.button('Add Anna Orlova').click();
      await org.find('boris');
      await org.button('Add Boris Lebedev').click();
      await org.button('Make Anna Orlova head').click();
      await expect(page.getByText('Department · 2 people · Head: Anna Orlova')).toBeVisible();
      await expect(page.getByTitle('Head: Anna Orlova')).toBeVisible();
    });

    await test.step('is told of a name that stands there already, and what was typed stays', async () => {
      house.expectComplaint(page, /status of 422/);
      await page.getByRole('link', { name: 'Add', exact: true }).click();
      await org.field('Name').fill('sales');
      await org.button('Save').click();
      await expect(page.getByRole('alert')).toContainText('has this name');
      await expect(org.field('Name')).toHaveValue('sales');
    });

    await test.step('renames one and moves its branch; into itself it is not even offered', async () => {
      await org.unit('West').click();
      await org.field('Name').fill('West coast');
      await org.button('Save').click();
      await expect(org.heading('West coast')).toBeVisible();
      await org.unit('Sales').click();
      expect((await org.field('Move below').locator('option').allTextContents()).map((name) => name.trim())).toEqual([
        'At the top',
        'Board',
      ]);
      await org.field('Move below').selectOption('Board');
      await org.button('Move').click();
      await expect(org.field('Move below')).toHaveValue(/.{36}/);
      await expect(org.units).toHaveText(['Board', 'Sales', 'West coast', 'Cashier']);
      await org.unit('Board').click();
      await expect(org.field('Move below').locator('option')).toHaveCount(1);
    });

    await test.step('finds a person, and so the unit', async () => {
      const search = page.getByRole('searchbox', { name: 'Search units and people', exact: true });
      await search.fill('Boris');
      await search.press('Enter');
      await page.getByRole('link', { name: 'Board / Sales / West coast', exact: true }).click();
      await expect(org.heading('West coast')).toBeVisible();
    });

    await test.step('deletes it: its people and units go where is said', async () => {
      await page.getByText('Delete', { exact: true }).click();
      await org.button('Delete West coast').click();
      await expect(page.getByRole('alert')).toContainText('This must be filled in.');
      const to = org.field('Move people and units to');
      await to.selectOption((await to.locator('option', { hasText: 'Sales' }).getAttribute('value')) ?? '');
      await org.button('Delete West coast').click();
      await org.unit('Sales').click();
      await expect(org.units).toHaveText(['Board', 'Sales', 'Cashier']);
      await expect(page.getByText('Department · 2 people')).toBeVisible();
      await expect(org.button('Remove Anna Orlova')).toBeVisible();
    });
  });
}

test('the tree is one stop for Tab, and the keys walk, fold and open in it', async ({ house }) => {
  const org = orgOf(await house.open('ada'));
  const { page } = org;
  const { keyboard } = page;
  await org.open();
  for (const [name, under] of [
    ['Board', 'At the top'],
    ['Sales', 'At the top'],
    ['West', '\u2003Sales'],
    ['East', '\u2003Sales'],
    ['Workshop', 'At the top'],
  ] as const) {
    await page.getByRole('link', { name: 'Add', exact: true }).click();
    await org.fill(name, under.trim());
  }
  await org.open();

  await test.step('Tab comes to the first one, and leaves the tree with the next', async () => {
    await page.getByRole('link', { name: 'Add', exact: true }).focus();
    await keyboard.press('Tab');
    await expect(org.item('Board')).toBeFocused();
    await keyboard.press('Tab');
    expect(await page.getByRole('tree').locator(':focus').count()).toBe(0);
    await keyboard.press('Shift+Tab');
    await expect(org.item('Board')).toBeFocused();
  });

  await test.step('arrows, Home and End walk through what is unfolded', async () => {
    await keyboard.press('ArrowDown');
    await expect(org.item('Sales')).toBeFocused();
    await keyboard.press('ArrowRight');
    await expect(org.item('East')).toBeFocused();
    await keyboard.press('ArrowDown');
    await expect(org.item('West')).toBeFocused();
    await expect(org.item('West')).toHaveAttribute('aria-level', '2');
    await keyboard.press('ArrowLeft');
    await expect(org.item('Sales')).toBeFocused();
    await keyboard.press('ArrowLeft');
    await expect(org.item('Sales')).toHaveAttribute('aria-expanded', 'false');
    await expect(org.unit('West')).toBeHidden();
    await keyboard.press('ArrowDown');
    await expect(org.item('Workshop')).toBeFocused();
    await keyboard.press('Home');
    await expect(org.item('Board')).toBeFocused();
    await keyboard.press('End');
    await expect(org.item('Workshop')).toBeFocused();
  });

  await test.step('letters lead to names that begin so, and nowhere else', async () => {
    await keyboard.press('s');
    await expect(org.item('Sales')).toBeFocused();
    await keyboard.press('ArrowRight');
    await expect(org.item('Sales')).toHaveAttribute('aria-expanded', 'true');
    await keyboard.type('we');
    await expect(org.item('West')).toBeFocused();
    await keyboard.press('Home');
    // Anywhere else these two open the lines.
    await keyboard.press('g');
    await keyboard.press('l');
    await expect(org.item('Board')).toBeFocused();
  });

  await test.step('Enter opens a unit, and the keys go on from there', async () => {
    await keyboard.press('End');
    await keyboard.press('ArrowUp');
    await keyboard.press('Enter');
    await expect(org.heading('West')).toBeVisible();
    await expect(org.item('West')).toBeFocused();
    await expect(org.item('West')).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('treeitem', { selected: true })).toHaveCount(1);
  });

  await test.step('what was folded stays so, but never around the unit that is shown', async () => {
    await keyboard.press('ArrowLeft');
    await keyboard.press('ArrowLeft');
    await expect(org.item('Sales')).toHaveAttribute('aria-expanded', 'false');
    await keyboard.press('Enter');
    await expect(org.heading('Sales')).toBeVisible();
    await expect(org.item('Sales')).toBeFocused();
    await org.open();
    await expect(org.item('Sales')).toHaveAttribute('aria-expanded', 'false');
    await page.getByRole('button', { name: 'Below Sales', exact: true }).click();
    await org.unit('East').click();
    await expect(org.heading('East')).toBeVisible();
    await checkAxe(page);
  });

  await test.step('by the keys alone: a unit is moved', async () => {
    const tabTo = async (target: ReturnType<typeof org.button>) => {
      for (let step = 0; step < 40 && !(await target.evaluate((one) => one === document.activeElement)); step++)
        await keyboard.press('Tab');
      await expect(target).toBeFocused();
    };
    await tabTo(org.field('Move below'));
    await keyboard.type('Board');
    await tabTo(org.button('Move'));
    await keyboard.press('Enter');
    await expect(org.units).toHaveText(['Board', 'East', 'Sales', 'West', 'Workshop']);
  });
});

test('on a phone the tree and a unit are one pane each, with a way back', async ({ house }) => {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
  const org = orgOf(await house.open('ada', phone));
  const { page } = org;
  await org.open();
  await page.getByRole('link', { name: 'Add', exact: true }).click();
  await org.fill('Sales');
  await expect(org.unit('Sales')).toBeHidden();
  await page.getByRole('link', { name: 'All units', exact: true }).click();
  await expect(org.unit('Sales')).toBeVisible();
  await org.unit('Sales').tap();
  await expect(org.heading('Sales')).toBeVisible();
  await checkAxe(page);
});

test('of two administrators who change a unit at once the later is told, and nothing typed is lost', async ({
  house,
}) => {
  const [one, other] = [orgOf(await house.open('ada')), orgOf(await house.open('ada'))];
  await one.open();
  await one.page.getByRole('link', { name: 'Add', exact: true }).click();
  await one.fill('Sales');
  await other.page.goto(one.page.url());
  await one.field('Name').fill('Trade');
  await one.button('Save').click();
  await expect(one.heading('Trade')).toBeVisible();
  house.expectComplaint(other.page, /status of (404|409)/);
  await other.field('Name').fill('Selling');
  await other.button('Save').click();
  await expect(other.page.getByRole('alert')).toContainText('in the meantime');
  await expect(other.field('Name')).toHaveValue('Selling');
  await one.page.getByText('Delete', { exact: true }).click();
  await one.button('Delete Trade').click();
  await expect(one.page.getByText('No departments yet')).toBeVisible();
  await other.button('Save').click();
  await expect(other.heading('This unit is gone')).toBeVisible();
  await expect(other.page.getByText('You had typed: Selling')).toBeVisible();
});
