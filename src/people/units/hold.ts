import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/doors.ts';
import { groups, units } from '../../db/schema.ts';
import { UnitNotDone } from './refusal.ts';
import { asUnit, type Unit } from './unit.ts';

/**
 * Lets one change of the tree's shape happen at a time. Where several write at once, two moves could otherwise put each of two
 * units below the other, and two units of one name could come to one place: whatever is asked after this stays true until the end.
 */
export const holdTree = async (tx: Tx): Promise<void> => {
  // Written only to be held. The tree has no row of its own, and Everyone exists from the first day on.
  await tx.update(groups).set({ system: 'everyone' }).where(eq(groups.system, 'everyone'));
};

/** The unit as it is, which nobody else changes or deletes before this unit of work is over. @throws UnitNotDone 'unit-missing' */
export const holdUnit = async (tx: Tx, id: string): Promise<Unit> => {
  const [unit] = await tx.update(units).set({ id }).where(eq(units.id, id)).returning(asUnit);
  if (!unit) throw new UnitNotDone('unit-missing');
  return unit;
};
