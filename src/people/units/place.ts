import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../db/doors.ts';
import { unitMembers, units, users } from '../../db/schema.ts';
import { holdUnit } from './hold.ts';
import { UnitNotDone } from './refusal.ts';

/** Places a person in a unit; nothing happens if they are. @throws UnitNotDone 'unit-missing', 'person-missing' */
export const joinUnit = async (tx: Tx, actor: string, unitId: string, userId: string): Promise<void> => {
  await holdUnit(tx, unitId);
  const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.id, userId));
  if (!user) throw new UnitNotDone('person-missing');
  const [joined] = await tx.insert(unitMembers).values({ unitId, userId }).onConflictDoNothing().returning();
  if (!joined) return;
  await tx.record(
    { kind: 'rights', ids: { unit: unitId, person: userId } },
    { actor, action: 'unit.joined', object: unitId, after: { member: userId } },
  );
};

/**
 * Takes a person out of a unit, who so is its head no more; nothing happens if they are not placed in it.
 * @throws UnitNotDone 'unit-missing'
 */
export const leaveUnit = async (tx: Tx, actor: string, unitId: string, userId: string): Promise<void> => {
  const { headId } = await holdUnit(tx, unitId);
  const [left] = await tx.delete(unitMembers).where(isPlaced(unitId, userId)).returning();
  if (!left) return;
  if (headId === userId) await writeHead(tx, actor, unitId, headId, null);
  await tx.record(
    { kind: 'rights', ids: { unit: unitId, person: userId } },
    { actor, action: 'unit.left', object: unitId, before: { member: userId } },
  );
};

/**
 * Makes one of the people who are placed in a unit its head; null: nobody.
 * @throws UnitNotDone 'unit-missing', 'not-placed'
 */
export const setHead = async (tx: Tx, actor: string, unitId: string, userId: string | null): Promise<void> => {
  // Held before it is asked who is placed in it: whoever takes that person out at this moment waits, or was first.
  const { headId } = await holdUnit(tx, unitId);
  if (headId === userId) return;
  if (userId !== null) {
    const [placed] = await tx.select({ id: unitMembers.userId }).from(unitMembers).where(isPlaced(unitId, userId));
    if (!placed) throw new UnitNotDone('not-placed');
  }
  await writeHead(tx, actor, unitId, headId, userId);
};

const isPlaced = (unitId: string, userId: string) =>
  and(eq(unitMembers.unitId, unitId), eq(unitMembers.userId, userId));

/** Who was the head and who is it now has an entry each: the log finds a change by the person, too. */
const writeHead = async (tx: Tx, actor: string, unitId: string, before: string | null, after: string | null) => {
  await tx.update(units).set({ headId: after }).where(eq(units.id, unitId));
  const person = after ?? before;
  const entry = { actor, action: 'unit.head-changed' as const, object: unitId };
  await tx.recordAll({ kind: 'rights', ids: { unit: unitId, ...(person !== null && { person }) } }, [
    ...(before === null ? [] : [{ ...entry, before: { head: before }, after: { head: null } }]),
    ...(after === null ? [] : [{ ...entry, before: { head: null }, after: { head: after } }]),
  ]);
};
