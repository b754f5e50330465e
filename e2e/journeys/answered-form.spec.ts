import { lineNames } from '../support/company.ts';
import { expect, test } from '../support/journey.ts';
import { screenOf } from '../support/screen.ts';

test('a refused form stays with what was typed when rights change meanwhile, and only what stands around it is new', async ({
  house,
}) => {
  const typing = screenOf(await house.open('ada'));
  house.expectComplaint(typing.page, /status of 422/);
  await typing.page.goto('/admin/users/new');
  const field = (label: string) => typing.page.getByRole('textbox', { name: label, exact: true });
  await field('Name').fill('Somebody');
  await field('Email').fill(house.people.anna.email);
  await typing.button('Save').click();
  await expect(typing.page.getByRole('alert').first()).toBeVisible();
  await field('Name').fill('Somebody New');

  const pavel = screenOf(await house.open('pavel'));
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await pavel.write('My printer smokes');
  await expect(pavel.said('My printer smokes')).toHaveCount(1);
  const setting = screenOf(await house.open('ada'));
  await setting.page.goto(`/admin/users/${house.people.ada.id}`);
  await setting.page.getByRole('checkbox', { name: 'Operators', exact: true }).check();
  await setting.button('Save').click();

  await expect(typing.takeNext(1)).toBeVisible();
  await expect(field('Name')).toHaveValue('Somebody New');
  await expect(field('Email')).toHaveValue(house.people.anna.email);
  await typing.page.goto('/lines');
  await expect(typing.box(lineNames.shows, 'unassigned', 1)).toBeVisible();
});
