import { and, eq, ne } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dialect } from '../db/dialect.ts';
import type { Db } from '../db/doors.ts';
import { groupMembers, sessions } from '../db/schema.ts';
import { testDb } from '../db/testing.ts';
import { newId } from '../id.ts';
import { addChannel, addGroup, addLine, addUser, join, systemGroupsOf } from '../lines/testing.ts';
import { assign, takeNext } from './assign.ts';
import { countersFor, countersWith } from './counters.ts';
import { close, giveBack } from './leave.ts';
import { Model, type ModelSession } from './life.testing.ts';
import { listBox, listWaiting } from './list.ts';
import { deskBoxes } from './navigation.ts';
import { receiveFromAccount } from './outside.ts';
import { markRead } from './read.ts';
import { receive } from './receive.ts';
import { isRefusal } from './refusal.ts';
import { releaseLostSessions } from './release.ts';
import { reply } from './reply.ts';
import { sessionFor } from './row.ts';
import { markSeen } from './seen.ts';

// Anna and Boris operate both lines, Gleb too and supervises them, Vera supervises only the first; Pavel writes, and so does
// Anna, who must not meet her own questions at the desk; and Zoe writes from outside, who is no user.
const names = ['Anna', 'Boris', 'Gleb', 'Vera', 'Pavel'] as const;
const clients = ['Pavel', 'Anna'] as const;
const outsider = 'Zoe';
const lineNames = ['IT support', 'Payroll'] as const;
const boxes = ['mine', 'unassigned', 'active', 'closed'] as const;

type Step =
  | { do: 'write'; client: (typeof clients)[number] | typeof outsider; line: (typeof lineNames)[number] }
  | { do: 'seen'; client: (typeof clients)[number]; line: (typeof lineNames)[number] }
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
      client: fc.constantFrom(...clients, outsider),
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

/** PGlite starts each life with emptied tables, which takes longer than living it. */
const runs = dialect === 'pg' ? 4 : 25;

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
      { numRuns: Number(process.env['RUNS'] ?? runs) },
    );
  }, 120_000);
});

type Scene = {
  db: Db;
  model: Model;
  people: Map<string, string>;
  lines: Map<string, string>;
  channels: Map<string, string>;
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
  const channels = new Map<string, string>();
  for (const [name, line] of lines) channels.set(name, await addChannel(db, line));
  return { db, model, people, lines, channels, everyone, operators, at: 1_000 };
};

type StepOf<D extends Step['do']> = Extract<Step, { do: D }>;

const play = async (scene: Scene, step: Step): Promise<void> => {
  scene.at++;
  if ('pick' in step) return await playHandling(scene, step);
  if (step.do === 'write') return await playWrite(scene, step);
  if (step.do === 'seen') return await playSeen(scene, step);
  return await { next: playNext, leave: playLeave, join: playJoin }[step.do](scene, step);
};

const idOf = (scene: Scene, name: string): string => scene.people.get(name) ?? '';

const playWrite = async (scene: Scene, { client, line }: StepOf<'write'>): Promise<void> => {
  const { db, model, at } = scene;
  const message = { id: newId(), text: `message ${at}`, files: [] };
  const person = { id: idOf(scene, client), name: client };
  const channelId = scene.channels.get(line) ?? '';
  const received = await db.write((tx) =>
    client === outsider
      ? receiveFromAccount(tx, { channelId, externalId: outsider, name: outsider }, message, at)
      : receive(tx, person, scene.lines.get(line) ?? '', message, at),
  );
  if (isRefusal(received)) throw new Error(received.refused);
  model.write(client, line).id = received.sessionId;
};

const playSeen = async (scene: Scene, { client, line }: StepOf<'seen'>): Promise<void> => {
  const { db, model, lines } = scene;
  await db.write((tx) => markSeen(tx, idOf(scene, client), lines.get(line) ?? '', 1_000_000));
  model.answersUnread.set(`${client} ${line}`, 0);
};

const playNext = async (scene: Scene, { who }: StepOf<'next' | 'leave' | 'join'>): Promise<void> => {
  const { db, model, at } = scene;
  const first = model.inQueue(who)[0];
  const taken = await db.write((tx) => takeNext(tx, idOf(scene, who), at));
  expect(taken?.session).toBe(first?.id ?? undefined);
  if (first) model.own(first, who);
};

const playLeave = async (scene: Scene, { who }: StepOf<'next' | 'leave' | 'join'>): Promise<void> => {
  const { db, model, at, everyone } = scene;
  await db.write(async (tx) => {
    const inGroups = eq(groupMembers.userId, idOf(scene, who));
    await tx.delete(groupMembers).where(and(inGroups, ne(groupMembers.groupId, everyone)));
    await releaseLostSessions(tx, null, at);
  });
  // Out of every group but Everyone: no supervisor any more, either.
  for (const supervisors of model.supervisors.values()) supervisors.delete(who);
  model.leave(who);
};

const playJoin = async (scene: Scene, { who }: StepOf<'next' | 'leave' | 'join'>): Promise<void> => {
  if (scene.model.operates(who, 'Payroll')) return;
  await join(scene.db, scene.operators, idOf(scene, who));
  for (const operators of scene.model.operators.values()) operators.add(who);
};

