import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dialect } from '../db/dialect.ts';
import type { Db, Tx } from '../db/doors.ts';
import { groupMembers, lineRoles, messages, sessions, users } from '../db/schema.ts';
import { testDb } from '../db/testing.ts';
import { newId } from '../id.ts';
import { archiveLine, changeLine } from '../lines/line.ts';
import { stampOf } from '../lines/merge.ts';
import { lineById } from '../lines/read.ts';
import type { LineSettings } from '../lines/settings.ts';
import { addGroup, addUnit, type Company, makeCompany } from '../lines/testing.ts';
import { deleteGroup } from '../people/groups.ts';
import { joinGroup, leaveGroup } from '../people/membership.ts';
import { orRefusal } from '../people/refusal.ts';
import { moveUnit } from '../people/units/change.ts';
import { joinUnit, leaveUnit } from '../people/units/place.ts';
import { UnitNotDone } from '../people/units/refusal.ts';
import { setActive } from '../people/users.ts';
import { assign } from '../sessions/assign.ts';
import { receive } from '../sessions/receive.ts';
import { closeSessionsOfLine, releaseLostSessions } from '../sessions/release.ts';
import { reply } from '../sessions/reply.ts';
import { createHub, type Hub } from './hub.ts';
import { Page } from './page.testing.ts';
import { take, write } from './testing.ts';

// Whatever becomes of groups, units, activations and lines, through what the pages call: no session stays with somebody who may
// not own it, nothing else moves, and every open page shows what it would were it loaded now.

