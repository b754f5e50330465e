import type { Page } from 'playwright/test';
import { checkAxe } from '../support/axe.ts';
import { lineNames } from '../support/company.ts';
import type { House } from '../support/house.ts';
import { test } from '../support/journey.ts';
import { screenOf } from '../support/screen.ts';

/** What every page of the product is looked at with: where it is, and who looks. */
type Look = { name: string; who: 'ada' | 'anna' | 'vera' | 'pavel' | null; at(of: Addresses): string };

type Addresses = { line: string; user: string; session: string; group: string; unit: string };

const looks: readonly Look[] = [
  { name: 'sign-in', who: null, at: () => '/sign-in' },
  { name: 'a page that is not there', who: 'anna', at: () => '/nothing' },
  { name: 'messages', who: 'pavel', at: () => '/messages' },
  { name: 'messages, found', who: 'pavel', at: () => '/messages?q=printer' },
  { name: 'the lines one can write to', who: 'pavel', at: () => '/messages/lines' },
  { name: 'a chat', who: 'pavel', at: ({ line }) => `/messages/${line}` },
  { name: 'the desk', who: 'anna', at: () => '/lines' },
  { name: 'a line with its boxes', who: 'vera', at: ({ line }) => `/lines/${line}` },
  { name: 'a box', who: 'vera', at: ({ line }) => `/lines/${line}/active` },
  { name: 'a session', who: 'anna', at: ({ session }) => `/sessions/${session}` },
  { name: 'a session of somebody else', who: 'vera', at: ({ session }) => `/sessions/${session}` },
  { name: 'reassigning without scripts', who: 'anna', at: ({ session }) => `/sessions/${session}/assignment` },
  { name: 'settings of a line, for its supervisor', who: 'vera', at: ({ line }) => `/lines/${line}/settings` },
  { name: 'settings of a line, for an administrator', who: 'ada', at: ({ line }) => `/lines/${line}/settings` },
  { name: 'all lines', who: 'ada', at: () => '/lines/all' },
  { name: 'a new line', who: 'ada', at: () => '/lines/new' },
  { name: 'users', who: 'ada', at: () => '/admin/users' },
  { name: 'a new user', who: 'ada', at: () => '/admin/users/new' },
  { name: 'an import of people', who: 'ada', at: () => '/admin/users/import' },
  { name: 'a user', who: 'ada', at: ({ user }) => `/admin/users/${user}` },
  { name: 'groups', who: 'ada', at: () => '/admin/groups' },
  { name: 'a new group', who: 'ada', at: () => '/admin/groups/new' },
  { name: 'a group', who: 'ada', at: ({ group }) => `/admin/groups/${group}` },
  { name: 'the org structure', who: 'ada', at: () => '/admin/units' },
  { name: 'a unit', who: 'ada', at: ({ unit }) => `${unit}?q=o` },
  { name: 'a new unit', who: 'ada', at: () => '/admin/units/new' },
  { name: 'found in the org structure', who: 'ada', at: () => '/admin/units?q=a' },
  { name: 'the audit log', who: 'ada', at: () => '/admin/audit' },
  {
    name: 'the audit log, filtered',
    who: 'ada',
    at: ({ user }) => `/admin/audit?object=${user}&what=user&until=2020-01-01`,
  },
  { name: 'own settings', who: 'ada', at: () => '/me' },
  { name: 'own security', who: 'ada', at: () => '/me/security' },
  { name: 'own password', who: 'ada', at: () => '/me/password' },
];

/** A conversation that was answered, closed, taken up again, and has a picture. */
const talk = async (house: House): Promise<Addresses> => {
  const pavel = screenOf(await house.open('pavel'));
  const anna = screenOf(await house.open('anna'));
  const ada = await house.open('ada');
  const line = house.lines.shows;
  await pavel.page.goto(`/messages/${line}`);
  await pavel.write('My printer smokes, see https://example.org/smoke');
  await anna.page.goto('/lines');
  await anna.takeNext(1).click();
  await anna
    .button('Attach files')
    .setInputFiles({ name: 'manual.txt', mimeType: 'text/plain', buffer: Buffer.from('Read me') });
  await anna.write('Pull the plug');
  await pavel.said('Pull the plug').waitFor();
  await anna.button('Close session').click();
  await anna.said('closed the session').waitFor();
  await pavel.write('It smokes again');
  await anna.takeNext(1).click();
  await anna.said('It smokes again').waitFor();
  await ada.goto('/admin/groups');
  const group = (await ada.getByRole('link', { name: 'Operators' }).getAttribute('href')) ?? '';
  const idIn = (address: string): string => address.split('/').at(-1)?.split('?')[0] ?? '';
  const unit = await addUnits(ada);
  return { line, user: house.people.anna.id, session: idIn(anna.page.url()), group: idIn(group), unit };
};

