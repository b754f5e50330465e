import { castOf, walkApps, widths } from '../support/apps-cast.ts';
import { test } from '../support/journey.ts';

test.use({ demo: true });

for (const [language, where] of [
  ['en', 'on a phone'],
  ['ru', 'on a desk'],
] as const)
  test(`from defining apps to the client's item and back, ${language}, ${where}`, async ({ house }) => {
    await walkApps(await castOf(house, language, widths[where]));
  });
