import {
  type AppsCast,
  bindApps,
  createComplaint,
  defineApps,
  findBothWays,
  readOutside,
  takeAndLink,
  writeFromOutside,
} from '../support/apps-path.ts';
import { heardOfApps } from '../support/apps-words.ts';
import { lineNames } from '../support/company.ts';
import type { House } from '../support/house.ts';
import { expect, test } from '../support/journey.ts';
import { screenOf } from '../support/screen.ts';

test.use({ demo: true });

const widths = {
  'on a phone': { viewport: { width: 360, height: 740 } },
  'on a desk': { viewport: { width: 1440, height: 900 } },
} as const;

const locales = { en: 'en-GB', ru: 'ru-RU' } as const;

const castOf = async (
  house: House,
  language: keyof typeof locales,
  options: { viewport?: { width: number; height: number }; javaScriptEnabled?: boolean },
): Promise<AppsCast> => {
  const as = { ...options, locale: locales[language] };
  return {
    house,
    words: heardOfApps[language],
    // Apps are made at a desk; what is asked of a phone is the work with them.
    ada: screenOf(await house.open('ada', as), language),
    anna: screenOf(await house.open('anna', as), language),
    outside: await house.open(null, as),
    scripts: options.javaScriptEnabled ?? true,
  };
};

for (const language of ['en', 'ru'] as const)
  for (const [where, viewport] of Object.entries(widths))
    test(`from defining apps to the client's item and back, ${language}, ${where}`, async ({ house }) => {
      const cast = await castOf(house, language, viewport);
      await defineApps(cast);
      await bindApps(cast, 'hides');
      await writeFromOutside(cast);
      await takeAndLink(cast);
      await createComplaint(cast, true);
      await readOutside(cast);
      await findBothWays(cast, 'hides');
    });

test('the same without scripts', async ({ house }) => {
  const cast = await castOf(house, 'en', { ...widths['on a desk'], javaScriptEnabled: false });
  await defineApps(cast);
  await bindApps(cast, 'hides');
  await writeFromOutside(cast);
  await takeAndLink(cast);
  await createComplaint(cast, true);
  await readOutside(cast);
  await findBothWays(cast, 'hides');
});

for (const language of ['en', 'ru'] as const)
  test(`for an employee's session no link is needed, ${language}`, async ({ house }) => {
    const cast = await castOf(house, language, widths['on a desk']);
    const { anna, words } = cast;
    const pavel = screenOf(await house.open('pavel', { locale: locales[language] }), language);
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
