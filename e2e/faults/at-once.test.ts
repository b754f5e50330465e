import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { messages, sessions } from '../../src/db/schema.ts';
import { newId } from '../../src/id.ts';
import { begun, chatOf, firstText, waiting } from '../support/begun.ts';
import { filesOfMessages, writtenIn, wrongNumbers } from '../support/books.ts';
import { closeDoors, type Doors, openDoors } from '../support/doors.ts';
import { htmx } from '../support/person.ts';

afterAll(closeDoors);

const everybody = ({ company }: Doors): string[] => Object.values(company.people).map(({ id }) => id);

const statuses = (answers: readonly { status: number }[]): number[] => answers.map(({ status }) => status).sort();

const times = <T>(count: number, what: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => what(n)));

test('the same form eight times at once is one message in one session, of the client and of the operator', async () => {
  const doors = await openDoors();
  const id = newId();
  const client = await times(8, (n) =>
    doors.as('pavel').send(chatOf(doors), { id, text: firstText }, [], n % 2 ? htmx : {}),
  );
  expect(statuses(client)).toEqual([200, 200, 200, 200, 303, 303, 303, 303]);
  const fragments = client.filter(({ status }) => status === 200);
  for (const { html } of fragments) expect(html).toContain(`id="m-${id}"`);
  const [session] = await doors.db.read.select().from(sessions);
  const { anna } = doors.company.people;
  await doors.as('anna').post(`/sessions/${session?.id}/assignment`, { operator: anna.id, owner: '' });
  const answer = { id: newId(), text: 'Pull the plug' };
  const operator = await times(8, () => doors.as('anna').send(`/sessions/${session?.id}/messages`, answer));
  expect(statuses(operator)).toEqual(Array(8).fill(303));
  expect((await writtenIn(doors.db)).map(({ text }) => text)).toEqual([firstText, 'Pull the plug']);
  expect(await doors.db.read.$count(sessions)).toBe(1);
  expect(await wrongNumbers(doors.db, everybody(doors))).toEqual([]);
});

test('the same form with the same files, at once and later, stores them once', async () => {
  const doors = await openDoors();
  const form = { id: newId(), text: 'Look' };
  const shots = [new File(['first'], 'a.txt'), new File(['second'], 'b.txt')];
  const send = (files: readonly File[]) => doors.as('pavel').send(chatOf(doors), form, files);
  expect(statuses(await times(4, () => send(shots)))).toEqual([303, 303, 303, 303]);
  expect((await send(shots)).status).toBe(303);
  const stored = await filesOfMessages(doors.db);
  expect(stored).toHaveLength(2);
  expect(doors.storedFiles()).toEqual(stored);

  // Another file, another name, another order, one less: all of it other content.
  const [first, second] = shots;
  for (const other of [
    [first, new File(['third'], 'b.txt')],
    [first, new File(['second'], 'c.txt')],
    [second, first],
    [first],
    [],
  ])
    expect((await send(other.filter((file) => file !== undefined))).status).toBe(409);
  expect(doors.storedFiles()).toEqual(stored);
  expect(await writtenIn(doors.db)).toHaveLength(1);
});

test('of the same id with different texts at once one is stored, and the others are told and kept', async () => {
  const doors = await openDoors();
  const id = newId();
  const answers = await times(5, (n) => doors.as('pavel').send(chatOf(doors), { id, text: `Text ${n}` }));
  expect(statuses(answers)).toEqual([303, 409, 409, 409, 409]);
  const [stored] = await writtenIn(doors.db);
  for (const [n, answer] of answers.entries()) {
    if (answer.status === 409) expect(answer.html).toMatch(new RegExp(`<textarea name="text"[^>]*>\\s*Text ${n}<`));
    else expect(stored?.text).toBe(`Text ${n}`);
  }
});

test('many who write their first message at once each get one conversation, numbered without a gap', async () => {
  const doors = await openDoors();
  const writers = ['pavel', 'olga', 'ada', 'vera'] as const;
  await times(24, async (n) => {
    const path = `/messages/${n % 2 ? doors.company.lines.hides : doors.company.lines.shows}/messages`;
    const sent = await doors.as(writers[n % 4] ?? 'pavel').send(path, { id: newId(), text: `Message ${n}` });
    expect(sent.status).toBe(303);
  });
  expect(await writtenIn(doors.db)).toHaveLength(24);
  expect(await doors.db.read.$count(sessions)).toBe(4);
  expect(await wrongNumbers(doors.db, everybody(doors))).toEqual([]);
});

