import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dialect } from '../../db/dialect.ts';
import type { Db } from '../../db/doors.ts';
import { unitMembers, unitPaths, units } from '../../db/schema.ts';
import { testDb } from '../../db/testing.ts';
import { newId } from '../../id.ts';
import { addUser } from '../../lines/testing.ts';
import { orRefusal } from '../refusal.ts';
import { createUnit, moveUnit } from './change.ts';
import { deleteUnit } from './delete.ts';
import { joinUnit } from './place.ts';
import { orUnitRefusal } from './refusal.ts';
import { unitsAround } from './scope.ts';
import { type UnitNode, unitTree } from './tree.ts';

type Step = { do: 'create' | 'move' | 'delete' | 'place'; one: number; other: number };

const step: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('create', 'create', 'move', 'move', 'delete', 'place'),
  one: fc.nat(1000),
  other: fc.nat(1000),
});

/** PGlite starts each life with emptied tables, which takes longer than living it. */
const runs = dialect === 'pg' ? 6 : 40;

test('whatever is added, moved, deleted and filled: paths, tree and counts are what parents alone say', async () => {
  let refused = 0;
  let deepest = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const db = await testDb();
      const people = [await addUser(db, 'Ada'), await addUser(db, 'Bea'), await addUser(db, 'Cid')];
      for (const next of steps) {
        if (!(await play(db, people, next))) refused++;
      }
      deepest = Math.max(deepest, await compare(db, people));
    }),
    { numRuns: Number(process.env['RUNS'] ?? runs) },
  );
  // Else it proved nothing: there were deep trees, and refusals among the steps.
  expect(deepest).toBeGreaterThan(2);
  expect(refused).toBeGreaterThan(0);
}, 120_000);

/** Answers whether it was done, and not refused. */
const play = async (db: Db, people: readonly string[], { do: deed, one, other }: Step): Promise<boolean> => {
  const [actor = ''] = people;
  const ids = (await db.read.select({ id: units.id }).from(units).orderBy(units.id)).map(({ id }) => id);
  // One place more than there are units: the top.
  const [unit, place] = [ids[one % (ids.length + 1)], ids[other % (ids.length + 1)] ?? null];
  const outcome = await orUnitRefusal(
    orRefusal(
      db.write(async (tx) => {
        const given = { id: newId(), parentId: place, kind: 'position' as const, name: `Unit ${ids.length}`, at: 1 };
        if (deed === 'create' || unit === undefined) await createUnit(tx, actor, given);
        else if (deed === 'move') await moveUnit(tx, actor, unit, place);
        else if (deed === 'delete') await deleteUnit(tx, actor, unit, place);
        else await joinUnit(tx, actor, unit, people[other % people.length] ?? '');
      }),
    ),
  );
  return 'done' in outcome;
};

/** Compares all that is derived with a walk up from each unit; answers the depth of the tree. */
const compare = async (db: Db, people: readonly string[]): Promise<number> => {
  const stored = await db.read.select().from(units);
  const parents = new Map(stored.map(({ id, parentId }) => [id, parentId]));
  const above = (id: string): string[] => {
    const path = [id];
    for (let at = parents.get(id); at; at = parents.get(at)) {
      if (path.includes(at)) throw new Error('A unit lies below itself.');
      path.push(at);
    }
    return path;
  };
  const expected = stored.flatMap(({ id }) => above(id).map((ancestorId, depth) => `${ancestorId} ${id} ${depth}`));
  const paths = await db.read.select().from(unitPaths);
  expect(paths.map((path) => `${path.ancestorId} ${path.unitId} ${path.depth}`).sort()).toEqual(expected.sort());

  const placed = await db.read.select().from(unitMembers);
  const within = (id: string): string[] => [
    ...new Set(placed.filter(({ unitId }) => above(unitId).includes(id)).map(({ userId }) => userId)),
  ];
  const nodes = flat(await unitTree(db.read));
  expect(nodes.map(({ id }) => id).sort()).toEqual(stored.map(({ id }) => id).sort());
  for (const { id, people: count } of nodes) expect(count).toBe(within(id).length);
  for (const person of people) {
    const around = new Set(placed.filter(({ userId }) => userId === person).flatMap(({ unitId }) => above(unitId)));
    expect(new Set((await unitsAround(db.read, person)).map(({ id }) => id))).toEqual(around);
  }
  return Math.max(0, ...stored.map(({ id }) => above(id).length));
};

const flat = (nodes: readonly UnitNode[]): UnitNode[] => nodes.flatMap((node) => [node, ...flat(node.below)]);
