import { request } from 'node:http';
import { afterAll, expect, test } from 'vitest';
import { files, messages } from '../../src/db/schema.ts';
import { newId } from '../../src/id.ts';
import { begun, chatOf } from '../support/begun.ts';
import { filesOfMessages, writtenIn } from '../support/books.ts';
import { composed, reasonIn } from '../support/composer.ts';
import { closeDoors, type Doors, openDoors } from '../support/doors.ts';
import { htmx } from '../support/person.ts';

afterAll(closeDoors);

const megabyte = 1024 * 1024;
const good = () => new File(['good'], 'good.txt');

const refusals = [
  ['an empty file', [new File([], 'empty.txt')], 422, '“empty.txt” is empty. Nothing was sent.'],
  [
    'a file of one byte too many',
    [new File([new Uint8Array(megabyte + 1)], 'film.mp4')],
    413,
    '“film.mp4” is larger than 1 MB. Nothing was sent.',
  ],
  ['a good file beside a bad one', [good(), new File([], 'b')], 422, '“b” is empty. Nothing was sent.'],
  ['eleven files', Array.from({ length: 11 }, good), 422, 'No more than 10 files can go at once. Nothing was sent.'],
] as const;

test.each(refusals)('%s is refused by name, the text stays, and nothing is stored', async (_, sent, status, words) => {
  const doors = await small();
  const session = await begun(doors);
  for (const [who, path] of [
    ['pavel', chatOf(doors)],
    ['anna', `/sessions/${session}/messages`],
  ] as const) {
    const page = await doors.as(who).send(path, { id: newId(), text: 'See "this"' }, sent);
    expect(page.status).toBe(status);
    expect(reasonIn(page)).toBe(words);
    expect(composed(page)).toBe('See "this"');
    const fragment = await doors.as(who).send(path, { id: newId(), text: 'See "this"' }, sent, htmx);
    expect(fragment.status).toBe(status);
    expect(reasonIn(fragment)).toBe(words);
  }
  expect(await writtenIn(doors.db)).toHaveLength(1);
  expect(await doors.db.read.$count(files)).toBe(0);
  expect(doors.storedFiles()).toEqual([]);
});

test('a file of exactly the limit, and ten at once, are taken, also without a word', async () => {
  const doors = await small();
  const full = new File([new Uint8Array(megabyte)], 'full.bin');
  expect((await doors.as('pavel').send(chatOf(doors), { id: newId(), text: '' }, [full])).status).toBe(303);
  const ten = Array.from({ length: 10 }, good);
  expect((await doors.as('pavel').send(chatOf(doors), { id: newId(), text: '' }, ten)).status).toBe(303);
  expect(await writtenIn(doors.db)).toHaveLength(2);
  expect(await filesOfMessages(doors.db)).toHaveLength(11);
  expect(doors.storedFiles()).toEqual(await filesOfMessages(doors.db));
});

test.each([
  ['a path', '../../../etc/passwd', /^passwd$/],
  ['a path of Windows', 'C:\\Users\\pavel\\slip.txt', /^slip\.txt$/],
  ['300 emoji', `${'🖨'.repeat(300)}.txt`, /^(🖨){40,}\.txt$/u],
  ['markup', '<img src=x onerror=alert(1)>.txt', /^<img src=x onerror=alert\(1\)>\.txt$/],
  ['turned around', 'photo\u202egpj.exe', /^photogpj\.exe$/],
])('a file whose name is %s is stored, shown and offered under a name that is one', async (_, name, kept) => {
  const doors = await small();
  const session = await begun(doors);
  expect((await doors.as('pavel').send(chatOf(doors), { id: newId(), text: '' }, [new File(['x'], name)])).status).toBe(
    303,
  );
  const [file] = await doors.db.read.select().from(files);
  expect(file?.name).toMatch(kept);
  expect(doors.storedFiles()).toEqual([file?.id]);
  for (const [who, page] of [
    ['pavel', `/messages/${doors.company.lines.shows}`],
    ['anna', `/sessions/${session}`],
  ] as const) {
    const { status, html } = await doors.as(who).get(page);
    expect(status).toBe(200);
    expect(html).not.toContain('<img src=x');
    const got = await doors.as(who).get(`/files/${file?.id}`);
    expect(got.html).toBe('x');
    const offered = /filename\*=UTF-8''(\S+)$/.exec(got.headers.get('content-disposition') ?? '')?.[1] ?? '';
    expect(decodeURIComponent(offered)).toBe(file?.name);
  }
});

test('an upload that breaks off leaves no file and no message; sent again, it is one', async () => {
  const doors = await small();
  const id = newId();
  const boundary = 'half-way';
  const part = (disposition: string, content: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}`;
  const sending = request(`${doors.origin}${chatOf(doors)}`, {
    method: 'POST',
    headers: {
      origin: doors.origin,
      cookie: `lines=${doors.company.people.pavel.cookie.value}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': megabyte,
    },
  });
  sending.on('error', () => {});
  sending.write(`${part('name="id"', id)}\r\n${part('name="text"', 'Look')}\r\n`);
  sending.write(part('name="files"; filename="film.mp4"', 'x'.repeat(200_000)));
  // It has begun to arrive: what breaks off now is half a file.
  await expect.poll(() => doors.storedFiles().length).toBe(1);
  sending.destroy();
  await expect.poll(() => doors.storedFiles()).toEqual([]);
  expect(await doors.db.read.$count(messages)).toBe(0);

  const film = new File(['x'.repeat(200_000)], 'film.mp4');
  expect((await doors.as('pavel').send(chatOf(doors), { id, text: 'Look' }, [film])).status).toBe(303);
  expect(await writtenIn(doors.db)).toHaveLength(1);
  expect(doors.storedFiles()).toEqual(await filesOfMessages(doors.db));
});

/** A house that takes files of a megabyte. */
const small = (): Promise<Doors> => openDoors({ settings: { MAX_UPLOAD_MB: '1' } });
