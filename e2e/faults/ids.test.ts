import { afterAll, expect, test } from 'vitest';
import { drafts, files, sessions } from '../../src/db/schema.ts';
import { newId } from '../../src/id.ts';
import { begun, chatOf } from '../support/begun.ts';
import { writtenIn } from '../support/books.ts';
import { closeDoors, openDoors } from '../support/doors.ts';
import { htmx } from '../support/person.ts';

afterAll(closeDoors);

/** Ids that name nothing. */
const wrong = [
  '00000000-0000-7000-8000-000000000000',
  'no-uuid',
  '-1',
  "1'; DROP TABLE sessions; --",
  '../../etc/passwd',
  '%00',
  'x'.repeat(2_000),
];

/** Every address that names something of somebody's: as who asks, how, and with which form. */
const asked = [
  ['olga', 'GET', (id: string) => `/sessions/${id}`, {}],
  ['olga', 'GET', (id: string) => `/sessions/${id}/messages?before=2`, {}],
  ['olga', 'GET', (id: string) => `/sessions/${id}/assignment`, {}],
  ['olga', 'POST', (id: string) => `/sessions/${id}/messages`, { id: newId(), text: 'Let me in' }],
  ['olga', 'POST', (id: string) => `/sessions/${id}/assignment`, { operator: newId(), owner: '' }],
  ['olga', 'POST', (id: string) => `/sessions/${id}/return`, {}],
  ['olga', 'POST', (id: string) => `/sessions/${id}/closure`, { seen: '99' }],
  ['olga', 'POST', (id: string) => `/sessions/${id}/read`, { seq: '99' }],
  ['olga', 'POST', (id: string) => `/sessions/${id}/draft`, { text: 'Let me in' }],
  ['olga', 'POST', (id: string) => `/sessions/${id}/typing`, {}],
  // The client sees the own conversation through its line alone, never through the session.
  ['pavel', 'GET', (id: string) => `/sessions/${id}`, {}],
  ['pavel', 'POST', (id: string) => `/sessions/${id}/messages`, { id: newId(), text: 'Let me in' }],
  ['ada', 'GET', (id: string) => `/sessions/${id}`, {}],
] as const;

test("somebody else's session is answered exactly as one that does not exist, for pages and for scripts", async () => {
  const doors = await openDoors();
  const session = await begun(doors);
  const before = await everything();
  for (const [index, [who, method, at, fields]] of asked.entries()) {
    const asker = doors.as(who);
    const ask = (path: string, headers = {}) =>
      method === 'GET' ? asker.get(path, headers) : asker.post(path, fields, headers);
    for (const headers of [{}, htmx]) {
      const theirs = await ask(at(session), headers);
      // What a page's script tells by itself is answered with nothing, whosever the session is.
      const status = headers === htmx && /\/(read|typing)$/.test(at('')) ? 204 : 404;
      expect(theirs.status, `${who}: ${method} ${at('…')}`).toBe(status);
      // One that could be, and another each time.
      for (const id of [wrong[0] ?? '', wrong[1 + (index % (wrong.length - 1))] ?? '']) {
        const nobodys = await ask(at(encodeURIComponent(id)), headers);
        expect(nobodys.status, `${who}: ${method} ${at(id)}`).toBe(status);
        expect(nobodys.html).toBe(theirs.html);
        expect(headersOf(nobodys.headers)).toEqual(headersOf(theirs.headers));
      }
    }
  }
  expect(await everything()).toEqual(before);

  async function everything() {
    const { read } = doors.db;
    return [await writtenIn(doors.db), await read.select().from(sessions), await read.select().from(drafts)];
  }
});

test('what was typed for something that is not there, or not theirs any more, stands on the page that says so', async () => {
  const doors = await openDoors();
  const session = await begun(doors);
  for (const path of [`/sessions/${session}/messages`, `/messages/${newId()}/messages`]) {
    const refused = await doors.as('olga').send(path, { id: newId(), text: 'Half a page & more' });
    expect(refused.status).toBe(404);
    expect(refused.html).toContain('There is no such page, or it is not yours to see.');
    expect(refused.html).toContain('<li>Half a page &amp; more</li>');
    expect(refused.html).not.toContain('<button');
  }
});