test.each([
  ['pages', {}, [303, 409]],
  ['scripts', htmx, [200, 409]],
])(
  'two operators take one session at the same instant: one gets it, the other reads who did (%s)',
  async (_, headers, both) => {
    const doors = await openDoors();
    const { anna, boris } = doors.company.people;
    const session = await waiting(doors);
    const take = (who: 'anna' | 'boris') =>
      doors
        .as(who)
        .post(`/sessions/${session}/assignment`, { operator: doors.company.people[who].id, owner: '' }, headers);
    const answers = await Promise.all([take('anna'), take('boris')]);
    expect(statuses(answers)).toEqual(both);
    const [now] = await doors.db.read.select().from(sessions);
    const annaWon = answers[0].status !== 409;
    expect(now).toMatchObject({ state: 'active', ownerId: annaWon ? anna.id : boris.id });
    const lost = answers[annaWon ? 1 : 0];
    expect(lost.html).toContain(`${annaWon ? anna.name : boris.name} has this session now.`);
    expect((await doors.db.read.select().from(messages)).filter(({ kind }) => kind === 'event')).toHaveLength(1);

    // Whoever has it may press once more: it was so already.
    expect((await take(annaWon ? 'anna' : 'boris')).status).toBe(both[0]);
    expect((await doors.db.read.select().from(messages)).filter(({ kind }) => kind === 'event')).toHaveLength(1);
    expect(await wrongNumbers(doors.db, everybody(doors))).toEqual([]);
  },
);

test('two who press the blue counter at once never get the same session; with one too few, one is told', async () => {
  const doors = await openDoors();
  await waiting(doors);
  const pressed = await Promise.all((['anna', 'boris'] as const).map((who) => doors.as(who).post('/sessions/next')));
  expect(statuses(pressed)).toEqual([303, 409]);
  expect(pressed.find(({ status }) => status === 409)?.html).toContain('Nobody waits any more: somebody was faster.');
  expect(await wrongNumbers(doors.db, everybody(doors))).toEqual([]);
});

test('a double click on the blue counter takes one session, and leaves the next to others', async () => {
  const doors = await openDoors();
  for (const who of ['pavel', 'olga', 'ada'] as const)
    expect((await doors.as(who).post(chatOf(doors), { id: newId(), text: 'Me first' })).status).toBe(303);
  const pressed = await times(4, (n) => doors.as(n % 2 ? 'anna' : 'boris').post('/sessions/next', { press: 'page' }));
  expect(statuses(pressed)).toEqual([303, 303, 303, 303]);
  const taken = pressed.flatMap(({ headers }) => headers.get('location') ?? []);
  expect(new Set(taken).size).toBe(2);
  const left = await doors.db.read.select().from(sessions).where(eq(sessions.state, 'unassigned'));
  expect(left).toHaveLength(1);
  expect(await wrongNumbers(doors.db, everybody(doors))).toEqual([]);
});

test('a session that somebody took meanwhile is given to nobody from an older page', async () => {
  const doors = await openDoors();
  const session = await begun(doors);
  const { anna, boris } = doors.company.people;
  const late = await doors.as('vera').post(`/sessions/${session}/assignment`, { operator: boris.id, owner: '' });
  expect(late.status).toBe(409);
  expect(late.html).toContain(`${anna.name} has this session now.`);
  expect((await doors.db.read.select().from(sessions))[0]?.ownerId).toBe(anna.id);
});

test('an answer to a session that somebody took over meanwhile is not sent, and stays readable', async () => {
  const doors = await openDoors();
  const session = await begun(doors);
  const { anna, boris } = doors.company.people;
  expect(
    (await doors.as('vera').post(`/sessions/${session}/assignment`, { operator: boris.id, owner: anna.id })).status,
  ).toBe(303);
  const path = `/sessions/${session}/messages`;
  const late = await doors.as('anna').send(path, { id: newId(), text: 'Nearly done' });
  expect(late.status).toBe(409);
  expect(late.html).toContain(`${boris.name} has this session now.`);
  expect(late.html).toContain('Nearly done');
  const script = await doors.as('anna').send(path, { id: newId(), text: 'Nearly done' }, [], htmx);
  expect(script.status).toBe(409);
  expect(script.html).toMatch(new RegExp(`data-reason[^>]*>${boris.name} has this session now\\.`));
  expect((await writtenIn(doors.db)).map(({ text }) => text)).toEqual([firstText]);
});

