import { afterAll, expect, test } from 'vitest';
import { newId } from '../../src/id.ts';
import { begun, chatOf, firstText } from '../support/begun.ts';
import { writtenIn } from '../support/books.ts';
import { composed, hiddenFields, reasonIn } from '../support/composer.ts';
import { closeDoors, type Doors, openDoors } from '../support/doors.ts';
import { type Answer, htmx } from '../support/person.ts';

afterAll(closeDoors);

/** Both who write: the client to a line, the operator to a client; each with the address of their composer. */
const writers = [
  ['the client', 'pavel', chatOf],
  ['the operator', 'anna', (_: Doors, session: string) => `/sessions/${session}/messages`],
] as const;

describeWriters('a text of 10,001 characters is refused with the limit, and stands in the composer', async (write) => {
  const text = `${'long '.repeat(2_000)}!`;
  const page = await write({ id: newId(), text });
  expect(page.status).toBe(422);
  expect(reasonIn(page)).toBe('A message can have 10,000 characters at most.');
  expect(composed(page)).toBe(text);
  const fragment = await write({ id: newId(), text }, htmx);
  expect(fragment.status).toBe(422);
  expect(reasonIn(fragment)).toBe('A message can have 10,000 characters at most.');
  expect(fragment.html).not.toContain('<html');
});

describeWriters('a text ten times too long comes back whole', async (write) => {
  const text = 'слово '.repeat(20_000).trim();
  const page = await write({ id: newId(), text });
  expect(page.status).toBe(422);
  expect(composed(page)).toBe(text);
});

describeWriters('10,000 characters are taken, and an emoji is one', async (write, written) => {
  const emoji = '🖨'.repeat(10_000);
  expect((await write({ id: newId(), text: emoji })).status).toBe(303);
  expect((await write({ id: newId(), text: 'x'.repeat(10_000) })).status).toBe(303);
  expect((await write({ id: newId(), text: `${emoji}🖨` })).status).toBe(422);
  expect(await written()).toEqual([emoji, 'x'.repeat(10_000)]);
});

describeWriters('blanks alone are no message', async (write, written) => {
  for (const text of ['', '   ', '\r\n\t\r\n', '\u00a0\u2003\ufeff']) {
    for (const headers of [{}, htmx]) {
      const answer = await write({ id: newId(), text }, headers);
      expect(answer.status).toBe(422);
      expect(reasonIn(answer)).toBe('Write something or attach a file.');
    }
  }
  expect(await written()).toEqual([]);
});

describeWriters('a form without a proper id is refused, and the text stays', async (write, written) => {
  for (const fields of [{}, { id: '' }, { id: 'no-uuid' }, { id: "' OR 1=1 --" }]) {
    const answer = await write({ ...fields, text: 'Anybody there?' });
    expect(answer.status).toBe(422);
    expect(reasonIn(answer)).toBe('The form was not complete. Reload the page; what you typed is kept.');
    expect(composed(answer)).toBe('Anybody there?');
  }
  const noText = await write({ id: newId() });
  expect(noText.status).toBe(422);
  expect(reasonIn(noText)).toBe('Write something or attach a file.');
  expect(await written()).toEqual([]);
});

describeWriters('what looks like a command to the database or the page is only text', async (write, written, read) => {
  const text = `'); DROP TABLE messages; -- </textarea><script>alert(1)</script> \0 \u202e %s {{x}}`;
  expect((await write({ id: newId(), text })).status).toBe(303);
  expect(await written()).toEqual([text]);
  const page = await read();
  expect(page.html).not.toContain('<script>alert');
  expect(page.html).toContain('&lt;script&gt;alert(1)');
});

describeWriters('a field sent twice counts once, and unknown fields count nothing', async (write, written) => {
  const fields = { id: [newId(), newId()], text: ['The first', 'The second'], kind: 'event', author: 'somebody' };
  expect((await write(fields)).status).toBe(303);
  expect(await written()).toEqual(['The first']);
});

describeWriters('the same id with other text is refused, the text kept under a new id', async (write, written) => {
  const id = newId();
  expect((await write({ id, text: 'First' })).status).toBe(303);
  const page = await write({ id, text: 'Second' });
  expect(page.status).toBe(409);
  expect(reasonIn(page)).toContain('sent before with other content');
  expect(composed(page)).toBe('Second');
  const fresh = hiddenFields(page)['id'] ?? '';
  expect(fresh).not.toBe(id);
  expect((await write({ id, text: 'Second' }, htmx)).status).toBe(409);
  expect(await written()).toEqual(['First']);
  expect((await write({ id: fresh, text: 'Second' })).status).toBe(303);
  expect(await written()).toEqual(['First', 'Second']);
});

test("somebody else's message id is refused like any other, and shows nothing of theirs", async () => {
  const doors = await openDoors();
  await begun(doors);
  const id = newId();
  expect((await doors.as('pavel').post(chatOf(doors), { id, text: 'Secret of Pavel' })).status).toBe(303);
  const copied = await doors.as('olga').post(chatOf(doors), { id, text: 'Secret of Pavel' });
  expect(copied.status).toBe(409);
  expect(copied.html.split('Secret of Pavel')).toHaveLength(2);
  expect((await writtenIn(doors.db)).map(({ text }) => text)).toEqual([firstText, 'Secret of Pavel']);
});

type Write = (fields: Record<string, string | string[]>, headers?: Record<string, string>) => Promise<Answer>;
/** What was written since the conversation began. */
type Written = () => Promise<string[]>;

/** A test for each who writes. Written out as forms with files are: that is how the composer sends. */
function describeWriters(
  what: string,
  check: (write: Write, written: Written, read: () => Promise<Answer>) => Promise<void>,
): void {
  test.each(writers)(`%s: ${what}`, async (_, who, at) => {
    const doors = await openDoors();
    const session = await begun(doors);
    const path = at(doors, session);
    const asker = doors.as(who);
    await check(
      (fields, headers) => asker.send(path, fields, [], headers),
      async () => (await writtenIn(doors.db)).slice(1).map(({ text }) => text),
      () => asker.get(path.replace(/\/messages$/, '')),
    );
  });
}