test("somebody else's files are answered as those that do not exist", async () => {
  const doors = await openDoors();
  await begun(doors);
  const slip = new File(['secret'], 'slip.txt');
  expect((await doors.as('pavel').send(chatOf(doors), { id: newId(), text: '' }, [slip])).status).toBe(303);
  const [file] = await doors.db.read.select().from(files);
  expect((await doors.as('pavel').get(`/files/${file?.id}`)).html).toBe('secret');
  const olga = doors.as('olga');
  const theirs = await olga.get(`/files/${file?.id}`);
  expect(theirs.status).toBe(404);
  for (const id of wrong) {
    const nobodys = await olga.get(`/files/${encodeURIComponent(id)}`);
    expect(nobodys.status).toBe(404);
    expect(nobodys.html).toBe(theirs.html);
  }
});

test('ids and numbers in addresses and forms that make no sense break nothing', async () => {
  const doors = await openDoors();
  const session = await begun(doors);
  const line = doors.company.lines.shows;
  for (const id of wrong) {
    const odd = encodeURIComponent(id);
    for (const path of [
      `/messages/${odd}`,
      `/messages/${odd}/messages?before=1`,
      `/lines/${odd}`,
      `/lines/${odd}/mine`,
      `/lines/${line}/${odd}`,
      `/lines/${odd}/avatar`,
      `/lines/${odd}/settings`,
      `/admin/users/${odd}`,
    ])
      expect((await doors.as('anna').get(path)).status, path).toBe(404);
    for (const path of [
      `/sessions/${session}?in=${odd}`,
      `/sessions/${session}?in=${odd}.mine`,
      `/sessions/${session}/messages?before=${odd}`,
      `/lines?after=${odd}`,
      `/lines/${line}/closed?after=${odd}`,
      `/messages?after=${odd}`,
      `/messages?q=${odd}`,
    ])
      expect((await doors.as('anna').get(path)).status, path).toBe(200);
    for (const path of [`/messages/${line}?at=${odd}`, `/messages/${line}/messages?before=${odd}`])
      expect((await doors.as('pavel').get(path)).status, path).toBe(200);
    const given = await doors.as('anna').post(`/sessions/${session}/assignment`, { operator: id, owner: id });
    expect([409, 422]).toContain(given.status);
  }
  expect((await doors.db.read.select().from(sessions)).map(({ ownerId }) => ownerId)).toEqual([
    doors.company.people.anna.id,
  ]);
});

test('a number in a form that makes no sense neither marks anything as read nor closes over it', async () => {
  const doors = await openDoors();
  const session = await begun(doors);
  const { anna } = doors.company.people;
  const unread = async () => (await doors.as('anna').get('/lines')).html.includes('data-unread="1"');
  for (const seq of ['', '-1', '1.5', 'NaN', 'Infinity', 'last', '2; DROP TABLE read_marks']) {
    expect((await doors.as('anna').post(`/sessions/${session}/read`, { seq })).status).toBe(303);
    expect(await unread(), seq).toBe(true);
    expect((await doors.as('anna').post(`/sessions/${session}/closure`, { seen: seq })).status, seq).toBe(409);
  }
  expect((await doors.db.read.select().from(sessions))[0]).toMatchObject({ state: 'active', ownerId: anna.id });
  expect((await doors.as('anna').post(`/sessions/${session}/read`, { seq: '99' })).status).toBe(303);
  expect(await unread()).toBe(false);
  expect((await doors.as('anna').post(`/sessions/${session}/closure`, { seen: '99' })).status).toBe(303);
});

const headersOf = (headers: Headers) => [...headers].filter(([name]) => !['x-request-id', 'date'].includes(name));
