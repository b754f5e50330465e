import { sql } from 'drizzle-orm';
import type { Tx } from '../db/doors.ts';
import { counters } from '../db/schema.ts';

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