test('a session is not closed over what the client wrote meanwhile', async () => {
  const doors = await openDoors();
  const session = await begun(doors);
  const page = (await doors.as('anna').get(`/sessions/${session}`)).html;
  const seen = /name="seen" value="(\d+)"/.exec(page)?.[1] ?? 'none';
  expect((await doors.as('pavel').post(chatOf(doors), { id: newId(), text: 'One more thing' })).status).toBe(303);
  for (const headers of [{}, htmx]) {
    const refused = await doors.as('anna').post(`/sessions/${session}/closure`, { seen }, headers);
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('The client has written something new. Read it before you close the session.');
  }
  expect((await doors.db.read.select().from(sessions))[0]?.state).toBe('active');
  const now = (await doors.as('anna').get(`/sessions/${session}`)).html;
  const seenNow = /name="seen" value="(\d+)"/.exec(now)?.[1] ?? 'none';
  expect((await doors.as('anna').post(`/sessions/${session}/closure`, { seen: seenNow })).status).toBe(303);
});

test('closing and writing at the same instant: what the client wrote waits for somebody, whoever was first', async () => {
  for (let round = 0; round < 4; round++) {
    const doors = await openDoors();
    const session = await begun(doors);
    const seen = /name="seen" value="(\d+)"/.exec((await doors.as('anna').get(`/sessions/${session}`)).html)?.[1] ?? '';
    const close = () => doors.as('anna').post(`/sessions/${session}/closure`, { seen });
    const write = () => doors.as('pavel').post(chatOf(doors), { id: newId(), text: 'One more thing' });
    const [closed, written] = round % 2 ? await Promise.all([close(), write()]) : await other(close, write);
    expect(written.status).toBe(303);
    const states = (await doors.db.read.select().from(sessions)).map(({ state }) => state).sort();
    expect(states).toEqual(closed.status === 303 ? ['closed', 'unassigned'] : ['active']);
    expect([303, 409]).toContain(closed.status);
    expect((await writtenIn(doors.db)).map(({ text }) => text)).toEqual([firstText, 'One more thing']);
    expect(await wrongNumbers(doors.db, everybody(doors))).toEqual([]);
    await doors.close();
  }
});

test('a session closed twice is closed once; an answer to it is refused and stays readable', async () => {
  const doors = await openDoors();
  const session = await begun(doors);
  const close = () => doors.as('anna').post(`/sessions/${session}/closure`, { seen: '99' });
  expect(statuses(await times(3, close))).toEqual([303, 303, 303]);
  const events = (await doors.db.read.select().from(messages)).filter(({ kind }) => kind === 'event');
  expect(events).toHaveLength(2);
  const late = await doors.as('anna').send(`/sessions/${session}/messages`, { id: newId(), text: 'Too late' });
  expect(late.status).toBe(409);
  expect(late.html).toContain('The session was closed in the meantime.');
  expect(late.html).toMatch(/<textarea readonly[^>]*>\s*Too late</);
});

test('an answer sent again after the session was closed is the one that was sent', async () => {
  const doors = await openDoors();
  const session = await begun(doors);
  const answer = { id: newId(), text: 'Done' };
  const send = () => doors.as('anna').send(`/sessions/${session}/messages`, answer);
  expect((await send()).status).toBe(303);
  expect((await doors.as('anna').post(`/sessions/${session}/closure`, { seen: '99' })).status).toBe(303);
  expect((await send()).status).toBe(303);
  expect((await writtenIn(doors.db)).map(({ text }) => text)).toEqual([firstText, 'Done']);
});

/** Both at once, the second one first. */
async function other<A, B>(one: () => Promise<A>, two: () => Promise<B>): Promise<[A, B]> {
  const second = two();
  return [await one(), await second];
}
