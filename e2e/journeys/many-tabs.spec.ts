import { expect, test } from '../support/journey.ts';
import { type Screen, screenOf } from '../support/screen.ts';

const ten = Array.from({ length: 10 }, (_, place) => place);

test('ten tabs of one browser are all alive, though it opens six connections only, and the tenth can write', async ({
  house,
}) => {
  const first = await house.open('pavel');
  const anna = screenOf(await house.open('anna'));
  const tabs: Screen[] = [screenOf(first)];
  for (const _ of ten.slice(1)) tabs.push(screenOf(await first.context().newPage()));
  for (const tab of tabs) await tab.page.goto(`/messages/${house.lines.shows}`);
  const tenth = tabs[9];
  if (!tenth) throw new Error('There are ten tabs');

  await tenth.write('From the tenth tab');
  await anna.page.goto('/lines');
  await anna.takeNext(1).click();
  for (const tab of tabs) await expect(tab.said('From the tenth tab')).toHaveCount(1);
  await anna.write('To all of them');
  for (const tab of tabs) await expect(tab.said('To all of them')).toHaveCount(1);
  await tenth.write('And back');
  await expect(anna.said('And back')).toHaveCount(1);
  for (const tab of tabs) await expect(tab.said('And back')).toHaveCount(1);
});
