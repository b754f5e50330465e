import { expect, test } from '../support/journey.ts';
import { screenOf } from '../support/screen.ts';

test('an operator works by the keyboard alone', async ({ house }) => {
  const pavel = screenOf(await house.open('pavel'));
  const olga = screenOf(await house.open('olga'));
  const anna = screenOf(await house.open('anna'));
  const { keyboard } = anna.page;
  const isNew = (who: 'pavel' | 'olga') => anna.row(anna.words.isNew(house.people[who].name));
  for (const [who, text] of [
    [pavel, 'First in the queue'],
    [olga, 'Second in the queue'],
  ] as const) {
    await who.page.goto(`/messages/${house.lines.shows}`);
    await who.write(text);
    await expect(who.said(text)).toHaveCount(1);
  }

  await test.step('goes to the list: g l', async () => {
    await anna.page.goto('/messages');
    await expect(anna.takeNext(2)).toBeVisible();
    await keyboard.press('g');
    await keyboard.press('l');
    await expect(anna.page.getByRole('heading', { name: anna.words.waiting })).toBeVisible();
  });

  await test.step('reaches the box by Tab and Enter', async () => {
    const box = anna.box('IT support', 'unassigned', 2);
    for (let step = 0; step < 30 && !(await box.evaluate((link) => link === document.activeElement)); step++) {
      await keyboard.press('Tab');
    }
    await expect(box).toBeFocused();
    await keyboard.press('Enter');
    await expect(isNew('pavel')).toBeVisible();
  });

  await test.step('walks through the list: j, k', async () => {
    await keyboard.press('j');
    await expect(anna.said('First in the queue')).toBeVisible();
    await keyboard.press('j');
    await expect(anna.said('Second in the queue')).toBeVisible();
    await keyboard.press('k');
    await expect(anna.said('First in the queue')).toBeVisible();
  });

  await test.step('takes, replies, closes: t, r, e', async () => {
    await keyboard.press('t');
    await expect(anna.composer).toBeVisible();
    await keyboard.press('r');
    await expect(anna.composer).toBeFocused();
    await keyboard.type('Typed the letters t, e and j');
    await keyboard.press('Shift+Enter');
    await keyboard.type('on two lines?');
    await expect(anna.composer).toHaveValue('Typed the letters t, e and j\non two lines?');
    await keyboard.press('Enter');
    await expect(pavel.said('on two lines?')).toHaveCount(1);
    await keyboard.press('Escape');
    await anna.log.focus();
    await keyboard.press('e');
    await expect(anna.said(anna.words.closedBy(house.people.anna.name))).toBeVisible();
  });

  await test.step('asks which keys there are: ?', async () => {
    await keyboard.press('?');
    const help = anna.page.getByRole('dialog', { name: 'Keys' });
    await expect(help).toContainText('Take the session');
    await keyboard.press('Escape');
    await expect(help).toBeHidden();
  });
});
