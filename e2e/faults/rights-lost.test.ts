import { afterAll, expect, test } from 'vitest';
import { groupMembers, groups, messages, sessions } from '../../src/db/schema.ts';
import { newId } from '../../src/id.ts';
import { begun, chatOf, firstText } from '../support/begun.ts';
import { writtenIn, wrongNumbers } from '../support/books.ts';
import { closeDoors, type Doors, openDoors } from '../support/doors.ts';
import { htmx } from '../support/person.ts';

afterAll(closeDoors);

test('a line archived while sessions are open closes them, and what was being typed stays readable', async () => {
  const doors = await openDoors();
  const session = await begun(doors);
  const line = doors.company.lines.shows;
  expect((await doors.as('olga').post(chatOf(doors), { id: newId(), text: 'Waiting, too' })).status).toBe(303);
  expect((await doors.as('ada').post(`/lines/${line}/archiving`)).status).toBe(303);
  expect((await doors.as('ada').post(`/lines/${line}/archiving`)).status).toBe(303);

  const closed = await doors.db.read.select().from(sessions);
  expect(closed.map(({ state, closeReason }) => [state, closeReason])).toEqual([
    ['closed', 'archived'],
    ['closed', 'archived'],
  ]);
  const late = await doors.as('pavel').send(chatOf(doors), { id: newId(), text: 'Half a question' });
  expect(late.status).toBe(403);
  expect(late.html).toContain('This line is archived: it takes no new messages.');
  expect(late.html).toContain(firstText);
  expect(late.html).toMatch(keptText('Half a question'));
  const script = await doors.as('pavel').send(chatOf(doors), { id: newId(), text: 'Half a question' }, [], htmx);
  expect(script.status).toBe(403);
  expect(script.html).toMatch(/data-reason[^>]*>This line is archived/);

  const answer = await doors.as('anna').send(`/sessions/${session}/messages`, { id: newId(), text: 'Half an answer' });
  expect(answer.status).toBe(409);
  expect(answer.html).toContain('The session was closed in the meantime.');
  expect(answer.html).toMatch(keptText('Half an answer'));
  for (const press of ['return', 'assignment', 'closure']) {
    const form = { operator: doors.company.people.boris.id, owner: doors.company.people.anna.id, seen: '1' };
    const { status } = await doors.as('anna').post(`/sessions/${session}/${press}`, form);
    expect([303, 409], press).toContain(status);
  }
  // Who has never written there learns nothing of it.
  expect((await doors.as('boris').send(chatOf(doors), { id: newId(), text: 'Hello?' })).status).toBe(404);
  expect(await writtenIn(doors.db)).toHaveLength(2);
  expect(await doors.db.read.$count(sessions)).toBe(2);
  expect(await wrongNumbers(doors.db, everybody(doors))).toEqual([]);
});

test('a group emptied while sessions are open gives them back, and ends what its members could see', async () => {
  const doors = await openDoors();
  const session = await begun(doors);
  const stream = await doors.as('anna').stream(doors.db.facts.cursor());
  const bystander = await doors.as('vera').stream(doors.db.facts.cursor());
  const emptied = ended(stream);
  for (const who of ['anna', 'boris'] as const) await leave(doors, 'Operators', who);

  const [now] = await doors.db.read.select().from(sessions);
  expect(now).toMatchObject({ state: 'unassigned', ownerId: null });
  expect(await events(doors)).toEqual(['taken', 'released role']);
  const told = `${doors.company.people.anna.name} no longer operates this line; the session returned to the queue`;
  expect((await doors.as('vera').get(`/sessions/${session}`)).html).toContain(told);
  // Her page hears that the session is gone from it, and nothing that is written from now on.
  await doors.as('pavel').post(chatOf(doors), { id: newId(), text: 'Is anybody there?' });
  const heard = await emptied;
  expect(heard).not.toContain('Is anybody there?');
  expect(heard).not.toBe('');
  expect(await until(bystander, 'Is anybody there?')).toContain('Is anybody there?');

  const late = await doors.as('anna').send(`/sessions/${session}/messages`, { id: newId(), text: 'Half an answer' });
  expect(late.status).toBe(404);
  expect(late.html).toContain('<li>Half an answer</li>');
  expect((await doors.as('anna').get(`/sessions/${session}`)).status).toBe(404);
  expect((await doors.as('anna').post(`/sessions/${session}/closure`)).status).toBe(404);
  expect((await doors.as('anna').get('/lines')).html).not.toContain(session);
  expect((await doors.as('vera').get('/lines')).html).toContain(`s-${session}`);
  expect((await writtenIn(doors.db)).map(({ text }) => text)).toEqual([firstText, 'Is anybody there?']);
  expect(await wrongNumbers(doors.db, everybody(doors))).toEqual([]);

  // Nobody is left to whom it could be given; whoever joins again finds it waiting.
  const given = { operator: doors.company.people.anna.id, owner: '' };
  const none = await doors.as('vera').post(`/sessions/${session}/assignment`, given);
  expect(none.status).toBe(422);
  expect(none.html).toContain('This person does not answer on this line any more.');
});

