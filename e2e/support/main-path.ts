import { expect, test } from 'playwright/test';
import { lineNames, type Name } from './company.ts';
import type { House } from './house.ts';
import type { Screen } from './screen.ts';

/** Who plays in the main path, each in a browser of their own. */
export type Cast = Readonly<Record<'pavel' | 'anna' | 'boris' | 'vera', Screen>>;

/**
 * The main path, from the first message over taking, answering, reassigning and closing to the next session. Nobody loads a
 * page again: what changes has to come by itself.
 */
export const mainPath = async (house: House, cast: Cast, line: keyof typeof lineNames = 'shows'): Promise<void> => {
  const { pavel, anna, boris, vera } = cast;
  const name = lineNames[line];
  const nameOf = (who: Name) => house.people[who].name;
  const client = nameOf('pavel');
  const answers = line === 'shows' ? nameOf('anna') : name;

  await test.step('everybody sits at their place, and nobody waits', async () => {
    await anna.page.goto('/messages');
    await boris.page.goto('/lines');
    await vera.page.goto('/lines');
    await expect(anna.section('lines')).toBeVisible();
    await expect(vera.section('lines')).toBeVisible();
    await expect(boris.box(name, 'unassigned')).toBeVisible();
    await expect(anna.takeNext(1)).toBeHidden();
  });

  await test.step('the employee writes to the line', async () => {
    await pavel.page.goto('/');
    await pavel.section('messages').click();
    await pavel.link(pavel.words.writeToLine).click();
    await pavel.conversation(name).click();
    await pavel.write('My printer smokes');
    await expect(pavel.said('My printer smokes')).toHaveCount(1);
  });

  await test.step('the blue counter of operators and the red one of the supervisor rise', async () => {
    await expect(anna.takeNext(1)).toBeVisible();
    await expect(boris.takeNext(1)).toBeVisible();
    await expect(boris.box(name, 'unassigned', 1)).toBeVisible();
    await expect(boris.section('lines')).toBeVisible();
    await expect(vera.section('lines', 1)).toBeVisible();
    await expect(vera.row(vera.words.isNew(client))).toBeVisible();
    await expect(vera.page).toHaveTitle(/^\(1\) /);
    await expect(vera.takeNext(1)).toBeHidden();
  });

  await test.step('the operator takes the session by the counter, and all counters fall', async () => {
    await anna.takeNext(1).click();
    await expect(anna.said('My printer smokes')).toBeVisible();
    await expect(anna.takeNext(1)).toBeHidden();
    await expect(boris.takeNext(1)).toBeHidden();
    await expect(boris.box(name, 'unassigned')).toBeVisible();
    await expect(vera.section('lines')).toBeVisible();
    await expect(vera.row(vera.words.isNew(client))).toBeHidden();
    await expect(vera.page).not.toHaveTitle(/^\(/);
    await expect(vera.box(name, 'active', 1)).toBeVisible();
  });

  await test.step('the employee sees who types and who answers, as the line says', async () => {
    await anna.composer.pressSequentially('Pull the plug');
    await expect(pavel.page.getByText(pavel.words.typing(answers))).toBeVisible();
    await anna.button(anna.words.send).click();
    await expect(pavel.said('Pull the plug')).toContainText(answers);
    await expect(anna.said('Pull the plug')).toHaveCount(1);
    await expect(anna.log.getByText(anna.words.seen, { exact: true })).toBeVisible();
  });

  await test.step('answers count where the employee is not looking', async () => {
    await pavel.section('messages').click();
    await expect(pavel.composer).toBeHidden();
    await anna.write('Is it out?');
    await expect(pavel.section('messages', 1)).toBeVisible();
    await pavel.conversation(pavel.words.unread(name, 1)).click();
    await expect(pavel.said('Is it out?')).toBeVisible();
    await expect(pavel.section('messages')).toBeVisible();
    await expect(pavel.conversation(name)).toBeVisible();
  });

  await test.step('unread messages count where the operator is not looking', async () => {
    await anna.section('messages').click();
    await pavel.write('Thank you!');
    await expect(anna.section('lines', 1)).toBeVisible();
    await pavel.write('It is out now');
    await anna.section('lines', 1).click();
    await expect(anna.row(anna.words.unread(client, 2))).toBeVisible();
    await expect(anna.box(name, 'mine', 1)).toBeVisible();
    await anna.row(anna.words.unread(client, 2)).click();
    await expect(anna.said('It is out now')).toBeVisible();
    await expect(anna.section('lines')).toBeVisible();
  });

  await test.step('the supervisor gives the session to another operator', async () => {
    await vera.box(name, 'active', 1).click();
    await vera.row(vera.words.unread(client, 2)).click();
    await vera.button(vera.words.reassign).first().click();
    await vera.button(vera.words.reassignTo(nameOf('boris'))).click();
    await expect(boris.box(name, 'mine', 1)).toBeVisible();
    await expect(anna.box(name, 'mine')).toBeVisible();
    await expect(anna.page.getByText(anna.words.nowWith(nameOf('boris')))).toBeVisible();
    await expect(anna.composer).toBeHidden();
  });

  await test.step('the other operator closes it', async () => {
    await boris.box(name, 'mine', 1).click();
    await boris.row(boris.words.unread(client, 2)).click();
    await expect(boris.said('It is out now')).toBeVisible();
    await boris.button(boris.words.close).click();
    await expect(boris.said(boris.words.closedBy(nameOf('boris')))).toBeVisible();
    await expect(boris.composer).toBeHidden();
    await expect(boris.box(name, 'mine')).toBeVisible();
    await expect(vera.box(name, 'active')).toBeVisible();
  });

  await test.step('what is written then is a new session, with the old one above it', async () => {
    await pavel.write('It smokes again');
    await anna.takeNext(1).click();
    await expect(anna.said('It smokes again')).toBeVisible();
    await expect(anna.said('My printer smokes')).toBeVisible();
    await expect(anna.said('Pull the plug')).toBeVisible();
    await expect(anna.composer).toBeVisible();
  });
};

/** Opens a browser for each of the cast. */
export const castOf = async (open: (who: keyof Cast) => Promise<Screen>): Promise<Cast> => ({
  pavel: await open('pavel'),
  anna: await open('anna'),
  boris: await open('boris'),
  vera: await open('vera'),
});
