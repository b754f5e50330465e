import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Db } from '../db/doors.ts';
import { testDb } from '../db/testing.ts';
import { rolesOfAll, writableByAll } from './of-all.ts';
import { allRolesOf, linesWritableBy } from './roles.ts';
import { addGroup, addLine, addUnit, addUser } from './testing.ts';

const numbers = (end: number) => fc.uniqueArray(fc.nat(end - 1), { maxLength: end });
const line = fc.record({
  audience: numbers(2),
  people: numbers(5),
  units: numbers(4),
  operators: numbers(2),
  supervisors: numbers(2),
  archived: fc.boolean(),
});
const company = fc.record({
  active: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  groups: fc.array(numbers(5), { minLength: 2, maxLength: 2 }),
  /** Each below an earlier one, or at the top. */
  units: fc.array(fc.record({ below: fc.nat(3), people: numbers(5) }), { minLength: 4, maxLength: 4 }),
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
});
type Plan = typeof company extends fc.Arbitrary<infer C> ? C : never;

test('what is asked of many people at once is what is asked of each of them', async () => {
  let writable = 0;
  let roles = 0;
  await fc.assert(
    fc.asyncProperty(company, async (plan) => {
      const db = await testDb();
      const people = await build(db, plan);
      const [lines, held] = [await writableByAll(db.read, people), await rolesOfAll(db.read, people)];
      for (const person of people) {
        const alone = (await linesWritableBy(db.read, person)).map(({ id }) => id).sort();
        expect([...(lines.get(person) ?? [])].sort()).toEqual(alone);
        const own = held.filter(({ userId }) => userId === person).map(({ lineId, role }) => `${lineId} ${role}`);
        expect(own.sort()).toEqual(
          (await allRolesOf(db.read, person)).map((one) => `${one.lineId} ${one.role}`).sort(),
        );
        writable += alone.length;
        roles += own.length;
      }
    }),
    { numRuns: 12 },
  );
  // Companies in which nobody may do anything would prove nothing.
  expect(Math.min(writable, roles)).toBeGreaterThan(10);
}, 120_000);

const build = async (db: Db, plan: Plan): Promise<string[]> => {
  const people: string[] = [];
  for (const [i, active] of plan.active.entries()) people.push(await addUser(db, `Person ${i}`, { active }));
  const of = (ids: readonly string[], picked: readonly number[]) => picked.flatMap((i) => ids[i] ?? []);
  const groups: string[] = [];
  for (const [i, members] of plan.groups.entries()) groups.push(await addGroup(db, `Group ${i}`, of(people, members)));
  const units: string[] = [];
  for (const [i, { below, people: placed }] of plan.units.entries())
    units.push(await addUnit(db, `Unit ${i}`, { below: units[below] ?? null, people: of(people, placed) }));
  for (const [i, { archived, ...parts }] of plan.lines.entries()) {
    const audience = { audience: of(groups, parts.audience), people: of(people, parts.people) };
    const roles = { operators: of(groups, parts.operators), supervisors: of(groups, parts.supervisors) };
    await addLine(db, `Line ${i}`, { ...audience, ...roles, units: of(units, parts.units), archived });
  }
  return people;
};