const people = ['anna', 'boris', 'vera', 'gleb', 'pavel'] as const;
const step = fc.record({
  do: fc.constantFrom(
    ...(['write', 'write', 'take', 'take', 'reply', 'join', 'join', 'leave', 'leave', 'off', 'on', 'on'] as const),
    ...(['roles', 'audience', 'place', 'displace', 'move', 'delete', 'archive'] as const),
  ),
  who: fc.constantFrom(...people),
  pick: fc.nat(100),
  some: fc.nat(7),
});
/** Somebody who has sessions leaves Operators, or is deactivated: else there might be none of it in all runs. */
const loss = fc.record({
  do: fc.constantFrom('leave' as const, 'off' as const),
  who: fc.constantFrom('anna' as const, 'boris' as const, 'gleb' as const),
  pick: fc.constant(0),
  some: fc.constant(0),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
type Loss = typeof loss extends fc.Arbitrary<infer S> ? S : never;

type Scene = { db: Db; hub: Hub; company: Company; groups: readonly string[]; units: readonly string[]; pages: Page[] };

/** Comes in every run, since what follows by chance may miss it: a role and an activation are lost, and a line is written to by others. */
const audience: Step = { do: 'audience', who: 'pavel', pick: 1, some: 4 };
const certain: [Loss, Step[]][] = [
  [{ do: 'off', who: 'anna', pick: 0, some: 0 }, [audience]],
  [{ do: 'leave', who: 'boris', pick: 0, some: 0 }, [audience]],
];

/** What came of it over all runs: tests in which nobody lost anything would prove nothing. */
const seen = { role: 0, deactivated: 0, kept: 0, told: 0, again: 0 };

test('no session stays with whoever may not own it, nothing else is lost, and every page is as if it were loaded now', async () => {
  await fc.assert(
    fc.asyncProperty(loss, fc.array(step, { minLength: 10, maxLength: 40 }), async (first, steps) => {
      const scene = await open();
      for (const next of [first, ...steps]) await play(scene, next);
      await scene.hub.close();
    }),
    { numRuns: Number(process.env['RUNS'] ?? (dialect === 'pg' ? 5 : 12)), examples: [...certain] },
  );
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(0);
}, 240_000);

/** Who has written and whose session it is, before anything changes. */
const begun = [
  ['pavel', 'anna'],
  ['vera', 'boris'],
  ['admin', 'gleb'],
  ['boris', 'anna'],
] as const;

const open = async (): Promise<Scene> => {
  const db = await testDb();
  const hub = createHub({ db });
  const company = await makeCompany(db);
  // Who has no password could administer nothing, so that nobody else could be shut out.
  await db.write((tx) => tx.update(users).set({ passwordHash: 'some' }).where(eq(users.id, company.admin)));
  for (const [client, owner] of begun) {
    const { session } = await write(db, company[client], company.lines.support, 'Hello');
    await take(db, company[owner], session);
  }
  const night = await addGroup(db, 'Night shift', [company.anna]);
  const top = await addUnit(db, 'Office', { people: [company.vera] });
  const units = [top, await addUnit(db, 'Clerks', { below: top, people: [company.pavel] }), await addUnit(db, 'Field')];
  const { operators, supervisors, administrators } = company.groups;
  const pages = people.map((name) => new Page(db, hub, company[name]));
  for (const page of pages) await page.load();
  return { db, hub, company, groups: [operators, supervisors, night, administrators], units, pages };
};

const play = async (scene: Scene, next: Step): Promise<void> => {
  const before = await stateOf(scene);
  const rights = await done(scene, next);
  await scene.hub.settled();
  await expectOwners(scene, before, rights && next.do !== 'archive');
  await expectPages(scene, next);
};

/** Does it as the pages do: the change and what is released by it are one. Answers whether it was a change of rights. */
const done = async (scene: Scene, next: Step): Promise<boolean> => {
  const { db, company } = scene;
  const at = Date.now();
  const change = changeOf(scene, next, at);
  if (change === undefined) {
    await happen(scene, next, at);
    return false;
  }
  try {
    await orRefusal(
      db.write(async (tx) => {
        await change(tx);
        await releaseLostSessions(tx, company.admin, at);
      }),
    );
  } catch (error) {
    if (!(error instanceof UnitNotDone)) throw error;
  }
  return true;
};

const changeOf = (scene: Scene, next: Step, at: number): ((tx: Tx) => Promise<unknown>) | undefined => {
  const { company, groups, units } = scene;
  const { admin } = company;
  const who = company[next.who];
  const group = groups[next.pick % groups.length] ?? '';
  const [unit, other] = [units[next.pick % 3] ?? '', [...units, null][next.some % 4] ?? null];
  const line = next.pick % 2 ? company.lines.support : company.lines.customers;
  const picked = (ids: readonly string[]) => ids.filter((_, i) => (next.some >> i) % 2 === 1);
  switch (next.do) {
    case 'join':
      return (tx) => joinGroup(tx, admin, group, who);
    case 'leave':
      return (tx) => leaveGroup(tx, admin, group, who);
    case 'off':
    case 'on':
      return (tx) => setActive(tx, admin, who, next.do === 'on');
    case 'roles':
      return (tx) => set(tx, line, { operatorGroups: picked(groups.slice(0, 3)) }, admin, at);
    case 'audience': {
      const audience = { audienceUnits: picked(units), audienceUsers: next.some % 4 === 1 ? [who] : [] };
      const audienceGroups = next.some % 3 === 0 ? [company.groups.everyone] : picked(groups.slice(0, 2));
      return (tx) => set(tx, line, { ...audience, audienceGroups }, admin, at);
    }
    case 'place':
      return (tx) => joinUnit(tx, admin, unit, who);
    case 'displace':
      return (tx) => leaveUnit(tx, admin, unit, who);
    case 'move':
      return (tx) => moveUnit(tx, admin, unit, other);
    case 'delete':
      return (tx) => deleteGroup(tx, admin, groups[2] ?? '');
    default:
      return undefined;
  }
};

const set = async (tx: Tx, line: string, typed: Partial<LineSettings>, actor: string, at: number) => {
  const stored = await lineById(tx, line);
  if (stored) await changeLine(tx, line, stampOf(stored), typed, { actor, at });
};

const happen = async ({ db, company }: Scene, next: Step, at: number): Promise<void> => {
  const id = company[next.who];
  const all = await db.read.select().from(sessions).orderBy(sessions.id);
  const session = all[next.pick % Math.max(1, all.length)];
  const message = { id: newId(), text: 'Something', files: [] };
  await db.write(async (tx) => {
    if (next.do === 'write') await receive(tx, { id, name: next.who }, company.lines.support, message, at);
    else if (next.do === 'archive') await archive(tx, company, next, at);
    else if (!session) return;
    else if (next.do === 'take') await assign(tx, id, session.id, id, session.ownerId, at);
    else await reply(tx, session.ownerId ?? id, session.id, message, at);
  });
};

/** Seldom: nothing comes after it on that line. */
const archive = async (tx: Tx, { admin, lines }: Company, { pick, some }: Step, at: number): Promise<void> => {
  if (some < 6 || pick % 2 === 0) return;
  if (await archiveLine(tx, lines.support, { actor: admin, at }))
    await closeSessionsOfLine(tx, lines.support, admin, at);
};

type State = Map<string, typeof sessions.$inferSelect>;

const stateOf = async ({ db }: Scene): Promise<State> =>
  new Map((await db.read.select().from(sessions).orderBy(sessions.id)).map((session) => [session.id, session]));

/** Counted here from the tables alone: whoever is active and belongs to a group that operates the line. */
const mayOwn = async (db: Db): Promise<Set<string>> => {
  const active = new Set((await db.read.select().from(users).where(eq(users.active, true))).map(({ id }) => id));
  const members = await db.read.select().from(groupMembers);
  const roles = await db.read.select().from(lineRoles).where(eq(lineRoles.role, 'operator'));
  return new Set(
    roles.flatMap(({ lineId, groupId }) =>
      members
        .filter((member) => member.groupId === groupId && active.has(member.userId))
        .map(({ userId }) => `${userId} ${lineId}`),
    ),
  );
};

const expectOwners = async (scene: Scene, before: State, rights: boolean): Promise<void> => {
  const { db } = scene;
  const allowed = await mayOwn(db);
  const after = await stateOf(scene);
  for (const session of after.values()) {
    if (session.state === 'active') expect(allowed).toContain(`${session.ownerId} ${session.lineId}`);
  }
  if (!rights) return;
  expect([...after.keys()]).toEqual([...before.keys()]);
  for (const [id, was] of before) {
    const now = after.get(id);
    const stays = was.state !== 'active' || allowed.has(`${was.ownerId} ${was.lineId}`);
    if (stays) expect(now).toEqual(was);
    else expect(now).toMatchObject({ state: 'unassigned', ownerId: null });
    if (was.state === 'active' && stays) seen.kept++;
    if (!stays) seen[await expectWhy(db, was)]++;
  }
};

/** The conversation says that it came back, from whom and why. */
const expectWhy = async (db: Db, was: typeof sessions.$inferSelect): Promise<'role' | 'deactivated'> => {
  const last = and(eq(messages.conversationId, was.conversationId), eq(messages.seq, was.lastSeq + 1));
  const [told] = await db.read.select().from(messages).where(last);
  const [owner] = await db.read
    .select()
    .from(users)
    .where(eq(users.id, was.ownerId ?? ''));
  const why = owner?.active ? 'role' : 'deactivated';
  expect(told).toMatchObject({ kind: 'event', event: { type: 'released', from: was.ownerId, why } });
  return why;
};

const expectPages = async (scene: Scene, next: Step): Promise<void> => {
  for (const page of scene.pages) {
    const told = page.isAskedAgain || page.isToldOfWriters;
    if (page.isOpen && !told) {
      // Nobody told it anything of rights, so there was nothing to tell.
      const { shown, fresh } = await page.shown();
      expect({ next, person: page.person, ...shown }).toEqual({ next, person: page.person, ...fresh });
    }
    if (page.isAskedAgain) seen.again++;
    else if (page.isToldOfWriters) seen.told++;
    if (told || !page.isOpen) await page.load();
  }
};
