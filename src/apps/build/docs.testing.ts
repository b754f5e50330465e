import { asc, eq } from 'drizzle-orm';
import type { Db } from '../../db/doors.ts';
import { items } from '../../db/schema.ts';
import type { Doc } from '../fields/value.ts';

/** What all items of an app hold, in their order. */
export const docsOf = async (db: Db, appId: string): Promise<Doc[]> => {
  const rows = await db.read
    .select({ doc: items.doc })
    .from(items)
    .where(eq(items.appId, appId))
    .orderBy(asc(items.number));
  return rows.map((row) => row.doc as Doc);
};
