import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/doors.ts';
import { searchKey } from '../../db/key.ts';
import { units } from '../../db/schema.ts';
import { holdTree, holdUnit } from './hold.ts';
import { addPaths, liesWithin, movePaths } from './paths.ts';
import { UnitNotDone, unlessReferred } from './refusal.ts';
import { keepNamesApart, type Unit, type UnitKind } from './unit.ts';

/** `id` as the form gave it, so that a form sent twice is one unit. `at`: ms since 1970, UTC. */
export type NewUnit = { id: string; parentId: string | null; kind: UnitKind; name: string; at: number };

/** Adds a unit in which nobody is. @throws UnitNotDone 'place-missing', 'unit-name-taken'; for a used id by its key, see `orUnitRefusal` */
export const createUnit = async (tx: Tx, actor: string, { id, parentId, kind, name, at }: NewUnit): Promise<void> => {
  await holdTree(tx);
  const row = { id, parentId, kind, name, nameKey: searchKey(name), headId: null, createdAt: at };
  await unlessReferred(tx.insert(units).values(row), 'place-missing');
  await keepNamesApart(tx, row);
  await addPaths(tx, id, parentId);
  await tx.record(
    { kind: 'rights', ids: { unit: id } },
    { actor, action: 'unit.created', object: id, after: { name, unitKind: kind, parent: parentId } },
  );
};

/** What a unit is called and what it is. */
export type UnitWords = Pick<Unit, 'name' | 'kind'>;

/**
 * Renames a unit or makes another kind of it.
 * @param seen what the form showed; left out, nobody's change in between matters
 * @throws UnitNotDone 'unit-missing', 'unit-name-taken', 'changed-meanwhile'
 */
export const changeUnit = async (
  tx: Tx,
  actor: string,
  id: string,
  { name, kind }: UnitWords,
  seen?: UnitWords,
): Promise<void> => {
  await holdTree(tx);
  const before = await holdUnit(tx, id);
  if (before.name === name && before.kind === kind) return;
  if (seen && (seen.name !== before.name || seen.kind !== before.kind)) throw new UnitNotDone('changed-meanwhile');
  await keepNamesApart(tx, { ...before, name });
  await tx
    .update(units)
    .set({ name, kind, nameKey: searchKey(name) })
    .where(eq(units.id, id));
  await tx.record(
    { kind: 'rights', ids: { unit: id } },
    {
      actor,
      action: before.kind === kind ? 'unit.renamed' : 'unit.changed',
      object: id,
      before: { name: before.name, unitKind: before.kind },
      after: { name, unitKind: kind },
    },
  );
};

/**
 * Moves a unit with everything below it to another place.
 * @param parentId below which unit; null: to the top
 * @param seen where the form showed it; left out, nobody's move in between matters
 * @throws UnitNotDone 'unit-missing', 'place-missing', 'below-itself', 'unit-name-taken', 'changed-meanwhile'
 */
export const moveUnit = async (
  tx: Tx,
  actor: string,
  id: string,
  parentId: string | null,
  seen?: string | null,
): Promise<void> => {
  await holdTree(tx);
  const before = await holdUnit(tx, id);
  if (before.parentId === parentId) return;
  if (seen !== undefined && seen !== before.parentId) throw new UnitNotDone('changed-meanwhile');
  await moveBranch(tx, actor, before, parentId);
};

/** Moves a unit, while the tree is held, to a place where it is not yet. @throws UnitNotDone as `moveUnit` */
export const moveBranch = async (tx: Tx, actor: string, unit: Unit, parentId: string | null): Promise<void> => {
  const { id } = unit;
  if (parentId !== null && (await liesWithin(tx, id, parentId))) throw new UnitNotDone('below-itself');
  await unlessReferred(tx.update(units).set({ parentId }).where(eq(units.id, id)), 'place-missing');
  await keepNamesApart(tx, { ...unit, parentId });
  await movePaths(tx, id, parentId);
  await tx.record(
    { kind: 'rights', ids: { unit: id } },
    { actor, action: 'unit.moved', object: id, before: { parent: unit.parentId }, after: { parent: parentId } },
  );
};
