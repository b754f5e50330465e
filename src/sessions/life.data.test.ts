import { and, eq, ne } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Db } from '../db/doors.ts';
import { newId } from '../db/id.ts';
import { groupMembers, sessions } from '../db/schema.ts';
import { testDb } from '../db/testing.ts';
import { addGroup, addLine, addUser, join, systemGroupsOf } from '../lines/testing.ts';
import { assign, takeNext } from './assign.ts';
import { countersFor } from './counters.ts';
import { close, giveBack } from './leave.ts';
import { Model, type ModelSession } from './life.testing.ts';
import { listBox, listWaiting } from './list.ts';
import { deskBoxes } from './navigation.ts';
import { markRead } from './read.ts';
import { receive } from './receive.ts';
import { isRefusal } from './refusal.ts';
import { releaseLostSessions } from './release.ts';
import { reply } from './reply.ts';
import { sessionFor } from './row.ts';
import { markSeen } from './seen.ts';

// Anna and Boris operate both lines, Gleb too and supervises them, Vera supervises only the first; Pavel writes, and so does
// Anna, who must not meet her own questions at the desk.
const names = ['Anna', 'Boris', 'Gleb', 'Vera', 'Pavel'] as const;
const clients = ['Pavel', 'Anna'] as const;
const lineNames = ['IT support', 'Payroll'] as const;
const boxes = ['mine', 'unassigned', 'active', 'closed'] as const;

type Step =
  | { do: 'write' | 'seen'; client: (typeof clients)[number]; line: (typeof lineNames)[number] }
  | { do: 'next' | 'leave' | 'join'; who: (typeof names)[number] }
  | { do: 'reply' | 'back' | 'close' | 'read' | 'take'; who: (typeof names)[number]; pick: number }
  | { do: 'give'; who: (typeof names)[number]; to: (typeof names)[number]; pick: number };

const anyName = fc.constantFrom(...names);
const pick = fc.nat(1000);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('write'),
      client: fc.constantFrom(...clients),
      line: fc.constantFrom(...lineNames),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('seen'),
      client: fc.constantFrom(...clients),
      line: fc.constantFrom(...lineNames),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('next'), who: anyName }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('leave', 'join'), who: fc.constantFrom('Anna', 'Boris', 'Gleb') }),
  },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constantFrom('reply', 'back', 'close', 'read', 'take'), who: anyName, pick }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('give'), who: anyName, to: anyName, pick }) },
);

describe('the life of sessions', () => {
  it('keeps boxes, counters, unread numbers and owners as a plain model says, whatever happens', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const scene = await setTheScene();
        for (const next of steps) {
          await play(scene, next);
          await compare(scene);
        }
      }),
      { numRuns: Number(process.env['RUNS'] ?? 25) },
    );
  }, 120_000);
});

type Scene = {
  db: Db;
  model: Model;
  people: Map<string, string>;
  lines: Map<string, string>;
  everyone: string;
  operators: string;
  at: number;
};

const setTheScene = async (): Promise<Scene> => {
  const db = await testDb();
  const people = new Map<string, string>();
  for (const name of names) people.set(name, await addUser(db, name));
  const id = (name: string) => people.get(name) ?? '';
  const { everyone } = await systemGroupsOf(db);
  const operators = await addGroup(db, 'Operators', ['Anna', 'Boris', 'Gleb'].map(id));
  const seniors = await addGroup(db, 'Seniors', ['Gleb', 'Vera'].map(id));
  const gleb = await addGroup(db, 'Gleb alone', [id('Gleb')]);
  const lines = new Map([
    [
      'IT support',
      await addLine(db, 'IT support', { audience: [everyone], operators: [operators], supervisors: [seniors] }),
    ],
    ['Payroll', await addLine(db, 'Payroll', { audience: [everyone], operators: [operators], supervisors: [gleb] })],
  ]);
  const model = new Model(
    new Map(lineNames.map((line) => [line, new Set(['Anna', 'Boris', 'Gleb'])])),
    new Map([
      ['IT support', new Set(['Gleb', 'Vera'])],
      ['Payroll', new Set(['Gleb'])],
    ]),
  );
  return { db, model, people, lines, everyone, operators, at: 1_000 };
};

const play = async (scene: Scene, step: Step): Promise<void> => {
  const { db, model } = scene;
  const at = ++scene.at;
  const idOf = (name: string) => scene.people.get(name) ?? '';
  switch (step.do) {
    case 'write': {
      const line = scene.lines.get(step.line) ?? '';
      const message = { id: newId(), text: `message ${at}`, files: [] };
      const client = { id: idOf(step.client), name: step.client };
      const received = await db.write((tx) => receive(tx, client, line, message, at));
      if (isRefusal(received)) throw new Error(received.refused);
      model.write(step.client, step.line).id = received.sessionId;
      return;
    }
    case 'seen': {
      await db.write((tx) => markSeen(tx, idOf(step.client), scene.lines.get(step.line) ?? '', 1_000_000));
      model.answersUnread.set(`${step.client} ${step.line}`, 0);
      return;
    }
    case 'next': {
      const first = model.inQueue(step.who)[0];
      const taken = await db.write((tx) => takeNext(tx, idOf(step.who), at));
      expect(taken?.session).toBe(first?.id ?? undefined);
      if (first) model.own(first, step.who);
      return;
    }
    case 'leave': {
      await db.write(async (tx) => {
        await tx
          .delete(groupMembers)
          .where(and(eq(groupMembers.userId, idOf(step.who)), ne(groupMembers.groupId, scene.everyone)));
        await releaseLostSessions(tx, null, at);
      });
      // Out of every group but Everyone: no supervisor any more, either.
      for (const supervisors of model.supervisors.values()) supervisors.delete(step.who);
      model.leave(step.who);
      return;
    }
    case 'join': {
      if (model.operates(step.who, 'Payroll')) return;
      await join(db, scene.operators, idOf(step.who));
      for (const operators of model.operators.values()) operators.add(step.who);
      return;
    }
    default:
      await handle(scene, step, at);
  }
};

