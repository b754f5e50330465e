import type { Page } from 'playwright/test';
import { lineNames } from '../support/company.ts';
import { expect, test } from '../support/journey.ts';
import { screenOf } from '../support/screen.ts';
import { signIn } from '../support/sign-in.ts';

/** Holds what these pages send to addresses that end so, until all of them have sent it. */
const together = async (pages: readonly Page[], end: string): Promise<void> => {
  let missing = pages.length;
  let release = (): void => {};
  const all = new Promise<void>((resolve) => {
    release = resolve;
  });
  for (const page of pages) {
    await page.route(`**${end}`, async (route) => {
      if (route.request().method() === 'POST') {
        missing--;
        if (missing === 0) release();
        await all;
      }
      await route.continue();
    });
  }
};

test('of two operators who take a session at the same instant one gets it, and the other reads who did', async ({
  house,
}) => {
  const pavel = screenOf(await house.open('pavel'));
  const anna = screenOf(await house.open('anna'));
  const boris = screenOf(await house.open('boris'));
  const client = house.people.pavel.name;
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await pavel.write('Who is first?');
  for (const operator of [anna, boris]) {
    await operator.page.goto(`/lines/${house.lines.shows}/unassigned`);
    await operator.row(operator.words.isNew(client)).click();
    await expect(operator.button('Take')).toBeVisible();
    house.expectComplaint(operator.page, /status of 409/);
  }
  await together([anna.page, boris.page], '/assignment');
  await Promise.all([anna.button('Take').click(), boris.button('Take').click()]);

  const both = [
    { screen: anna, name: house.people.anna.name },
    { screen: boris, name: house.people.boris.name },
  ];
  await expect(
    anna.composer.or(anna.page.getByText(anna.words.nowWith(house.people.boris.name)).first()),
  ).toBeVisible();
  const annaGotIt = await anna.composer.isVisible();
  const [first, second] = annaGotIt ? both : both.toReversed();
  await expect(first?.screen.composer ?? anna.composer).toBeVisible();
  await expect(second?.screen.page.getByText(`${first?.name} has this session now.`).first() ?? anna.log).toBeVisible();
  await expect(second?.screen.composer ?? anna.composer).toBeHidden();
  await expect(first?.screen.box(lineNames.shows, 'mine', 1) ?? anna.log).toBeVisible();
  await expect(second?.screen.box(lineNames.shows, 'mine') ?? anna.log).toBeVisible();
});

test('two operators who press the blue counter at the same instant get two sessions, or one reads that nobody waits', async ({
  house,
}) => {
  const pavel = screenOf(await house.open('pavel'));
  const anna = screenOf(await house.open('anna'));
  const boris = screenOf(await house.open('boris'));
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await pavel.write('Who is first?');
  for (const operator of [anna, boris]) {
    await operator.page.goto('/lines');
    house.expectComplaint(operator.page, /status of 409/);
  }
  await together([anna.page, boris.page], '/sessions/next');
  await Promise.all([anna.takeNext(1).click(), boris.takeNext(1).click()]);
  const late = 'Nobody waits any more: somebody was faster.';
  const shown = (screen: typeof anna) => screen.composer.or(screen.page.getByText(late));
  await expect(shown(anna)).toBeVisible();
  await expect(shown(boris)).toBeVisible();
  expect(Number(await anna.composer.isVisible()) + Number(await boris.composer.isVisible())).toBe(1);
});

test('a double click on the blue counter takes one session, and leaves the next to others', async ({ house }) => {
  const anna = screenOf(await house.open('anna'));
  for (const who of ['pavel', 'boris'] as const) {
    const client = screenOf(await house.open(who));
    await client.page.goto(`/messages/${house.lines.shows}`);
    await client.write('Who is first?');
    await expect(client.said('Who is first?')).toBeVisible();
  }
  await anna.page.goto('/lines');
  await anna.takeNext(2).dblclick();
  await expect(anna.composer).toBeVisible();
  await expect(anna.takeNext(1)).toBeVisible();
  await expect(anna.box(lineNames.shows, 'mine', 1)).toBeVisible();
});

