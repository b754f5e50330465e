import { asc, countDistinct, eq } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { unitMembers, unitPaths, units, users } from '../../db/schema.ts';
import type { Unit } from './unit.ts';

/** A unit with what lies below it, by name. `people`: how many are placed in it or below, each counted once. */
export type UnitNode = Unit & { head: string | null; people: number; below: readonly UnitNode[] };

/** The whole org structure: what stands at the top, by name, and so on down. Two queries, however many units there are. */
export const unitTree = async (db: Reader): Promise<readonly UnitNode[]> => {
  const counts = new Map((await peopleInEach(db)).map(({ id, people }) => [id, people]));
  const nodes = new Map<string, UnitNode & { below: UnitNode[] }>();
  for (const unit of await allUnits(db)) nodes.set(unit.id, { ...unit, people: counts.get(unit.id) ?? 0, below: [] });
  const top: UnitNode[] = [];
  // They come by name, so that each list below them does.
  for (const node of nodes.values()) (node.parentId === null ? top : nodes.get(node.parentId)?.below)?.push(node);
  return top;
};

/** The unit with this id, after all those that it lies in, from the top; nothing if there is none. */
export const pathTo = (tree: readonly UnitNode[], id: string): readonly UnitNode[] => {
  for (const node of tree) {
    if (node.id === id) return [node];
    const path = pathTo(node.below, id);
    if (path.length > 0) return [node, ...path];
  }
  return [];
};

const allUnits = (db: Reader) =>
  db
    .select({
      id: units.id,
      parentId: units.parentId,
      kind: units.kind,
      name: units.name,
      headId: units.headId,
      head: users.name,
    })
    .from(units)
    .leftJoin(users, eq(users.id, units.headId))
    .orderBy(asc(units.nameKey), asc(units.id));

const peopleInEach = (db: Reader) =>
  db
    .select({ id: unitPaths.ancestorId, people: countDistinct(unitMembers.userId) })
    .from(unitPaths)
    .innerJoin(unitMembers, eq(unitMembers.unitId, unitPaths.unitId))
    .groupBy(unitPaths.ancestorId);
