import { isNotNull, sql } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { secondFactors } from '../../db/schema.ts';
import type { Secrets } from '../../secrets.ts';

/** A key that sealed something and is not there any more; `people` is how many have a second factor under it. */
export type LostKey = { key: string; people: number };

/** The keys that second factors were sealed with and that are missing. */
export const lostKeys = async (db: Reader, secrets: Secrets): Promise<readonly LostKey[]> => {
  // The id stands at a fixed place: one row a key comes back, however many people there are.
  const key = sql<string>`substr(${secondFactors.secret}, 3, 8)`;
  const rows = await db
    .select({ key, people: sql<number>`count(*)`.mapWith(Number) })
    .from(secondFactors)
    .where(isNotNull(secondFactors.confirmedAt))
    .groupBy(key);
  return rows.filter((row) => !secrets.has(row.key));
};