test('whoever is deactivated while they answer is out at once, and their sessions wait again', async () => {
  const doors = await openDoors();
  const session = await begun(doors);
  const stream = await doors.as('anna').stream(doors.db.facts.cursor());
  const { anna } = doors.company.people;
  expect((await doors.as('ada').post(`/admin/users/${anna.id}/activation`, { active: 'no' })).status).toBe(303);
  await ended(stream);
  expect((await doors.db.read.select().from(sessions))[0]).toMatchObject({ state: 'unassigned', ownerId: null });
  expect(await events(doors)).toEqual(['taken', 'released deactivated']);
  const told = `${anna.name} was deactivated; the session returned to the queue`;
  expect((await doors.as('boris').get(`/sessions/${session}`)).html).toContain(told);

  const late = await doors.as('anna').send(`/sessions/${session}/messages`, { id: newId(), text: 'Half an answer' });
  expect(late.status).toBe(401);
  expect(late.html).toContain('Half an answer');
  expect((await doors.as('anna').stream(0)).status).toBe(401);
  const give = { operator: anna.id, owner: '' };
  expect((await doors.as('boris').post(`/sessions/${session}/assignment`, give)).status).toBe(422);
  const take = { operator: doors.company.people.boris.id, owner: '' };
  expect((await doors.as('boris').post(`/sessions/${session}/assignment`, take)).status).toBe(303);
  expect(await writtenIn(doors.db)).toHaveLength(1);
  expect(await wrongNumbers(doors.db, everybody(doors))).toEqual([]);
});

test('a client hears nothing of an operator who was lost, where the line hides its operators', async () => {
  const doors = await openDoors();
  const { anna } = doors.company.people;
  const chat = `/messages/${doors.company.lines.hides}`;
  const before = doors.db.facts.cursor();
  expect((await doors.as('pavel').post(`${chat}/messages`, { id: newId(), text: firstText })).status).toBe(303);
  expect((await doors.as('anna').post('/sessions/next')).status).toBe(303);
  expect((await doors.as('ada').post(`/admin/users/${anna.id}/activation`, { active: 'no' })).status).toBe(303);
  expect(await events(doors)).toEqual(['taken', 'released deactivated']);
  const page = await doors.as('pavel').get(chat);
  const polled = await doors.as('pavel').get(`/live/poll?after=${before}`);
  const read = [page, await doors.as('pavel').get('/messages'), polled].map(({ html }) => html).join('\n');
  expect(read).toContain(firstText);
  for (const secret of [anna.id, 'Anna', 'deactivated', 'queue']) expect(read).not.toContain(secret);
});

test('a client who is deactivated or loses the audience leaves a session that can still be answered and closed', async () => {
  const doors = await openDoors();
  const session = await begun(doors);
  const { pavel } = doors.company.people;
  expect((await doors.as('ada').post(`/admin/users/${pavel.id}/activation`, { active: 'no' })).status).toBe(303);
  expect((await doors.as('pavel').send(chatOf(doors), { id: newId(), text: 'Half a question' })).status).toBe(401);
  const path = `/sessions/${session}`;
  expect((await doors.as('anna').send(`${path}/messages`, { id: newId(), text: 'See you' })).status).toBe(303);
  expect((await doors.as('anna').get(path)).html).toContain(pavel.name);
  expect((await doors.as('anna').post(`${path}/closure`, { seen: '99' })).status).toBe(303);
  expect(await wrongNumbers(doors.db, everybody(doors))).toEqual([]);
});

test('an administrator gives and takes roles while operators take and answer: nothing is lost between them', async () => {
  const doors = await openDoors();
  const session = await begun(doors);
  const written: string[] = [];
  const answer = async (n: number) => {
    const text = `Answer ${n}`;
    const sent = await doors.as('anna').send(`/sessions/${session}/messages`, { id: newId(), text });
    expect([303, 404, 409]).toContain(sent.status);
    if (sent.status === 303) written.push(text);
    else expect(sent.html).toContain(text);
  };
  await Promise.all([...Array.from({ length: 12 }, (_, n) => answer(n)), leave(doors, 'Operators', 'anna')]);
  const stored = (await writtenIn(doors.db)).slice(1).map(({ text }) => text);
  expect(stored.toSorted()).toEqual(written.toSorted());
  expect((await doors.db.read.select().from(sessions))[0]).toMatchObject({ state: 'unassigned', ownerId: null });
  expect(await wrongNumbers(doors.db, everybody(doors))).toEqual([]);
});

const everybody = ({ company }: Doors): string[] => Object.values(company.people).map(({ id }) => id);

const keptText = (text: string): RegExp => new RegExp(`<textarea readonly[^>]*>\\s*${text}</textarea>`);

/** Through the page on which administrators keep the members of a group. */
async function leave(doors: Doors, group: string, who: 'anna' | 'boris'): Promise<void> {
  const found = (await doors.db.read.select().from(groups)).find(({ name }) => name === group);
  const user = doors.company.people[who].id;
  const left = await doors.as('ada').post(`/admin/groups/${found?.id}/members`, { user, member: 'no' });
  expect(left.status).toBe(303);
  const still = (await doors.db.read.select().from(groupMembers)).filter(
    (member) => member.groupId === found?.id && member.userId === user,
  );
  expect(still).toEqual([]);
}

async function events(doors: Doors): Promise<unknown[]> {
  const told = (await doors.db.read.select().from(messages)).filter(({ kind }) => kind === 'event');
  return told
    .sort((one, two) => one.seq - two.seq)
    .map(({ event }) => [Object(event).type, Object(event).why].filter(Boolean).join(' '));
}

/** Reads a stream until the server ends it; the test's own limit says when that takes too long. */
const ended = (stream: Response): Promise<string> => until(stream, undefined);

async function until(stream: Response, word: string | undefined): Promise<string> {
  let heard = '';
  if (!stream.body) return heard;
  for await (const piece of stream.body.pipeThrough(new TextDecoderStream())) {
    heard += piece;
    if (word !== undefined && heard.includes(word)) break;
  }
  return heard;
}
