import { and, eq, gt, gte, inArray, sql } from 'drizzle-orm';
import { alias } from '../../db/columns.ts';
import type { Reader, Tx } from '../../db/doors.ts';
import { unitPaths } from '../../db/schema.ts';
import { UnitNotDone } from './refusal.ts';

// The one place that writes `unit_paths`. Whoever calls it holds the tree and changes `parent_id` in the same unit of work.

/** How many units may stand below one another: far more than any company has, few enough to draw. */
export const mostLevels = 50;

/** Writes the paths of a unit that is new and has nothing below it. @throws UnitNotDone 'too-deep' */
export const addPaths = async (tx: Tx, id: string, parentId: string | null): Promise<void> => {
  await tx.insert(unitPaths).values({ ancestorId: id, unitId: id, depth: 0 });
  if (parentId !== null) await hang(tx, id, parentId);
};

/**
 * Takes a unit with all that lies below it out of where it is, and hangs it below `parentId` (null: at the top).
 * @throws UnitNotDone 'too-deep'
 */
export const movePaths = async (tx: Tx, id: string, parentId: string | null): Promise<void> => {
  await tx
    .delete(unitPaths)
    .where(and(inArray(unitPaths.unitId, branch(tx, id)), inArray(unitPaths.ancestorId, above(tx, id))));
  if (parentId !== null) await hang(tx, id, parentId);
};

/** Whether `unitId` is `id` or lies anywhere below it. */
export const liesWithin = async (db: Reader, id: string, unitId: string): Promise<boolean> => {
  const [path] = await db
    .select({ depth: unitPaths.depth })
    .from(unitPaths)
    .where(and(eq(unitPaths.ancestorId, id), eq(unitPaths.unitId, unitId)));
  return path !== undefined;
};

/** Every unit of the branch gets every unit above its new place. */
const hang = async (tx: Tx, id: string, parentId: string): Promise<void> => {
  const [over, under] = [alias(unitPaths, 'over'), alias(unitPaths, 'under')];
  await tx.insert(unitPaths).select(
    tx
      .select({
        ancestorId: over.ancestorId,
        unitId: under.unitId,
        depth: sql<number>`${over.depth} + ${under.depth} + 1`.as('depth'),
      })
      .from(over)
      .innerJoin(under, eq(under.ancestorId, id))
      .where(eq(over.unitId, parentId)),
  );
  await keepShallow(tx, id);
};

const keepShallow = async (tx: Tx, id: string): Promise<void> => {
  const [deep] = await tx
    .select({ depth: unitPaths.depth })
    .from(unitPaths)
    .where(and(inArray(unitPaths.unitId, branch(tx, id)), gte(unitPaths.depth, mostLevels)))
    .limit(1);
  if (deep) throw new UnitNotDone('too-deep');
};

const branch = (db: Reader, id: string) =>
  db.select({ id: unitPaths.unitId }).from(unitPaths).where(eq(unitPaths.ancestorId, id));

const above = (db: Reader, id: string) =>
  db
    .select({ id: unitPaths.ancestorId })
    .from(unitPaths)
    .where(and(eq(unitPaths.unitId, id), gt(unitPaths.depth, 0)));
