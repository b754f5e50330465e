import { and, asc, eq, notInArray } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/doors.ts';
import { lineAudienceUnits, lines, unitMembers, units } from '../../db/schema.ts';
import { moveBranch } from './change.ts';
import { holdTree, holdUnit } from './hold.ts';
import { liesWithin } from './paths.ts';
import { UnitNotDone, unlessReferred } from './refusal.ts';
import { asUnit, type Unit } from './unit.ts';

/**
 * Where the people of a deleted unit and the units right below it go: to a unit that is not in its branch, to the top (null; only
 * where nobody is placed in it), or nowhere (undefined; only where it is empty).
 */
export type Remains = string | null | undefined;

/**
 * Deletes a unit. Whoever is in both units stays once in the other.
 * @throws UnitNotDone 'unit-missing', 'unit-in-use', 'unit-not-empty', 'people-to-top', 'place-missing', 'below-itself',
 *   'unit-name-taken' for a unit below it whose name stands at its new place already
 */
export const deleteUnit = async (tx: Tx, actor: string, id: string, to?: Remains): Promise<void> => {
  await holdTree(tx);
  const unit = await holdUnit(tx, id);
  if ((await linesRelyingOnUnit(tx, id)).length > 0) throw new UnitNotDone('unit-in-use');
  const below = await tx.select(asUnit).from(units).where(eq(units.parentId, id)).orderBy(asc(units.id));
  const people = await placedIn(tx, id);
  if (to === undefined && below.length + people.length > 0) throw new UnitNotDone('unit-not-empty');
  if (to === null && people.length > 0) throw new UnitNotDone('people-to-top');
  if (to !== undefined) await makeEmpty(tx, actor, id, to, people, below);
  // Who is placed in it or relies on it at this very moment is found by the keys.
  await unlessReferred(tx.delete(units).where(eq(units.id, id)), 'unit-not-empty');
  const { name, kind, parentId, headId } = unit;
  await tx.record(
    { kind: 'rights', ids: { unit: id } },
    {
      actor,
      action: 'unit.deleted',
      object: id,
      before: { name, unitKind: kind, parent: parentId, head: headId },
    },
  );
};

/** Names of the lines whose audience relies on a unit, by name: why it cannot be deleted. */
export const linesRelyingOnUnit = async (db: Reader, unitId: string): Promise<string[]> => {
  const rows = await db
    .select({ name: lines.name })
    .from(lineAudienceUnits)
    .innerJoin(lines, eq(lines.id, lineAudienceUnits.lineId))
    .where(eq(lineAudienceUnits.unitId, unitId))
    .orderBy(asc(lines.nameKey));
  return rows.map((row) => row.name);
};

const makeEmpty = async (
  tx: Tx,
  actor: string,
  id: string,
  to: string | null,
  people: readonly string[],
  below: readonly Unit[],
): Promise<void> => {
  if (to !== null && (await liesWithin(tx, id, to))) throw new UnitNotDone('below-itself');
  if (to !== null && people.length > 0) await placeAll(tx, actor, id, to, people);
  for (const unit of below) await moveBranch(tx, actor, unit, to);
};

/** Each person has an entry of their own: so it is found by the person, too. The screens hear of it once. */
const placeAll = async (tx: Tx, actor: string, from: string, to: string, people: readonly string[]): Promise<void> => {
  const there = tx.select({ id: unitMembers.userId }).from(unitMembers).where(eq(unitMembers.unitId, to));
  const joined = await unlessReferred(
    tx
      .update(unitMembers)
      .set({ unitId: to })
      .where(and(eq(unitMembers.unitId, from), notInArray(unitMembers.userId, there)))
      .returning({ id: unitMembers.userId }),
    'place-missing',
  );
  await tx.delete(unitMembers).where(eq(unitMembers.unitId, from));
  await tx.recordAll({ kind: 'rights', ids: { unit: to } }, [
    ...people.map((member) => ({ actor, action: 'unit.left' as const, object: from, before: { member } })),
    ...joined.map(({ id }) => ({ actor, action: 'unit.joined' as const, object: to, after: { member: id } })),
  ]);
};

const placedIn = async (db: Reader, unitId: string): Promise<string[]> => {
  const rows = await db
    .select({ id: unitMembers.userId })
    .from(unitMembers)
    .where(eq(unitMembers.unitId, unitId))
    .orderBy(asc(unitMembers.userId));
  return rows.map((row) => row.id);
};
