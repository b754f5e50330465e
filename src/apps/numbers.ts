import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../db/doors.ts';
import { apps, counters } from '../db/schema.ts';

/**
 * Numbers that nobody else gets: for fields (`n`, `keys_n`) and for items (`seq`).
 *
 * @param count how many, one after another
 * @returns the first of them
 */
export const takeNumbers = async (tx: Tx, name: 'field' | 'item', count = 1): Promise<number> => {
  const [row] = await tx
    .insert(counters)
    .values({ name, value: count })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + ${count}` } })
    .returning({ value: counters.value });
  if (!row) throw new Error('The database gave no number.');
  return row.value - count + 1;
};

/** The numbers of so many new items of an app, which nobody else gets: answers the first. */
export const takeAppNumbers = async (tx: Tx, appId: string, count: number): Promise<number> => {
  const [row] = await tx
    .update(apps)
    .set({ lastNumber: sql`${apps.lastNumber} + ${count}` })
    .where(eq(apps.id, appId))
    .returning({ last: apps.lastNumber });
  if (!row) throw new Error('There is no such app.');
  return row.last - count + 1;
};
