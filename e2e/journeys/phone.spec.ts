import { lineNames } from '../support/company.ts';
import { expect, test } from '../support/journey.ts';
import { screenOf } from '../support/screen.ts';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

test('on a phone the desk shows one pane at a time, with Back, and the blue counter above the bar', async ({
  house,
}) => {
  const pavel = screenOf(await house.open('pavel', phone));
  const anna = screenOf(await house.open('anna', phone));
  const client = house.people.pavel.name;
  const sideways = () => anna.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

  await test.step('the employee writes', async () => {
    await pavel.page.goto('/messages');
    await pavel.link(pavel.words.writeToLine).tap();
    await pavel.conversation(lineNames.shows).tap();
    await pavel.write('My printer smokes');
    await expect(pavel.said('My printer smokes')).toBeVisible();
    await pavel.link('Back').tap();
    await expect(pavel.conversation(lineNames.shows)).toBeVisible();
    await expect(pavel.composer).toBeHidden();
    await pavel.conversation(lineNames.shows).tap();
    await expect(pavel.composer).toBeVisible();
    await expect(pavel.conversation(lineNames.shows)).toBeHidden();
  });

  await test.step('the counter stands above the bar', async () => {
    await anna.page.goto('/lines');
    await expect(anna.takeNext(1)).toBeVisible();
    const counter = await anna.takeNext(1).boundingBox();
    const bar = await anna.page.getByRole('navigation', { name: anna.words.main }).boundingBox();
    expect(counter && bar && counter.y + counter.height <= bar.y + 1).toBe(true);
    expect(counter?.height).toBeGreaterThanOrEqual(44);
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeCloseTo(740, 0);
    expect(await sideways()).toBe(0);
  });

  await test.step('a session is the only pane, and Back leads to the list', async () => {
    await anna.takeNext(1).tap();
    await expect(anna.composer).toBeVisible();
    await expect(anna.page.getByRole('navigation', { name: anna.words.boxes })).toBeHidden();
    await expect(anna.page.getByRole('list', { name: anna.words.sessions })).toBeHidden();
    expect(await sideways()).toBe(0);
    await anna.write('Pull the plug');
    await expect(pavel.said('Pull the plug')).toBeVisible();
    await anna.link('Show client information').tap();
    await expect(anna.page.getByRole('complementary', { name: anna.words.client })).toBeVisible();
    await anna.page.getByRole('complementary', { name: anna.words.client }).getByRole('link', { name: 'Close' }).tap();
    await anna.link('Back').tap();
    await expect(anna.composer).toBeHidden();
    await expect(anna.page.getByRole('heading', { name: anna.words.waiting })).toBeVisible();
  });

  await test.step('boxes lie behind the list', async () => {
    await anna.link(anna.words.boxes).tap();
    await anna.box(lineNames.shows, 'mine', 1).tap();
    await expect(anna.page.getByRole('navigation', { name: anna.words.boxes })).toBeHidden();
    await anna.row(client).tap();
    await expect(anna.said('Pull the plug')).toBeVisible();
    await anna.button(anna.words.close).tap();
    await expect(anna.said(anna.words.closedBy(house.people.anna.name))).toBeVisible();
  });
});

test('on a phone, too, whoever loses a session is told in its place, with their words, and no question about it stays open', async ({
  house,
}) => {
  const ada = await house.open('ada');
  const pavel = screenOf(await house.open('pavel'));
  const anna = screenOf(await house.open('anna', phone));
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await pavel.write('My printer smokes');
  await anna.page.goto('/lines');
  await anna.takeNext(1).tap();
  await anna.composer.fill('Half an answer');
  await anna.page.getByRole('link', { name: 'Client information' }).tap();
  await anna.button('Reassign').tap();
  await expect(anna.page.getByRole('dialog')).toBeVisible();

  await ada.goto('/admin/groups');
  await ada.getByRole('link', { name: 'Operators' }).click();
  await ada.getByRole('button', { name: `Remove ${house.people.anna.name}`, exact: true }).click();

  await expect(anna.page.getByText('This session is not yours to see any more.')).toBeInViewport();
  await expect(anna.composer).toHaveValue('Half an answer');
  await expect(anna.composer).toBeInViewport();
  await expect(anna.page.getByRole('dialog')).toBeHidden();
  await anna.link('Back to the list').tap();
  await expect(anna.page.getByText('Nothing waits for you')).toBeVisible();
});