/** A department in another, with a head; answers its address. */
const addUnits = async (ada: Page): Promise<string> => {
  for (const name of ['Sales', 'West']) {
    await ada.goto(name === 'Sales' ? '/admin/units/new' : ada.url().replace(/units\/(.+)/, 'units/new?under=$1'));
    await ada.getByLabel('Name', { exact: true }).fill(name);
    await ada.getByRole('button', { name: 'Save', exact: true }).click();
    await ada.getByRole('heading', { name, exact: true }).waitFor();
  }
  const address = new URL(ada.url()).pathname;
  await ada.goto(`${address}?q=orlova`);
  await ada.getByRole('button', { name: 'Add Anna Orlova', exact: true }).click();
  await ada.getByRole('button', { name: 'Make Anna Orlova head', exact: true }).click();
  await ada.getByTitle('Head: Anna Orlova').first().waitFor();
  return address;
};

const each = async (house: House, visit: (page: Page, look: Look, of: Addresses) => Promise<void>, options = {}) => {
  const of = await talk(house);
  const pages = new Map<Look['who'], Page>();
  for (const look of looks) {
    const page = pages.get(look.who) ?? (await house.open(look.who, options));
    pages.set(look.who, page);
    if (look.name === 'a page that is not there') house.expectComplaint(page, /status of 404/);
    await test.step(look.name, () => visit(page, look, of));
  }
};

test('nothing on any page keeps people out: English, light and dark', async ({ house }) => {
  await each(house, async (page, { at }, of) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(at(of));
    await checkAxe(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await checkAxe(page, ['color-contrast']);
  });
});

test('nothing on any page keeps people out: Russian, on a phone, dark and light', { tag: '@long' }, async ({
  house,
}) => {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: 'ru-RU' };
  await each(
    house,
    async (page, { at }, of) => {
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.goto(at(of));
      await checkAxe(page);
      await page.emulateMedia({ colorScheme: 'light' });
      await checkAxe(page, ['color-contrast']);
    },
    phone,
  );
});

test('nothing keeps people out of what opens above a page, and of what was refused', async ({ house }) => {
  const of = await talk(house);
  const anna = screenOf(await house.open('anna'));
  await anna.page.goto(`/sessions/${of.session}`);
  await anna.button('Reassign').first().click();
  await anna.button('Reassign to Boris Lebedev').waitFor();
  await checkAxe(anna.page);
  await anna.button('Cancel').click();
  await anna.log.focus();
  await anna.page.keyboard.press('?');
  await anna.page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await checkAxe(anna.page);

  const ada = await house.open('ada');
  house.expectComplaint(ada, /status of 422/);
  await ada.goto('/lines/new');
  await ada.getByLabel('Name', { exact: true }).fill(lineNames.shows);
  await ada.getByRole('button', { name: 'Save', exact: true }).last().click();
  await ada.getByRole('alert').waitFor();
  await checkAxe(ada);

  const stranger = await house.open(null);
  house.expectComplaint(stranger, /status of 422/);
  await stranger.goto('/sign-in');
  await stranger.getByLabel('Email', { exact: true }).fill('nobody@harbour.test');
  await stranger.getByLabel('Password', { exact: true }).fill('wrong');
  await stranger.getByRole('button', { name: 'Sign in', exact: true }).click();
  await stranger.getByRole('alert').waitFor();
  await checkAxe(stranger);
});

test.describe('before there is a company', () => {
  test.use({ setUp: false });

  test('nothing keeps people out of the set-up', async ({ house }) => {
    const page = await house.open(null, { baseURL: house.origin.replace('127.0.0.1', 'lines.test') });
    await page.goto('/setup');
    await checkAxe(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await checkAxe(page, ['color-contrast']);
  });
});
