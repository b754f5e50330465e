import { like } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { files, settings } from '../../src/db/schema.ts';
import { newId } from '../../src/id.ts';
import { begun, chatOf, firstText } from '../support/begun.ts';
import { filesOfMessages, writtenIn, wrongNumbers } from '../support/books.ts';
import { password } from '../support/company.ts';
import { hiddenFields } from '../support/composer.ts';
import { closeDoors, type Doors, openDoors } from '../support/doors.ts';
import { htmx } from '../support/person.ts';
import { logged } from '../support/quiet.ts';

afterAll(closeDoors);

const long = (n: number): string => `Message ${n} ${'x'.repeat(5_000)}`;

test('a disk that fills up while people write: what was acknowledged is there, the rest can be sent again', async () => {
  const log = logged();
  const doors = await openDoors({ room: 400 });
  await put(doors, 1_000_000);
  const session = await begun(doors);
  const forms = Array.from({ length: 64 }, (_, n) => ({ id: newId(), text: long(n) }));
  const send = async (form: { id: string; text: string }, n: number) => {
    const path = n % 2 ? chatOf(doors) : `/sessions/${session}/messages`;
    const sent = await doors
      .as(n % 2 ? 'pavel' : 'anna')
      .send(path, form, n % 8 === 7 ? [new File([`${n}`], 'n.txt')] : []);
    if (sent.status === 503) expect(sent.html).toContain(form.text);
    return sent.status;
  };
  const first: number[] = [];
  for (let from = 0; from < forms.length; from += 8) {
    first.push(...(await Promise.all(forms.slice(from, from + 8).map((form, n) => send(form, from + n)))));
  }
  expect(new Set(first)).toEqual(new Set([303, 503]));
  const acknowledged = forms.filter((_, n) => first[n] === 303).map(({ text }) => text);
  expect(await texts(doors)).toEqual([firstText, ...acknowledged].sort());
  expect(doors.storedFiles()).toEqual(await filesOfMessages(doors.db));
  expect(await wrongNumbers(doors.db, everybody(doors))).toEqual([]);
  expect(log.join('')).toContain('DatabaseFull');
  expect(log.join('')).not.toContain('xxxx');

  await makeRoom(doors);
  const second = await Promise.all(forms.map(send));
  expect(new Set(second)).toEqual(new Set([303]));
  expect(await texts(doors)).toEqual([firstText, ...forms.map(({ text }) => text)].sort());
  expect(doors.storedFiles()).toEqual(await filesOfMessages(doors.db));
  expect(await doors.db.read.$count(files)).toBe(8);
  expect(await wrongNumbers(doors.db, everybody(doors))).toEqual([]);
});

test('on a full disk everybody can read; whatever is pressed says that nothing was changed', async () => {
  logged();
  const doors = await openDoors({ room: 60 });
  const session = await begun(doors);
  await fill(doors);
  const line = doors.company.lines.shows;
  for (const path of ['/lines', `/lines/${line}`, `/sessions/${session}`])
    expect((await doors.as('anna').get(path)).status, path).toBe(200);
  for (const path of ['/messages', `/messages/${line}`])
    expect((await doors.as('pavel').get(path)).status, path).toBe(200);
  expect((await doors.as(null).get('/healthz')).status).toBe(200);

  const form = { id: newId(), text: long(0) };
  const page = await doors.as('pavel').send(chatOf(doors), form);
  expect(page.status).toBe(503);
  expect(page.headers.get('retry-after')).toBe('5');
  expect(page.html).toContain('Nothing was changed. Wait a little and try again.');
  expect(hiddenFields(page)).toEqual(form);
  expect(page.html).toContain(`action="${chatOf(doors)}"`);
  const script = await doors.as('pavel').send(chatOf(doors), form, [], htmx);
  expect(script.status).toBe(503);
  expect(script.html).toBe('The server cannot take this just now. Nothing was changed. Wait a little and try again.');

  const { html } = await doors.as('anna').get(`/sessions/${session}`);
  expect(html).not.toContain('Message 0');
  await makeRoom(doors);
  expect((await doors.as('pavel').post(chatOf(doors), hiddenFields(page))).status).toBe(303);
  expect(await texts(doors)).toEqual([form.text, firstText].sort());
  const { email } = doors.company.people.boris;
  expect((await doors.as(null).post('/sign-in', { email, password })).status).toBe(303);
});

const everybody = ({ company }: Doors): string[] => Object.values(company.people).map(({ id }) => id);

const texts = async ({ db }: Doors): Promise<string[]> => (await writtenIn(db)).map(({ text }) => text).sort();

/** Takes room, in a row that can be deleted again. */
const put = ({ db }: Doors, size: number): Promise<unknown> =>
  db.write((tx) => tx.insert(settings).values({ key: `ballast ${newId()}`, value: 'x'.repeat(size) }));

/** Takes all the room that there is, in ever smaller pieces. */
async function fill(doors: Doors): Promise<void> {
  for (let size = 100_000; size > 100; size = Math.floor(size / 2)) {
    while (await put(doors, size).then(Boolean, () => false));
  }
}

/** Gives back what `put` took. */
const makeRoom = ({ db }: Doors): Promise<unknown> =>
  db.write((tx) => tx.delete(settings).where(like(settings.key, 'ballast %')));
