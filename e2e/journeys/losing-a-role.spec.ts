import { lineNames } from '../support/company.ts';
import type { House } from '../support/house.ts';
import { expect, test } from '../support/journey.ts';
import { orgBy } from '../support/org.ts';
import { askAs } from '../support/person.ts';
import { type Screen, screenOf } from '../support/screen.ts';
import { signIn } from '../support/sign-in.ts';

const line = lineNames.shows;
const half = 'Half an answer, for I was';
const plain = { javaScriptEnabled: false };

test('an operator who leaves the group sees it at once, keeps the words, and gets all back with the group', async ({
  house,
}) => {
  const { anna, boris, ada } = await atWork(house);
  await ada.page.goto('/admin/groups');
  await ada.link('Operators').click();
  await ada.button(`Remove ${house.people.anna.name}`).click();

  await expect(anna.page.getByText('This session is not yours to see any more.')).toBeVisible();
  await expect(anna.composer).toHaveAttribute('readonly');
  await expect(anna.composer).toHaveValue(half);
  await expect(anna.box(line, 'unassigned')).toBeHidden();
  await expect(anna.box(line, 'mine')).toBeHidden();
  await expect(anna.said('My printer smokes')).toBeHidden();
  const pavel = screenOf(await house.open('olga'));
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await pavel.write('Mine, too');
  await expect(boris.takeNext(2)).toBeVisible();
  await expect(anna.takeNext(2)).toBeHidden();

  await boris.row(boris.words.isNew(house.people.pavel.name)).click();
  await expect(boris.said(`${house.people.anna.name} no longer operates this line`)).toBeVisible();

  await ada.page.getByLabel('Search by name or email', { exact: true }).fill('Anna');
  await ada.page.keyboard.press('Enter');
  await ada.button(`Add ${house.people.anna.name}`).click();
  await expect(anna.box(line, 'unassigned', 2)).toBeVisible();
  await expect(anna.said('My printer smokes')).toBeVisible();
  await anna.button(anna.words.take).click();
  await expect(anna.composer).toHaveValue(half);
  await anna.button(anna.words.send).click();
  await expect(anna.said(half)).toHaveCount(1);
});

test('whoever is deactivated is signed out at once, is told so, and finds the words when they return', async ({
  house,
}) => {
  const { anna, boris, ada } = await atWork(house);
  const open = anna.page.url();
  await ada.page.goto(`/admin/users/${house.people.anna.id}`);
  await confirmed(ada, 'Deactivate');
  await expect(anna.page.getByText('You were signed out meanwhile.')).toBeVisible();
  await boris.row(boris.words.isNew(house.people.pavel.name)).click();
  await expect(boris.said(`${house.people.anna.name} was deactivated`)).toBeVisible();

  // Her draft may still be on its way when she is signed out; the copy in the browser stays.
  house.expectComplaint(anna.page, /status of (401|422)/);
  await signIn(anna.page, house.people.anna.email);
  await expect(anna.page.getByRole('alert')).toBeVisible();
  await ada.button(`Activate ${house.people.anna.name}`).click();
  await signIn(anna.page, house.people.anna.email);
  await expect(anna.page).toHaveURL(open);
  await anna.button(anna.words.take).click();
  await expect(anna.composer).toHaveValue(half);
});

test('a client who loses the line with a unit reads on and is told why, with the words kept, until it comes back', async ({
  house,
}) => {
  const org = orgBy(askAs(house.origin, house.people.ada));
  const [office, field] = [await org.unit('Office'), await org.unit('Field')];
  const clerks = await org.unit('Clerks', office);
  for (const who of ['pavel', 'olga'] as const) await org.place(clerks, house.people[who].id);
  const [wrote, never] = [
    await org.line('Stationery', { units: [office] }),
    await org.line('Canteen', { units: [office] }),
  ];
  const pavel = screenOf(await house.open('pavel'));
  const olga = screenOf(await house.open('olga'));
  const choosing = screenOf(await house.open('pavel'));
  const boris = screenOf(await house.open('boris'));
  await pavel.page.goto(`/messages/${wrote}`);
  await pavel.write('Pens, please');
  await expect(pavel.said('Pens, please')).toHaveCount(1);
  await pavel.composer.fill('And pap');
  await olga.page.goto(`/messages/${never}`);
  await olga.composer.fill('Is there soup');
  await choosing.page.goto('/messages/lines');
  await expect(choosing.conversation('Canteen')).toBeVisible();
  await boris.page.goto(`/messages/${house.lines.shows}`);
  await boris.composer.fill('Undisturbed');
  let disturbed = 0;
  boris.page.on('request', () => disturbed++);

  await org.move(clerks, field);
  const gone = 'You can no longer write to this line.';
  await expect(pavel.page.getByText(`${gone} What was written stays here.`)).toBeVisible();
  await expect(pavel.composer).toHaveAttribute('readonly');
  await expect(pavel.composer).toHaveValue('And pap');
  await expect(pavel.said('Pens, please')).toBeVisible();
  await expect(olga.page.getByText(gone)).toBeVisible();
  await expect(olga.composer).toHaveValue('Is there soup');
  await expect(choosing.conversation('Canteen')).toBeHidden();
  await expect(choosing.conversation(line)).toBeVisible();

  await org.move(clerks, office);
  for (const [screen, text] of [
    [pavel, 'And pap'],
    [olga, 'Is there soup'],
  ] as const) {
    await expect(screen.page.getByText(gone)).toBeHidden();
    await expect(screen.composer).toHaveValue(text);
    await screen.button(screen.words.send).click();
    await expect(screen.said(text)).toHaveCount(1);
  }
  await expect(choosing.conversation('Canteen')).toBeVisible();
  await expect(boris.composer).toHaveValue('Undisturbed');
  expect(disturbed).toBeLessThan(3);
});

