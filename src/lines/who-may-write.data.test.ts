import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dialect } from '../db/dialect.ts';
import type { Db, Tx } from '../db/doors.ts';
import { groups, units, users } from '../db/schema.ts';
import { testDb } from '../db/testing.ts';
import { newId } from '../id.ts';
import { deleteGroup } from '../people/groups.ts';
import { joinGroup, leaveGroup } from '../people/membership.ts';
import { orRefusal } from '../people/refusal.ts';
import { createUnit, moveUnit } from '../people/units/change.ts';
import { deleteUnit } from '../people/units/delete.ts';
import { joinUnit, leaveUnit } from '../people/units/place.ts';
import { orUnitRefusal } from '../people/units/refusal.ts';
import { setActive } from '../people/users.ts';
import { archiveLine, changeLine } from './line.ts';
import { stampOf } from './merge.ts';
import { audienceOf, reachOf } from './reach.ts';
import { lineById } from './read.ts';
import { linesWritableBy } from './roles.ts';
import { addGroup, addLine, addUser } from './testing.ts';
import { writersOfAll } from './who-may-write.testing.ts';

const pick = fc.nat(1000);
const several = fc.array(pick, { maxLength: 2 });

type Step =
  | { do: 'place' | 'take out'; unit: number; person: number }
  | { do: 'join' | 'leave'; group: number; person: number }
  | { do: 'shut out' | 'let in'; person: number }
  | { do: 'add' | 'move' | 'delete'; unit: number; to: number | null }
  | { do: 'delete group'; group: number }
  | { do: 'open'; line: number; groups: number[]; units: number[]; people: number[] }
  | { do: 'archive'; line: number };

const place = fc.option(pick);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('place', 'take out'), unit: pick, person: pick }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('join', 'leave'), group: pick, person: pick }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('shut out', 'let in'), person: pick }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('add', 'move', 'delete'), unit: pick, to: place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete group'), group: pick }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('open'), line: pick, groups: several, units: several, people: several }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('archive'), line: pick }) },
);

/** What the lives together have shown: without these the comparison would compare nothing with nothing. */
type Seen = { may: number; mayNot: number; byUnitAbove: number; shutOut: number };

/** PGlite starts each life with emptied tables, which takes longer than living it. */
const runs = dialect === 'pg' ? 4 : 25;

test('whatever changes, exactly those may write whom the rows say, and they are as many as the form counts', async () => {
  const seen: Seen = { may: 0, mayNot: 0, byUnitAbove: 0, shutOut: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
      const scene = await setTheScene();
      for (const next of steps) {
        await play(scene, next);
        await compare(scene.db, seen);
      }
    }),
    { numRuns: Number(process.env['RUNS'] ?? runs) },
  );
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(0);
}, 120_000);

type Scene = { db: Db; admin: string; lines: string[] };

/**
 * Seven people, one of them shut out, two groups, and a branch of three units; the first line is open to the top of it, the
 * second to a group.
 */
const setTheScene = async (): Promise<Scene> => {
  const db = await testDb();
  const admin = await addUser(db, 'Ada', { administrator: true });
  const people: string[] = [];
  for (const name of ['Anna', 'Boris', 'Gleb', 'Pavel', 'Vera']) people.push(await addUser(db, name));
  people.push(await addUser(db, 'Zoya', { active: false }));
  const guild = await addGroup(db, 'Guild', [...people.slice(0, 2), ...people.slice(-1)]);
  await addGroup(db, 'Choir', people.slice(1, 3));
  const ids = [newId(), newId(), newId()];
  await db.write(async (tx) => {
    for (const [depth, id] of ids.entries()) {
      const unit = { id, parentId: ids[depth - 1] ?? null, kind: 'department' as const, name: `Unit ${depth}`, at: 0 };
      await createUnit(tx, admin, unit);
      await joinUnit(tx, admin, id, people[depth] ?? admin);
    }
  });
  const lines = [
    await addLine(db, 'Orders', { units: ids.slice(0, 1) }),
    await addLine(db, 'Repairs', { audience: [guild] }),
    await addLine(db, 'Closed'),
  ];
  return { db, admin, lines };
};

const play = async ({ db, admin, lines }: Scene, step: Step): Promise<void> => {
  // The administrator stays as she is: she could not be shut out.
  const people = (await db.read.select().from(users).orderBy(users.id))
    .map(({ id }) => id)
    .filter((id) => id !== admin);
  const tree = (await db.read.select().from(units).orderBy(units.id)).map(({ id }) => id);
  const sets = (await db.read.select().from(groups).orderBy(groups.id)).filter(({ system }) => system === null);
  const of = (ids: readonly string[], index: number): string => ids[index % ids.length] ?? newId();
  const person = (index: number) => of(people, index);
  const unit = (index: number) => of(tree, index);
  const group = (index: number) =>
    of(
      sets.map(({ id }) => id),
      index,
    );
  const line = (index: number) => of(lines, index);
  const by = { actor: admin, at: 1 };

  const work = async (tx: Tx): Promise<unknown> => {
    switch (step.do) {
      case 'place':
        return await joinUnit(tx, admin, unit(step.unit), person(step.person));
      case 'take out':
        return await leaveUnit(tx, admin, unit(step.unit), person(step.person));
      case 'join':
        return await joinGroup(tx, admin, group(step.group), person(step.person));
      case 'leave':
        return await leaveGroup(tx, admin, group(step.group), person(step.person));
      case 'shut out':
      case 'let in':
        return await setActive(tx, admin, person(step.person), step.do === 'let in');
      case 'add': {
        const id = newId();
        const parentId = step.to === null ? null : unit(step.to);
        await createUnit(tx, admin, { id, parentId, kind: 'position', name: id, at: 1 });
        return await joinUnit(tx, admin, id, person(step.unit));
      }
      case 'move':
        return await moveUnit(tx, admin, unit(step.unit), step.to === null ? null : unit(step.to));
      case 'delete':
        return await deleteUnit(tx, admin, unit(step.unit), step.to === null ? null : unit(step.to));
      case 'delete group':
        return await deleteGroup(tx, admin, group(step.group));
      case 'archive':
        return await archiveLine(tx, line(step.line), by);
      case 'open': {
        const stored = await lineById(tx, line(step.line));
        if (!stored) throw new Error('The line is gone.');
        const typed = {
          audienceGroups: [...new Set(step.groups.map(group))],
          audienceUnits: [...new Set(step.units.map(unit))],
          audienceUsers: [...new Set(step.people.map(person))],
        };
        return await changeLine(tx, stored.id, stampOf(stored), typed, by);
      }
    }
  };
  // What is refused has changed nothing, and is compared all the same.
  await orUnitRefusal(orRefusal(db.write(work)));
};

const compare = async (db: Db, seen: Seen): Promise<void> => {
  const people = await db.read.select().from(users);
  const writers = await writersOfAll(db.read);
  for (const { id, active } of people) {
    const said = (await linesWritableBy(db.read, id)).map((line) => line.id).sort();
    const told = writers.filter((line) => !line.archived && line.active.has(id)).map(({ line }) => line);
    expect(said).toEqual(told.sort());
    seen.may += told.length;
    seen.mayNot += active ? writers.filter((line) => !(line.archived || line.active.has(id))).length : 0;
    seen.shutOut += active ? 0 : 1;
  }
  for (const { line, active, byUnitAbove } of writers) {
    const stored = await lineById(db.read, line);
    expect(stored && (await reachOf(db.read, audienceOf(stored)))).toBe(active.size);
    seen.byUnitAbove += byUnitAbove.size;
  }
};
