import { and, count, eq, isNull } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { fields, itemKeys, items } from '../../db/schema.ts';

/** How many items refer to an item, whoever sees them: what its deletion concerns. Deleted ones do not count. */
export const countReferring = async (db: Reader, itemId: string): Promise<number> => {
  const [all] = await db.select({ number: count() }).from(
    db
      .selectDistinct({ item: itemKeys.item })
      .from(itemKeys)
      .innerJoin(fields, and(eq(fields.keysN, itemKeys.field), isNull(fields.removedAt)))
      .innerJoin(items, and(eq(items.seq, itemKeys.item), isNull(items.deletedAt)))
      .where(eq(itemKeys.ref, itemId))
      .as('referring'),
  );
  return all?.number ?? 0;
};
