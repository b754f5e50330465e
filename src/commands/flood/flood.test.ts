import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Db } from '../../db/doors.ts';
import {
  conversations,
  lineAudienceGroups,
  lineAudienceUnits,
  messages,
  readMarks,
  sessionParticipants,
  sessions,
  unitMembers,
  unitPaths,
  units,
  users,
} from '../../db/schema.ts';
import { testDb } from '../../db/testing.ts';
import { linesWritableBy } from '../../lines/roles.ts';
import { countWaiting } from '../../sessions/counters.ts';
import { listWaiting } from '../../sessions/list.ts';
import { chanceFrom } from '../made-up/chance.ts';
import type { Story } from '../made-up/deed.ts';
import { play } from '../made-up/play.ts';
import { bookOf } from './book.ts';
import { foundCompany } from './company.ts';
import { fill } from './fill.ts';
import { insertRows } from './insert.ts';
import { script } from './script.ts';

const now = Date.UTC(2026, 10, 22, 12);
const size = { people: 40, units: 12, lines: 3, conversations: 90, messages: 1200 };

test('what is booked row by row is what the real functions would have left', async () => {
  const expected = await told((db, { story }) => db.write((tx) => play(tx, story)));
  expect(expected.messages.length).toBeGreaterThan(800);
  expect(new Set(expected.messages.map(({ event }) => JSON.stringify(event))).size).toBeGreaterThan(4);
  expect(expected.readMarks.length).toBeGreaterThan(10);

  const chance = chanceFrom(3);
  const booked = await told((db, { story, accountId }) =>
    db.write((tx) => insertRows(tx, [bookOf(chance, story, accountId)])),
  );
  expect(booked).toEqual(expected);
});

test('a flood is as large as was asked for, and each of its counters equals a recount', async () => {
  const db = await testDb();
  const filled = await fill(db, size, 'none that fits', now);
  const stored = await db.read.select().from(messages).orderBy(asc(messages.conversationId), asc(messages.seq));
  const said = stored.filter(({ kind }) => kind !== 'event');
  expect(said).toHaveLength(size.messages);
  expect(filled).toMatchObject({
    messages: size.messages,
    events: stored.length - said.length,
    conversations: size.conversations,
  });
  expect(await db.read.$count(users)).toBe(size.people);

  for (const conversation of await db.read.select().from(conversations)) {
    const own = stored.filter(({ conversationId }) => conversationId === conversation.id);
    expect(own.map(({ seq }) => seq)).toEqual(own.map((_, index) => index + 1));
    expect(conversation).toMatchObject({
      lastSeq: own.length,
      clientCount: own.filter(({ kind }) => kind === 'client').length,
      answerCount: own.filter(({ kind }) => kind === 'answer').length,
    });
  }
});

test('a flood has a tree of units with heads and people, who may write to the line of the unit above them all', async () => {
  const db = await testDb();
  await fill(db, size, 'none that fits', now);
  const paths = await db.read.select().from(unitPaths);
  // As deep as the narrowest tree of so few levels is.
  expect(Math.max(...paths.map(({ depth }) => depth))).toBe(3);
  const stored = await db.read.select().from(units);
  expect(stored).toHaveLength(size.units);
  expect(stored.map(({ headId }) => headId)).not.toContain(null);
  const members = await db.read.select().from(unitMembers);
  expect(new Set(members.map(({ userId }) => userId)).size).toBe(size.people);
  expect(members.length).toBeGreaterThan(size.people);
  const [line] = await db.read.select().from(lineAudienceUnits);
  expect(await db.read.$count(lineAudienceGroups, eq(lineAudienceGroups.lineId, line?.lineId ?? ''))).toBe(0);
  for (const { id } of await db.read.select().from(users))
    expect((await linesWritableBy(db.read, id)).map((writable) => writable.id)).toContain(line?.lineId);
});

