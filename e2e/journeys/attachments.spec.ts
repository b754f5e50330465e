import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/journey.ts';
import { type Screen, screenOf } from '../support/screen.ts';

test.use({ settings: { MAX_UPLOAD_MB: '1' } });

const picture = {
  name: 'photo.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGNk+M8ABEwMYAoADLABBH2n+kUAAAAASUVORK5CYII=',
    'base64',
  ),
};
const text = (name: string, content: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });

const attach = (screen: Screen, ...files: (typeof picture)[]) =>
  screen.button(screen.words.attach).setInputFiles(files);

/** What is in a file that somebody downloads by its link, and under which name it lands. */
const download = async (screen: Screen, name: string | RegExp): Promise<{ name: string; content: string }> => {
  const [download] = await Promise.all([
    screen.page.waitForEvent('download'),
    screen.log.getByRole('link', { name }).click(),
  ]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path(), 'utf8') };
};

test('files go both ways: pictures are shown, all else is downloaded, and nobody else gets either', async ({
  house,
}) => {
  const pavel = screenOf(await house.open('pavel'));
  const anna = screenOf(await house.open('anna'));
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await attach(pavel, picture, text('notes.txt', 'Smoke since Monday'));
  await pavel.write('See for yourself');
  await expect(pavel.log.getByRole('img', { name: 'Image photo.png' })).toBeVisible();

  await anna.page.goto('/lines');
  await anna.takeNext(1).click();
  const shown = anna.log.getByRole('img', { name: 'Image photo.png' });
  await expect(shown).toHaveJSProperty('naturalWidth', 2);
  expect(await download(anna, /notes\.txt/)).toEqual({ name: 'notes.txt', content: 'Smoke since Monday' });
  await attach(anna, text('manual.txt', 'Open a window'));
  await anna.button(anna.words.send).click();
  await expect(pavel.log.getByRole('link', { name: /manual\.txt/ })).toBeVisible();
  expect(await download(pavel, /manual\.txt/)).toEqual({ name: 'manual.txt', content: 'Open a window' });

  const address = (await shown.getAttribute('src')) ?? '';
  const olga = await house.open('olga');
  const stranger = await house.open(null);
  expect((await pavel.page.request.get(address)).status()).toBe(200);
  expect((await olga.request.get(address)).status()).toBe(404);
  expect((await stranger.request.get(address, { maxRedirects: 0 })).status()).toBe(303);
});

test('files that cannot be taken are refused by name, and the text stays', async ({ house }) => {
  const pavel = screenOf(await house.open('pavel'));
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  const refused = pavel.log.getByRole('alert');

  house.expectComplaint(pavel.page, /status of (422|413)/);
  await attach(pavel, text('empty.txt', ''));
  await pavel.write('With an empty file');
  await expect(refused).toContainText('“empty.txt” is empty');
  await pavel.button('Edit').click();
  await expect(pavel.composer).toHaveValue('With an empty file');
  await pavel.button('Remove empty.txt').click();

  await attach(pavel, text('huge.bin', 'x'.repeat(1_100_000)));
  await pavel.write('With a huge file');
  await expect(refused).toContainText('“huge.bin” is larger than 1 MB');
  await pavel.button('Edit').click();
  await pavel.button('Remove huge.bin').click();
  await pavel.button(pavel.words.send).click();
  await expect(pavel.said('With a huge file')).toHaveCount(1);
  await expect(refused).toHaveCount(0);
  await pavel.page.reload();
  await expect(pavel.log.getByRole('article')).toHaveCount(1);
});

test('without scripts a refused file leaves the text in its place', async ({ house }) => {
  const pavel = screenOf(await house.open('pavel', { javaScriptEnabled: false }));
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  house.expectComplaint(pavel.page, /status of 413/);
  await attach(pavel, text('huge.bin', 'x'.repeat(1_100_000)));
  await pavel.write('With a huge file');
  await expect(pavel.page.getByRole('alert')).toContainText('“huge.bin” is larger than 1 MB');
  await expect(pavel.composer).toHaveValue('With a huge file');
});

test('names of files are made fit to be shown: no paths, not too long', async ({ house }) => {
  const pavel = screenOf(await house.open('pavel'));
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await attach(pavel, text('../../etc/passwd', 'no secret'), text(`${'😀'.repeat(300)}.txt`, 'smiling'));
  await pavel.write('Two strange names');
  await expect(pavel.log.getByRole('link')).toHaveCount(2);
  const path = await download(pavel, /passwd/);
  expect(path.content).toBe('no secret');
  expect(path.name).not.toMatch(/[/\\]/);
  const smiling = await download(pavel, /😀/);
  expect(smiling.content).toBe('smiling');
  expect(smiling.name).toMatch(/^(😀)+\.txt$/u);
});