const handle = async (scene: Scene, step: Extract<Step, { pick: number }>, at: number): Promise<void> => {
  const { db, model } = scene;
  const session = model.sessions[step.pick % Math.max(1, model.sessions.length)];
  if (!session?.id) return;
  const { id } = session;
  const who = scene.people.get(step.who) ?? '';
  const sees = model.sees(session, step.who);
  const owns = session.state === 'active' && session.owner === step.who;
  const leads = model.supervises(step.who, session.line);
  const open = session.state !== 'closed';
  const ownerId = session.state === 'active' ? (scene.people.get(session.owner ?? '') ?? null) : null;
  if (step.do === 'reply') {
    const outcome = await db.write((tx) => reply(tx, who, id, { id: newId(), text: 'answer', files: [] }, at));
    expect(isRefusal(outcome)).toBe(!owns);
    if (owns) model.answer(session);
  } else if (step.do === 'back') {
    const outcome = await db.write((tx) => giveBack(tx, who, id, at));
    const may = sees && session.state === 'active' && (owns || leads);
    expect(isRefusal(outcome)).toBe(!(may || (sees && session.state === 'unassigned')));
    if (may) model.queue(session);
  } else if (step.do === 'close') {
    const outcome = await db.write((tx) => close(tx, who, id, undefined, at));
    const may = sees && open && (owns || leads);
    expect(isRefusal(outcome)).toBe(!(may || (sees && !open)));
    if (may) model.close(session);
  } else if (step.do === 'read') {
    const outcome = await db.write((tx) => markRead(tx, who, id, 1_000_000));
    expect(isRefusal(outcome)).toBe(!sees);
    if (sees) model.read(session, step.who);
  } else {
    const to = step.do === 'give' ? step.to : step.who;
    const outcome = await db.write((tx) => assign(tx, who, id, scene.people.get(to) ?? '', ownerId, at));
    const operates = model.operates(step.who, session.line);
    const mayGive = leads || (operates && (session.state === 'unassigned' || owns));
    const fits = model.operates(to, session.line) && to !== session.client;
    const already = session.state === 'active' && session.owner === to;
    const may = sees && open && (already || (mayGive && fits));
    expect(isRefusal(outcome)).toBe(!may);
    if (may && !already) model.own(session, to);
  }
};

const compare = async ({ db, model, people, lines }: Scene): Promise<void> => {
  for (const [name, id] of people) {
    const counters = await countersFor(db.read, id);
    expect(counters.lines).toBe(model.waiting(name).length);
    expect(counters.queue ?? 0).toBe(model.inQueue(name).length);
    expect(counters.messages).toBe(
      [...model.answersUnread].filter(([key, unread]) => key.startsWith(`${name} `) && unread > 0).length,
    );
    expect(idsOf((await listWaiting(db.read, id)).rows)).toEqual(idsOf(model.waiting(name)));
    const navigation = await deskBoxes(db.read, id);
    for (const [line, lineId] of lines) {
      for (const box of boxes) {
        const rows = (await listBox(db.read, id, lineId, box))?.rows ?? [];
        const hasBox =
          box === 'mine' ? model.operates(name, line) : box === 'active' ? model.supervises(name, line) : true;
        const expected = hasBox ? model.box(name, line, box) : [];
        expect(idsOf(rows)).toEqual(idsOf(expected));
        for (const row of rows) expect(row.unread).toBe(model.unread(sessionOf(model, row.id), name));
        const shown = navigation.lines
          .find((entry) => entry.line.id === lineId)
          ?.boxes.find((entry) => entry.box === box);
        if (shown && shown.count !== null) expect(shown.count).toBe(rows.length);
      }
    }
    for (const session of model.sessions) {
      expect((await sessionFor(db.read, id, session.id ?? ''))?.id).toBe(
        model.sees(session, name) ? session.id : undefined,
      );
    }
  }
  for (const row of await db.read.select().from(sessions)) {
    const session = sessionOf(model, row.id);
    expect(row.state).toBe(session.state);
    if (row.state !== 'closed') expect(row.ownerId).toBe(session.owner === null ? null : people.get(session.owner));
  }
};

const sessionOf = (model: Model, id: string): ModelSession => {
  const found = model.sessions.find((session) => session.id === id);
  if (!found) throw new Error(`The model knows no session ${id}`);
  return found;
};

const idsOf = (rows: readonly { id: string | null }[]): (string | null)[] => rows.map((row) => row.id).sort();
