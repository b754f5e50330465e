import { expect, test } from '../support/journey.ts';
import { castOf, mainPath } from '../support/main-path.ts';
import { screenOf } from '../support/screen.ts';

test('the main path, on a line that shows its operators', async ({ house }) => {
  await mainPath(house, await castOf(async (who) => screenOf(await house.open(who))));
});

test('the main path on an insecure origin, where browsers withhold much', async ({ house }) => {
  const baseURL = house.origin.replace('127.0.0.1', 'lines.test');
  const cast = await castOf(async (who) => screenOf(await house.open(who, { baseURL })));
  await mainPath(house, cast);
  expect(await cast.pavel.page.evaluate(() => isSecureContext)).toBe(false);
});
