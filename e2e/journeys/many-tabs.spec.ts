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

test('counters are the same in every tab of an operator', async ({ house }) => {
  const pavel = screenOf(await house.open('pavel'));
  const anna = screenOf(await house.open('anna'));
  const other = screenOf(await anna.page.context().newPage());
  await anna.page.goto('/lines');
  await other.page.goto('/me');
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await pavel.write('Hello');
  await expect(other.takeNext(1)).toBeVisible();
  await anna.takeNext(1).click();
  await expect(other.takeNext(1)).toBeHidden();
  await anna.write('Good morning');
  await expect(pavel.said('Good morning')).toBeVisible();
  await anna.section('messages').click();
  await pavel.write('Are you there?');
  for (const { section, page } of [anna, other]) {
    await expect(section('lines', 1)).toBeVisible();
    await expect(page).toHaveTitle(/^\(1\) /);
  }
  await anna.section('lines', 1).click();
  await anna.row(anna.words.unread(house.people.pavel.name, 1)).click();
  for (const { section, page } of [anna, other]) {
    await expect(section('lines')).toBeVisible();
    await expect(page).not.toHaveTitle(/^\(/);
  }
});

test('a browser that cannot share a stream between tabs asks instead, and misses nothing', async ({ house }) => {
  const pavel = screenOf(await house.open('pavel'));
  const anna = screenOf(await house.open('anna'));
  await pavel.page.addInitScript(() => Reflect.deleteProperty(globalThis, 'SharedWorker'));
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await pavel.write('Hello');
  await anna.page.goto('/lines');
  await anna.takeNext(1).click();
  await anna.write('One');
  await expect(pavel.said('One')).toHaveCount(1);
  await anna.write('Two');
  await expect(pavel.said('Two')).toHaveCount(1);
  await expect(pavel.said('One')).toHaveCount(1);
});
