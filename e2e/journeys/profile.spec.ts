import type { Page } from 'playwright/test';
import { checkAxe } from '../support/axe.ts';
import { lineNames, password } from '../support/company.ts';
import type { House } from '../support/house.ts';
import { expect, test } from '../support/journey.ts';
import { givePicture } from '../support/picture.ts';
import { screenOf } from '../support/screen.ts';
import { signIn } from '../support/sign-in.ts';

const plain = { javaScriptEnabled: false };
const newName = 'Anna Karenina';
const newPassword = 'another horse battery';

const openDesk = async (house: House, options = {}): Promise<Page> => {
  const page = await house.open(null, options);
  await page.goto('/lines');
  await signIn(page, house.people.anna.email);
  await expect(page.getByRole('navigation', { name: 'Boxes' })).toBeAttached();
  return page;
};

const rename = async (page: Page): Promise<void> => {
  await page.goto('/me');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(newName);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
};

const changePassword = async (page: Page, current: string): Promise<void> => {
  await page.goto('/me/security');
  await page.getByRole('link', { name: 'Change password' }).click();
  await page.getByLabel('Current password', { exact: true }).fill(current);
  await page.getByLabel('New password', { exact: true }).fill(newPassword);
  await page.getByRole('button', { name: 'Change password' }).click();
};

test('a new name and face show at the desk and to the clients of a line that shows its operators, and to those of no other', async ({
  house,
}) => {
  const [anna, pavel, vera] = [
    screenOf(await house.open('anna')),
    screenOf(await house.open('pavel')),
    screenOf(await house.open('vera')),
  ];
  const deskTab = await anna.page.context().newPage();
  await deskTab.goto('/lines');
  const [face, clientsFace] = [await givePicture(anna.page), await givePicture(pavel.page)];
  await rename(anna.page);
  // The other tab hears of it.
  await expect(deskTab.getByRole('link', { name: 'Your settings' }).getByRole('presentation')).toHaveAttribute(
    'src',
    face,
  );

  for (const line of ['shows', 'hides'] as const) {
    await pavel.page.goto(`/messages/${house.lines[line]}`);
    await pavel.write(`Hello ${lineNames[line]}`);
    await anna.page.goto('/lines');
    await anna.takeNext(1).click();
    await anna.write(`An answer from ${lineNames[line]}`);
    await expect(pavel.said('An answer')).toContainText(line === 'shows' ? newName : lineNames.hides);
  }
  const info = anna.page.getByRole('complementary', { name: 'Client information' });
  await expect(info.getByRole('presentation').first()).toHaveAttribute('src', clientsFace);
  for (const secret of [face, house.people.anna.id]) expect(await pavel.page.content()).not.toContain(secret);
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await expect(pavel.said('An answer').getByRole('presentation').first()).toHaveAttribute('src', face);

  await vera.page.goto(`/lines/${house.lines.shows}/active`);
  const row = vera.page.getByRole('list', { name: 'Sessions' }).getByRole('listitem');
  await expect(row.getByRole('presentation').last()).toHaveAttribute('src', face);
});

test('own sign-ins are listed; one that is ended closes at once, and so do all', async ({ house }) => {
  const anna = await house.open('anna');
  const [one, other] = [await openDesk(house), await openDesk(house)];
  await anna.goto('/me/security');
  await checkAxe(anna);
  const list = anna.getByRole('list', { name: 'Where you are signed in' });
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await expect(list.getByRole('listitem').first()).toContainText('This one');
  await list
    .getByRole('button', { name: /^Sign out: / })
    .first()
    .click();
  await expect(anna.getByText('Signed out there.')).toBeVisible();
  await expect(list.getByRole('listitem')).toHaveCount(2);
  const closed = (page: Page) => page.getByRole('button', { name: 'Sign in', exact: true });
  // Those used last come first: it was the newest.
  await expect(closed(other)).toBeVisible();
  await expect(closed(one)).toBeHidden();

  await anna.getByText('Sign out everywhere', { exact: true }).click();
  await anna.getByRole('button', { name: 'Sign out everywhere now' }).click();
  await expect(anna.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect(closed(one)).toBeVisible();
});

test('a new password closes every other browser while it is open, and is the one that counts', async ({ house }) => {
  const [here, there] = [await openDesk(house), await openDesk(house)];
  await changePassword(here, 'a wrong one');
  await expect(here.getByText('This is not your current password.').first()).toBeVisible();
  await checkAxe(here);
  house.expectComplaint(here, /status of 422/);
  await changePassword(here, password);
  await expect(here.getByText('Your password is changed.')).toBeVisible();
  // The page closes by itself.
  await expect(there.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await signIn(there, house.people.anna.email, newPassword);
  await expect(there.getByRole('link', { name: 'Your settings' })).toBeVisible();
});

test('the time zone that a person chose is told instead of the browser’s', async ({ house }) => {
  const anna = await house.open('anna', { timezoneId: 'America/New_York' });
  const shown = async () => await anna.getByRole('listitem').getByRole('time').first().textContent();
  await anna.goto('/me/security');
  const before = await shown();
  await anna.goto('/me');
  await anna.getByLabel('Time zone').selectOption('Asia/Tokyo');
  await anna.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(anna.getByText('Saved.')).toBeVisible();
  await anna.goto('/me/security');
  await expect.poll(shown).not.toBe(before);
  const datetime = await anna.getByRole('listitem').getByRole('time').first().getAttribute('datetime');
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Tokyo', timeStyle: 'short' });
  expect(await shown()).toContain(hour.format(new Date(datetime ?? 0)));
});

test('all of it without scripts', async ({ house }) => {
  const [here, there] = [await openDesk(house, plain), await openDesk(house, plain)];
  const face = await givePicture(here);
  await rename(here);
  await expect(here.getByRole('link', { name: 'Your settings' }).getByRole('presentation')).toHaveAttribute(
    'src',
    face,
  );
  await here.getByRole('button', { name: 'Remove picture' }).click();
  await expect(here.getByRole('button', { name: 'Remove picture' })).toBeHidden();

  const settings = (page: Page) => page.getByRole('link', { name: 'Your settings' });
  await here.goto('/me/security');
  await here.getByText('Sign out all others', { exact: true }).click();
  await here.getByRole('button', { name: 'Sign out all others now' }).click();
  await there.goto('/messages');
  await expect(settings(there)).toBeHidden();
  await signIn(there, house.people.anna.email);
  await expect(settings(there)).toBeVisible();

  await changePassword(here, password);
  await expect(here.getByText('Your password is changed.')).toBeVisible();
  await there.goto('/messages');
  await expect(settings(there)).toBeHidden();
});
