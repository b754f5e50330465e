import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { searchKey } from '../../db/key.ts';
import { units } from '../../db/schema.ts';
import { UnitNotDone } from './refusal.ts';

export type UnitKind = 'department' | 'position';

/** A node of the company's tree. `parentId` null: it stands at the top. `headId`: one of the people placed in it. */
export type Unit = { id: string; parentId: string | null; kind: UnitKind; name: string; headId: string | null };

/** The columns that make a `Unit`. */
export const asUnit = {
  id: units.id,
  parentId: units.parentId,
  kind: units.kind,
  name: units.name,
  headId: units.headId,
};

/** The unit with this id, if there is one. */
export const unitById = async (db: Reader, id: string): Promise<Unit | undefined> => {
  const [unit] = await db.select(asUnit).from(units).where(eq(units.id, id));
  return unit;
};

/**
 * Makes sure that a name is free below `parentId` (null: at the top) for `id`. Two of one name at one place could not be told
 * apart where lines choose their audience. To be asked while the tree is held.
 * @throws UnitNotDone 'unit-name-taken'
 */
export const keepNamesApart = async (
  db: Reader,
  { id, parentId, name }: Pick<Unit, 'id' | 'parentId' | 'name'>,
): Promise<void> => {
  const here = parentId === null ? isNull(units.parentId) : eq(units.parentId, parentId);
  const [other] = await db
    .select({ id: units.id })
    .from(units)
    .where(and(here, eq(units.nameKey, searchKey(name)), ne(units.id, id)))
    .limit(1);
  if (other) throw new UnitNotDone('unit-name-taken');
};
