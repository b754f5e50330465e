import { castOf, locales, walkApps, widths } from '../support/apps-cast.ts';
import { bindApps, createComplaint, defineApps } from '../support/apps-path.ts';
import { lineNames } from '../support/company.ts';
import { expect, test } from '../support/journey.ts';
import { screenOf } from '../support/screen.ts';

test.use({ demo: true });

const long = { tag: '@long' };

// Each language and each width once, and the other pairs seldom.
for (const [language, where, as] of [
  ['en', 'on a desk', {}],
  ['ru', 'on a phone', {}],
  ['en', 'on a phone', long],
  ['ru', 'on a desk', long],
] as const)
  test(`from defining apps to the client's item and back, ${language}, ${where}`, as, async ({ house }) => {
    await walkApps(await castOf(house, language, widths[where]));
  });

test('the same without scripts', long, async ({ house }) => {
  await walkApps(await castOf(house, 'en', { ...widths['on a desk'], javaScriptEnabled: false }));
});

test("for an employee's session no link is needed", async ({ house }) => {
  const cast = await castOf(house, 'ru', widths['on a desk']);
  const { anna, words } = cast;
  const pavel = screenOf(await house.open('pavel', { locale: locales.ru }), 'ru');
  await defineApps(cast);
  await bindApps(cast, 'shows');
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await pavel.write('My printer smokes');
  await anna.page.goto('/lines');
  await anna.takeNext(1).click();
  await expect(anna.said('My printer smokes')).toBeVisible();
  await expect(anna.page.getByRole('region', { name: words.account, exact: true })).toHaveCount(0);
  await createComplaint(cast, false);
  await expect(pavel.said('Your complaint has the number 1')).toBeVisible();
  await expect(pavel.log.getByText(words.complaints)).toHaveCount(0);

  // An Account field holds the employee's own account: the item leads to the conversation.
  await anna.button(words.create).click();
  await anna.page.getByRole('menuitem', { name: words.clients, exact: true }).click();
  const form = anna.page.locator('#item-form');
  await form.getByLabel(words.clientName, { exact: true }).fill('Somebody of ours');
  await form.getByRole('button', { name: words.create, exact: true }).click();
  await anna.log.getByRole('link', { name: /C-1 Somebody of ours/ }).click();
  const conversations = anna.page.getByRole('region', { name: words.conversations });
  await conversations.getByRole('link', { name: lineNames.shows, exact: true }).click();
  await expect(anna.said('My printer smokes')).toBeVisible();
});
