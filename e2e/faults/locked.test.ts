import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { newId } from '../../src/id.ts';
import { begun, chatOf, firstText } from '../support/begun.ts';
import { writtenIn } from '../support/books.ts';
import { hiddenFields } from '../support/composer.ts';
import { closeDoors, type Doors, openDoors } from '../support/doors.ts';
import { htmx } from '../support/person.ts';
import { logged } from '../support/quiet.ts';

afterAll(closeDoors);

test('while another process holds the database everybody reads, and what is written waits for it', async () => {
  const doors = await openDoors();
  const session = await begun(doors);
  const letGo = hold(doors);
  const waiting = ['One', 'Two', 'Three'].map((text) => doors.as('pavel').send(chatOf(doors), { id: newId(), text }));
  for (const path of ['/lines', `/sessions/${session}`, '/messages'])
    expect((await doors.as('anna').get(path)).status, path).toBe(200);
  expect((await doors.as('pavel').get(`/messages/${doors.company.lines.shows}`)).html).toContain(firstText);
  expect(await writtenIn(doors.db)).toHaveLength(1);
  letGo();
  expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([303, 303, 303]);
  expect((await writtenIn(doors.db)).map(({ text }) => text).sort()).toEqual(['One', 'Three', 'Two', firstText].sort());
});

test('what has waited too long is refused in words, with its text, and can be sent again when it is free', async () => {
  const log = logged();
  const doors = await openDoors({ patience: 100 });
  const session = await begun(doors);
  const letGo = hold(doors);
  const path = `/sessions/${session}/messages`;
  const form = { id: newId(), text: 'Pull the plug' };
  const page = await doors.as('anna').send(path, form, [new File(['x'], 'plug.txt')]);
  expect(page.status).toBe(503);
  expect(page.headers.get('retry-after')).toBe('5');
  expect(page.html).toContain('Busy for the moment');
  expect(page.html).toContain('<li>Pull the plug</li>');
  expect(page.html).toContain('files are not kept');
  expect(doors.storedFiles()).toEqual([]);
  const script = await doors.as('anna').send(path, form, [], htmx);
  expect(script.status).toBe(503);
  expect(script.html).toBe('The server cannot take this just now. Nothing was changed. Wait a little and try again.');
  for (const [action, fields] of [
    ['closure', { seen: '99' }],
    ['return', {}],
    ['assignment', { operator: doors.company.people.boris.id, owner: doors.company.people.anna.id }],
    ['draft', { text: 'Pull' }],
    ['read', { seq: '1' }],
  ] as const)
    expect((await doors.as('anna').post(`/sessions/${session}/${action}`, fields)).status, action).toBe(503);
  expect((await doors.as('anna').get(`/sessions/${session}`)).status).toBe(200);
  expect(log.join('')).toContain('DatabaseBusy');
  expect(log.join('')).not.toContain('plug');
  letGo();
  expect((await doors.as('anna').post(path, hiddenFields(page))).status).toBe(303);
  expect((await doors.as('anna').post(path, form)).status).toBe(303);
  expect((await writtenIn(doors.db)).map(({ text }) => text)).toEqual([firstText, 'Pull the plug']);
});

/** Does as another process that writes to the database and does not finish. Answers how to let it go. */
function hold({ databaseFile }: Doors): () => void {
  const other = new Database(databaseFile);
  other.exec('BEGIN IMMEDIATE');
  return () => other.close();
}