test('a double click on Send is one message', async ({ house }) => {
  const pavel = screenOf(await house.open('pavel'));
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await pavel.composer.fill('Only once, please');
  await pavel.button('Send').dblclick();
  await expect(pavel.said('Only once, please')).toHaveCount(1);
  await pavel.page.reload();
  await expect(pavel.log.getByRole('article')).toHaveCount(1);
});

test('a sign-in that ends while somebody types loses nothing, sent or not', async ({ house }) => {
  const pavel = screenOf(await house.open('pavel'));
  const anna = screenOf(await house.open('anna'));
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await pavel.write('Hello?');
  await anna.page.goto('/lines');
  await anna.takeNext(1).click();
  await anna.composer.fill('A long answer');
  await anna.page.context().clearCookies();
  house.expectComplaint(anna.page, /status of 401/);

  await anna.button('Send').click();
  await expect(anna.said('A long answer').getByRole('alert')).toContainText('You are signed out.');
  await anna.composer.fill('And half of a second one');
  await anna.said('A long answer').getByRole('link', { name: 'Sign in' }).click();
  await signIn(anna.page, house.people.anna.email);
  await expect(anna.composer).toHaveValue('And half of a second one');
  await anna.said('A long answer').getByRole('button', { name: 'Retry' }).click();
  await expect(pavel.said('A long answer')).toHaveCount(1);
  await anna.button('Send').click();
  await expect(pavel.said('And half of a second one')).toHaveCount(1);
});

test('what a client writes while the operator closes is not closed away', async ({ house }) => {
  const pavel = screenOf(await house.open('pavel'));
  const anna = screenOf(await house.open('anna'));
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await pavel.write('Thank you, that was all');
  await anna.page.goto('/lines');
  await anna.takeNext(1).click();
  await expect(anna.said('Thank you')).toBeVisible();
  house.expectComplaint(anna.page, /status of 409/);

  // The press is on its way while the client still writes.
  await anna.page.route('**/closure', async (route) => {
    await pavel.write('No, wait!');
    await expect(pavel.said('No, wait!')).toHaveCount(1);
    await expect(anna.said('No, wait!')).toHaveCount(1);
    await route.continue();
  });
  await anna.button('Close session').click();
  await expect(anna.page.getByText('The client has written something new.').first()).toBeVisible();
  await expect(anna.composer).toBeVisible();
  await expect(anna.said('No, wait!')).toHaveCount(1);
  await anna.page.unroute('**/closure');
  await anna.button('Close session').click();
  await expect(anna.said(anna.words.closedBy(house.people.anna.name))).toBeVisible();
});

test('an answer that is being written when the session is given away is not lost', async ({ house }) => {
  const pavel = screenOf(await house.open('pavel'));
  const anna = screenOf(await house.open('anna'));
  const vera = screenOf(await house.open('vera'));
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await pavel.write('Hello?');
  await vera.page.goto('/lines');
  await anna.page.goto('/lines');
  await anna.takeNext(1).click();
  // The draft may be saved only when it is nobody's business any more; its copy stays in the browser.
  house.expectComplaint(anna.page, /status of 404 .*\/draft/);
  await anna.composer.fill('Nearly done with this');
  await vera.box(lineNames.shows, 'active', 1).click();
  await vera.row(vera.words.unread(house.people.pavel.name, 1)).click();
  await vera.button('Reassign').first().click();
  await vera.button('Reassign to Boris Lebedev').click();
  await expect(anna.page.getByText(anna.words.nowWith(house.people.boris.name)).first()).toBeVisible();
  await expect(anna.composer).toHaveValue('Nearly done with this');
  await expect(anna.composer).not.toBeEditable();
  await expect(anna.button('Send')).toBeHidden();
});