test('an administrator who is one no more loses the section at once', async ({ house }) => {
  const ada = screenOf(await house.open('ada'));
  await ada.page.goto(`/admin/users/${house.people.vera.id}`);
  await ada.page.getByRole('checkbox', { name: 'Administrators', exact: true }).check();
  await ada.button('Save').click();
  const vera = screenOf(await house.open('vera'));
  await vera.page.goto('/lines');
  await expect(vera.link('Admin')).toBeVisible();
  await ada.page.goto(`/admin/users/${house.people.vera.id}`);
  await ada.page.getByRole('checkbox', { name: 'Administrators', exact: true }).uncheck();
  await ada.button('Save').click();
  await expect(vera.link('Admin')).toBeHidden();
  await expect(vera.box(line, 'active')).toBeVisible();
  house.expectComplaint(vera.page, /status of 404/);
  expect((await vera.page.goto('/admin/users'))?.status()).toBe(404);
});

test('the same without scripts: the next page is another, and what is sent too late is refused with its words', {
  tag: '@long',
}, async ({ house }) => {
  const { anna, boris, ada } = await atWork(house, plain);
  const url = anna.page.url();
  await ada.page.goto('/admin/groups');
  await ada.link('Operators').click();
  await ada.button(`Remove ${house.people.anna.name}`).click();
  house.expectComplaint(anna.page, /status of 40[134]/);
  await anna.button(anna.words.send).click();
  await expect(anna.page.getByText(half)).toBeVisible();
  await anna.page.goto('/lines');
  await expect(anna.box(line, 'unassigned')).toBeHidden();
  // What was saved there before is still hers to read.
  await anna.page.goto(url);
  await expect(anna.page.getByText('This session is not yours to see any more.')).toBeVisible();
  await expect(anna.composer).toHaveValue('Half an');
  await boris.page.goto('/lines');
  await boris.takeNext(1).click();
  await expect(boris.said(`${house.people.anna.name} no longer operates this line`)).toBeVisible();

  const pavel = screenOf(await house.open('pavel', plain));
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await pavel.composer.fill('Never mind');
  await ada.page.goto(`/lines/${house.lines.shows}/settings`);
  await ada.page
    .getByRole('group', { name: 'Who may write' })
    .getByRole('checkbox', { name: 'Everyone', exact: true })
    .press('Space');
  await ada.button('Save').click();
  house.expectComplaint(pavel.page, /status of 40[134]/);
  await pavel.button(pavel.words.send).click();
  await expect(pavel.composer).toHaveValue('Never mind');
  await expect(pavel.page.getByText('You can no longer write to this line.').first()).toBeVisible();
  await expect(pavel.said('My printer smokes')).toBeVisible();

  await boris.composer.fill('Good, closing');
  await ada.page.goto(`/admin/users/${house.people.boris.id}`);
  await confirmed(ada, 'Deactivate');
  house.expectComplaint(boris.page, /status of 401/);
  await boris.button(boris.words.send).click();
  await expect(boris.page.getByText('You were signed out meanwhile.')).toBeVisible();
  await boris.page.getByText('You wrote:').click();
  await expect(boris.page.getByText('Good, closing')).toBeVisible();
});

/** Pavel has written, Anna answers and is not done, Boris looks at what is unassigned, and Ada administers. */
async function atWork(house: House, options: { javaScriptEnabled?: boolean } = {}) {
  const open = async (who: 'anna' | 'boris' | 'pavel' | 'ada') => screenOf(await house.open(who, options));
  const [pavel, anna, boris, ada] = [await open('pavel'), await open('anna'), await open('boris'), await open('ada')];
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await pavel.write('My printer smokes');
  await expect(pavel.said('My printer smokes')).toHaveCount(1);
  await anna.page.goto('/lines');
  await anna.takeNext(1).click();
  await boris.page.goto(`/lines/${house.lines.shows}/unassigned`);
  if (options.javaScriptEnabled === false) {
    await anna.composer.fill('Half an');
    await anna.button(anna.words.saveDraft).click();
    await anna.composer.fill(half);
  } else await anna.composer.pressSequentially(half);
  return { anna, boris, ada };
}

/** Presses what has to be confirmed with the name of the thing. */
async function confirmed({ page }: Screen, name: string): Promise<void> {
  await page.getByText(name, { exact: true }).first().click();
  await page.getByRole('button', { name: new RegExp(`^${name} `) }).click();
}