test('at the desk of a flood, each person waits for as much as the messages say', async () => {
  const db = await testDb();
  await fill(db, size, 'none that fits', now);
  const [operator] = await db.read.select().from(users).where(eq(users.emailKey, 'operator@flood.test'));
  if (!operator) throw new Error('There is no operator.');
  const own = await db.read.select().from(sessions).where(eq(sessions.ownerId, operator.id));
  let waiting = 0;
  for (const session of own.filter(({ state }) => state === 'active')) {
    const stored = await db.read
      .select()
      .from(messages)
      .where(eq(messages.sessionId, session.id))
      .orderBy(asc(messages.seq));
    const answered = stored.findLastIndex(({ kind }) => kind === 'answer');
    const after = stored.slice(answered + 1).filter(({ kind }) => kind === 'client');
    const marks = await db.read.select().from(readMarks).where(eq(readMarks.sessionId, session.id));
    const mark = marks.find(({ userId }) => userId === operator.id)?.clientCount ?? 0;
    if (after.some(({ clientCount }) => clientCount > mark)) waiting++;
  }
  expect(waiting).toBeGreaterThan(0);
  expect(await countWaiting(db.read, operator.id)).toBe(waiting);
  expect((await listWaiting(db.read, operator.id)).rows).toHaveLength(waiting);
});

/** Tells the same stories in a new company, and answers all that is there then. */
const told = async (tell: (db: Db, told: { story: Story; accountId: string }) => Promise<void>) => {
  const db = await testDb();
  const { lines, clients } = await foundCompany(db, chanceFrom(1), size, 'none that fits', now - 1e9);
  const chance = chanceFrom(2);
  const endings = ['closed', 'active', 'unassigned'] as const;
  for (let index = 0; index < 60; index++) {
    const [line, client] = [lines[index % 3], clients[Math.floor(index / 3)]];
    const ending = endings[index % endings.length];
    if (!(line && client && ending)) throw new Error('The company is too small.');
    let said = 0;
    const outline = { messages: 1 + chance.below(40), from: now - 1e8, until: now, ending, operators: line.operators };
    const deeds = script(chance, { ...outline, say: () => `Text  ${index} ${said++}\nЁ` });
    await tell(db, { story: { client, lineId: line.id, deeds }, accountId: client.accountId });
  }
  return await everything(db);
};

/** All that a story leaves behind, without the ids that are made up anew each time. */
const everything = async (db: Db) => {
  const held = await db.read
    .select()
    .from(conversations)
    .orderBy(asc(conversations.lineId), asc(conversations.accountId));
  const kept = await db.read.select().from(sessions);
  const places = new Map(kept.map((session) => [session.id, `${placeOf(held, session)} ${session.firstSeq}`]));
  const byPlace = <T extends { place: string }>(rows: T[]) => rows.sort((a, b) => (a.place < b.place ? -1 : 1));
  return {
    conversations: held.map(({ id: _, ...rest }) => rest),
    sessions: byPlace(kept.map(({ id, conversationId: _, ...rest }) => ({ ...rest, place: places.get(id) ?? '' }))),
    participants: byPlace(
      (await db.read.select().from(sessionParticipants)).map(({ sessionId, userId }) => ({
        place: `${places.get(sessionId)} ${userId}`,
      })),
    ),
    readMarks: byPlace(
      (await db.read.select().from(readMarks)).map(({ sessionId, userId, clientCount }) => {
        return { place: `${places.get(sessionId)} ${userId}`, clientCount };
      }),
    ),
    messages: byPlace(
      (await db.read.select().from(messages)).map(({ id, conversationId: _, sessionId, ...rest }) => {
        const place = `${places.get(sessionId)} ${String(rest.seq).padStart(5, '0')}`;
        return rest.kind === 'event' ? { ...rest, place } : { ...rest, id, place };
      }),
    ),
  };
};

const placeOf = (
  held: (typeof conversations.$inferSelect)[],
  { conversationId }: { conversationId: string },
): string => {
  const conversation = held.find(({ id }) => id === conversationId);
  return `${conversation?.lineId} ${conversation?.accountId}`;
};
