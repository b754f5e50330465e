import { expect, test } from '../support/journey.ts';
import { screenOf } from '../support/screen.ts';
import { signIn } from '../support/sign-in.ts';

test.use({ setUp: false });

test('a newcomer sets up a company by hand, and two people talk over its line', async ({ house }) => {
  // As from another machine: there the code is asked for that the server has printed.
  const baseURL = house.origin.replace('127.0.0.1', 'lines.test');
  const page = await house.open(null, { baseURL });
  const field = (name: string) => page.getByLabel(name, { exact: true });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const inMain = (name: string) =>
    page.getByRole('navigation', { name: 'Main', exact: true }).getByRole('link', { name, exact: true });
  const inPage = (name: string) => page.getByRole('main').getByRole('link', { name, exact: true });

  await test.step('sets up, after a code that was mistyped', async () => {
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'Set up Lines' })).toBeVisible();
    await field('Set-up code').fill('WRONG-CODES');
    await field('Company').fill('Harbour');
    await field('Your name').fill('Ada Byron');
    await field('Email').fill('ada@harbour.test');
    await field('Password').fill('an excellent password');
    house.expectComplaint(page, /status of 422/);
    await button('Create company').click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(field('Company')).toHaveValue('Harbour');
    await field('Set-up code').fill(/code: (\S+)/.exec(house.server().output())?.[1] ?? '');
    await field('Password').fill('an excellent password');
    await button('Create company').click();
    await expect(button('Sign out')).toBeVisible();
  });

  await test.step('adds groups and people', async () => {
    for (const group of ['Helpers', 'Chiefs']) {
      await inMain('Admin').click();
      await inPage('Groups').click();
      await inPage('Add').click();
      await field('Name').fill(group);
      await button('Save').click();
      await expect(page.getByRole('heading', { name: group })).toBeVisible();
    }
    const people = [
      { name: 'Anna Orlova', email: 'anna@harbour.test', group: 'Helpers' },
      { name: 'Vera Sokolova', email: 'vera@harbour.test', group: 'Chiefs' },
      { name: 'Pavel Smirnov', email: 'pavel@harbour.test', group: null },
    ];
    for (const { name, email, group } of people) {
      await inMain('Admin').click();
      await inPage('Users').click();
      await inPage('Add').click();
      await field('Name').fill(name);
      await field('Email').fill(email);
      await field('Password').fill('one two three four');
      if (group !== null) await page.getByRole('checkbox', { name: group, exact: true }).check();
      await button('Save').click();
      await expect(page.getByText(name).first()).toBeVisible();
    }
  });

  await test.step('adds a line', async () => {
    const choose = (group: string, name: string) =>
      page.getByRole('group', { name: group, exact: true }).getByRole('checkbox', { name, exact: true }).check();
    await inMain('Lines').click();
    await page.getByRole('link', { name: 'Add', exact: true }).click();
    await field('Name').fill('IT support');
    await choose('Who may write', 'Everyone');
    await choose('Operator groups', 'Helpers');
    await choose('Supervisor groups', 'Chiefs');
    await page.getByRole('checkbox', { name: 'Show operator', exact: true }).check();
    await page.getByRole('button', { name: 'Save', exact: true }).last().click();
    await expect(page.getByText('IT support').first()).toBeVisible();
  });

  await test.step('two people talk, and a third sees the counter move', async () => {
    const enter = async (who: string) => {
      const own = await house.open(null);
      await own.goto('/lines');
      await signIn(own, `${who}@harbour.test`, 'one two three four');
      return screenOf(own);
    };
    const [anna, vera, pavel] = [await enter('anna'), await enter('vera'), await enter('pavel')];
    await pavel.section('messages').click();
    await pavel.link('Write to a line').click();
    await pavel.conversation('IT support').click();
    await pavel.write('Is anybody there?');
    await expect(vera.section('lines', 1)).toBeVisible();
    await anna.takeNext(1).click();
    await anna.write('I am');
    await expect(pavel.said('I am')).toContainText('Anna Orlova');
    await expect(vera.section('lines')).toBeVisible();
  });
});
