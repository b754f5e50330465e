import { lineNames } from '../support/company.ts';
import { expect, test } from '../support/journey.ts';
import { screenOf } from '../support/screen.ts';
import { signIn } from '../support/sign-in.ts';

const plain = { javaScriptEnabled: false };

test('the main path without scripts: pages and forms, and a link to load again', async ({ house }) => {
  const pavel = screenOf(await house.open('pavel', plain));
  const anna = screenOf(await house.open('anna', plain));
  const vera = screenOf(await house.open('vera', plain));
  const boris = screenOf(await house.open('boris', plain));
  const client = house.people.pavel.name;
  const line = lineNames.shows;
  const reload = (screen: typeof pavel) => screen.link('Reload').click();

  await test.step('the employee writes', async () => {
    await pavel.page.goto('/');
    await pavel.section('messages').click();
    await pavel.link(pavel.words.writeToLine).click();
    await pavel.conversation(line).click();
    await pavel.composer.fill('Not finished yet');
    await pavel.button(pavel.words.saveDraft).click();
    await expect(pavel.composer).toHaveValue('Not finished yet');
    await pavel.page.goto('/messages');
    await pavel.page.goto(`/messages/${house.lines.shows}`);
    await expect(pavel.composer).toHaveValue('Not finished yet');
    await pavel.write('My printer smokes');
    await expect(pavel.said('My printer smokes')).toBeVisible();
    await expect(pavel.composer).toHaveValue('');
  });

  await test.step('counters rise with the next page', async () => {
    await vera.page.goto('/lines');
    await expect(vera.section('lines', 1)).toBeVisible();
    await expect(vera.row(vera.words.isNew(client))).toBeVisible();
    await boris.page.goto('/lines');
    await anna.page.goto('/messages');
    await expect(anna.section('lines')).toBeVisible();
    await anna.takeNext(1).click();
  });

  await test.step('the operator answers', async () => {
    await expect(anna.said('My printer smokes')).toBeVisible();
    await anna.composer.fill('Half an ans');
    await anna.button(anna.words.saveDraft).click();
    await expect(anna.composer).toHaveValue('Half an ans');
    await anna.write('Pull the plug, I am coming');
    await expect(anna.said('Pull the plug')).toBeVisible();
    await reload(pavel);
    await expect(pavel.said('Pull the plug')).toContainText(house.people.anna.name);
    await pavel.write('Thank you!');
    await anna.section('messages').click();
    await expect(anna.section('lines', 1)).toBeVisible();
    await anna.section('lines', 1).click();
    await anna.row(anna.words.unread(client, 1)).click();
    await expect(anna.said('Thank you!')).toBeVisible();
    // What was shown was read, though no script said so.
    await anna.page.waitForLoadState('load');
    await reload(anna);
    await expect(anna.section('lines')).toBeVisible();
  });

  await test.step('the supervisor gives it to somebody else', async () => {
    await reload(vera);
    await expect(vera.section('lines')).toBeVisible();
    await vera.box(line, 'active', 1).click();
    await vera.row(vera.words.unread(client, 1)).click();
    await vera.button(vera.words.reassign).first().click();
    await vera.button(vera.words.reassignTo(house.people.boris.name)).click();
    await anna.page.goto('/lines');
    await expect(anna.section('lines')).toBeVisible();
    await expect(anna.box(line, 'mine')).toBeVisible();
    await expect(anna.box(line, 'unassigned')).toBeVisible();
    await reload(boris);
    await boris.box(line, 'mine', 1).click();
    await boris.row(boris.words.unread(client, 1)).click();
  });

  await test.step('it is closed; what is written then is a new session below the old one', async () => {
    await boris.button(boris.words.close).click();
    await expect(boris.said(boris.words.closedBy(house.people.boris.name))).toBeVisible();
    await expect(boris.composer).toBeHidden();
    await pavel.write('It smokes again');
    await boris.page.goto('/lines');
    await boris.takeNext(1).click();
    await expect(boris.said('It smokes again')).toBeVisible();
    await expect(boris.said('My printer smokes')).toBeVisible();
    await expect(boris.composer).toBeVisible();
  });

  await test.step('the employee finds what was said', async () => {
    await pavel.section('messages').click();
    const search = pavel.page.getByRole('textbox', { name: 'Search', exact: true });
    await search.fill('plug');
    await search.press('Enter');
    await pavel.page.getByRole('list', { name: 'Found messages' }).getByRole('link', { name: line }).click();
    await expect(pavel.said('Pull the plug')).toBeVisible();
  });
});

test('a form sent twice is one message', async ({ house }) => {
  const pavel = screenOf(await house.open('pavel', plain));
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await pavel.composer.fill('Only once, please');
  await pavel.button('Send').dblclick();
  await expect(pavel.composer).toHaveValue('');
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await expect(pavel.said('Only once, please')).toHaveCount(1);
});

test('a form sent again after Back with other text is refused, and the text stays', async ({ house }) => {
  const pavel = screenOf(await house.open('pavel', plain));
  const address = `/messages/${house.lines.shows}`;
  const page = await pavel.page.goto(address);
  const first = (await page?.text()) ?? '';
  await pavel.write('First text');
  await expect(pavel.said('First text')).toBeVisible();

  // As browsers do that keep a page as it was, with the id of its form.
  const asItWas = (url: URL) => url.pathname === address;
  await pavel.page.route(asItWas, (route) =>
    route.request().method() === 'GET' ? route.fulfill({ body: first, contentType: 'text/html' }) : route.fallback(),
  );
  await pavel.page.goBack();
  await expect(pavel.said('First text')).toHaveCount(0);
  const answered = pavel.page.waitForResponse((response) => response.request().method() === 'POST');
  house.expectComplaint(pavel.page, /status of 409/);
  await pavel.write('Second text');
  expect((await answered).status()).toBe(409);
  await expect(pavel.page.getByRole('alert')).toContainText('sent before with other content');
  await expect(pavel.composer).toHaveValue('Second text');
  await pavel.button('Send').click();
  await expect(pavel.said('First text')).toHaveCount(1);
  await expect(pavel.said('Second text')).toHaveCount(1);
});

test('what was typed while the sign-in ended is there after signing in again', async ({ house }) => {
  const anna = screenOf(await house.open('anna', plain));
  const pavel = screenOf(await house.open('pavel', plain));
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await pavel.write('Hello?');
  await anna.page.goto('/lines');
  await anna.takeNext(1).click();
  await anna.composer.fill('A long answer, nearly done');
  await anna.page.context().clearCookies();
  house.expectComplaint(anna.page, /status of 401/);
  await anna.button('Send').click();
  await expect(anna.page.getByText('What you wrote is kept')).toBeVisible();
  await signIn(anna.page, house.people.anna.email);
  await expect(anna.composer).toHaveValue('A long answer, nearly done');
  await anna.button('Send').click();
  await expect(anna.said('A long answer, nearly done')).toHaveCount(1);
});
