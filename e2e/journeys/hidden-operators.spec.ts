import { lineNames } from '../support/company.ts';
import { expect, test } from '../support/journey.ts';
import { castOf, mainPath } from '../support/main-path.ts';
import { givePicture } from '../support/picture.ts';
import { screenOf } from '../support/screen.ts';
import { streamUntil } from '../support/stream.ts';

test('a line that hides its operators tells its clients nothing of them, wherever they look', async ({ house }) => {
  const cast = await castOf(async (who) => screenOf(await house.open(who)));
  const { pavel, anna, boris, vera } = cast;
  const { people } = house;
  // An address of a face would tell whose it is.
  for (const { page } of [anna, boris, vera]) await givePicture(page);

  await pavel.page.goto('/messages');
  const before = Number(await pavel.page.evaluate(() => document.body.dataset['cursor']));
  const answered: Promise<string>[] = [];
  pavel.page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith('/assets/') || pathname === '/live') return;
    answered.push(
      response.text().then(
        (text) => `${response.url()}\n${JSON.stringify(response.headers())}\n${text}`,
        () => '',
      ),
    );
  });
  await mainPath(house, cast, 'hides');
  await anna.write('The last answer');
  await expect(pavel.said('The last answer')).toContainText(lineNames.hides);

  // All that the stream ever told, once more, and what asking for it answers.
  const streamed = await streamUntil(house.origin, people.pavel, before, 'The last answer');
  const polled = await (await pavel.page.request.get(`/live/poll?after=${before}`)).text();
  const shown = await pavel.page.content();
  await pavel.page.goto('/messages?q=answer');
  await pavel.page.goto(`/messages/${house.lines.hides}`);
  const read = (await Promise.all(answered)).join('\n');

  for (const told of [streamed, polled, shown, read]) {
    expect(told).toContain('The last answer');
    expect(told).not.toContain('/people/');
    for (const { id, name, email } of [people.anna, people.boris, people.vera]) {
      for (const secret of [id, email, ...name.split(' ')]) expect(told).not.toContain(secret);
    }
  }
});

test('the setting counts at the time of looking: switched off, old messages tell no name any more', async ({
  house,
}) => {
  const pavel = screenOf(await house.open('pavel'));
  const anna = screenOf(await house.open('anna'));
  const vera = screenOf(await house.open('vera'));
  const face = await givePicture(anna.page);
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await pavel.write('Who is there?');
  await anna.page.goto('/lines');
  await anna.takeNext(1).click();
  await anna.write('It is me');
  await expect(pavel.said('It is me')).toContainText(house.people.anna.name);
  expect(await pavel.page.content()).toContain(face);

  await vera.page.goto(`/lines/${house.lines.shows}/settings`);
  await vera.page.getByRole('checkbox', { name: 'Show operator' }).uncheck();
  await vera.button('Save').click();
  await expect(pavel.said('It is me')).toContainText(lineNames.shows);
  expect(await pavel.page.content()).not.toContain('Anna');
  expect(await pavel.page.content()).not.toContain(house.people.anna.id);
  expect(await pavel.page.content()).not.toContain(face);
});