/** What somebody tries with a session, whether or not they may: the model says which, and what comes of it. */
const playHandling = async (scene: Scene, step: Extract<Step, { pick: number }>): Promise<void> => {
  const session = scene.model.sessions[step.pick % Math.max(1, scene.model.sessions.length)];
  if (!session) return;
  const tried = {
    reply: () => tryReply(scene, session, step.who),
    back: () => tryBack(scene, session, step.who),
    close: () => tryClose(scene, session, step.who),
    read: () => tryRead(scene, session, step.who),
    take: () => tryAssign(scene, session, step.who, step.who),
    give: () => tryAssign(scene, session, step.who, 'to' in step ? step.to : step.who),
  };
  await tried[step.do]();
};

const tryReply = async (scene: Scene, session: ModelSession, who: string): Promise<void> => {
  const message = { id: newId(), text: 'answer', files: [] };
  const outcome = await scene.db.write((tx) => reply(tx, idOf(scene, who), session.id ?? '', message, scene.at));
  const may = scene.model.ownsActive(session, who);
  expect(isRefusal(outcome)).toBe(!may);
  if (may) scene.model.answer(session);
};

const tryBack = async (scene: Scene, session: ModelSession, who: string): Promise<void> => {
  const { db, model, at } = scene;
  const outcome = await db.write((tx) => giveBack(tx, idOf(scene, who), session.id ?? '', at));
  const may = model.sees(session, who) && session.state === 'active' && model.handles(session, who);
  const already = model.sees(session, who) && session.state === 'unassigned';
  expect(isRefusal(outcome)).toBe(!(may || already));
  if (may) model.queue(session);
};

const tryClose = async (scene: Scene, session: ModelSession, who: string): Promise<void> => {
  const { db, model, at } = scene;
  const outcome = await db.write((tx) => close(tx, idOf(scene, who), session.id ?? '', undefined, at));
  const may = model.sees(session, who) && session.state !== 'closed' && model.handles(session, who);
  const already = model.sees(session, who) && session.state === 'closed';
  expect(isRefusal(outcome)).toBe(!(may || already));
  if (may) model.close(session);
};

const tryRead = async (scene: Scene, session: ModelSession, who: string): Promise<void> => {
  const outcome = await scene.db.write((tx) => markRead(tx, idOf(scene, who), session.id ?? '', 1_000_000));
  const may = scene.model.sees(session, who);
  expect(isRefusal(outcome)).toBe(!may);
  if (may) scene.model.read(session, who);
};

const tryAssign = async (scene: Scene, session: ModelSession, who: string, to: string): Promise<void> => {
  const { db, model, at } = scene;
  const seen = session.state === 'active' ? idOf(scene, session.owner ?? '') : null;
  const [from, target] = [idOf(scene, who), idOf(scene, to)];
  const outcome = await db.write((tx) => assign(tx, from, session.id ?? '', target, seen, at));
  const already = model.ownsActive(session, to);
  const may = model.sees(session, who) && session.state !== 'closed' && (already || model.mayGive(session, who, to));
  expect(isRefusal(outcome)).toBe(!may);
  if (may && !already) model.own(session, to);
};

const compare = async (scene: Scene): Promise<void> => {
  for (const [name, id] of scene.people) {
    await compareCounters(scene, name, id);
    for (const [line, lineId] of scene.lines) await compareBoxes(scene, name, id, line, lineId);
    for (const session of scene.model.sessions) {
      const found = await sessionFor(scene.db.read, id, session.id ?? '');
      expect(found?.id).toBe(scene.model.sees(session, name) ? session.id : undefined);
    }
  }
  await compareOwners(scene);
};

const compareCounters = async ({ db, model }: Scene, name: string, id: string): Promise<void> => {
  const counters = await countersFor(db.read, id);
  expect(counters.lines).toBe(model.waiting(name).length);
  expect(counters.queue ?? 0).toBe(model.inQueue(name).length);
  const unread = [...model.answersUnread].filter(([key, answers]) => key.startsWith(`${name} `) && answers > 0);
  expect(counters.messages).toBe(unread.length);
  expect(idsOf((await listWaiting(db.read, id)).rows)).toEqual(idsOf(model.waiting(name)));
  expect(await countersWith(db.read, id, await deskBoxes(db.read, id))).toEqual(counters);
};

const compareBoxes = async ({ db, model }: Scene, name: string, id: string, line: string, lineId: string) => {
  const navigation = await deskBoxes(db.read, id);
  const counts = navigation.lines.find((entry) => entry.line.id === lineId)?.boxes ?? [];
  for (const box of boxes) {
    const rows = (await listBox(db.read, id, lineId, box))?.rows ?? [];
    expect(idsOf(rows)).toEqual(idsOf(model.hasBox(name, line, box) ? model.box(name, line, box) : []));
    for (const row of rows) expect(row.unread).toBe(model.unread(sessionOf(model, row.id), name));
    const shown = counts.find((entry) => entry.box === box);
    if (shown && shown.count !== null) expect(shown.count).toBe(rows.length);
  }
};

const compareOwners = async ({ db, model, people }: Scene): Promise<void> => {
  for (const row of await db.read.select().from(sessions)) {
    const session = sessionOf(model, row.id);
    expect(row.state).toBe(session.state);
    const owner = session.owner === null ? null : people.get(session.owner);
    if (row.state !== 'closed') expect(row.ownerId).toBe(owner);
  }
};

const sessionOf = (model: Model, id: string): ModelSession => {
  const found = model.sessions.find((session) => session.id === id);
  if (!found) throw new Error(`The model knows no session ${id}`);
  return found;
};

const idsOf = (rows: readonly { id: string | null }[]): (string | null)[] => rows.map((row) => row.id).sort();
