import { and, inArray, isNull, notExists, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { itemImports, items } from '../../db/schema.ts';
import { appsSeenBy, type UserId } from '../rights.ts';

/**
 * Condition on `items`: those that an active person sees. Their app is one that the person sees, they are not deleted, and no import is
 * bringing them. Lists, pages, searches, exports and pickers all ask it.
 */
export const itemsSeenBy = (db: Reader, userId: UserId): SQL | undefined =>
  and(inArray(items.appId, appsSeenBy(db, userId)), isNull(items.deletedAt), arrived(db));

/** Condition on `items`: those that no import is still bringing. */
export const arrived = (db: Reader): SQL => notExists(beingImported(db));

/** Whether the item of the query around is in the stretch of an import that is not done: for `exists` and `notExists`. */
const beingImported = (db: Reader) =>
  db
    .select({ one: sql`1` })
    .from(itemImports)
    .where(
      sql`${itemImports.appId} = ${items.appId} and ${itemImports.seqFrom} is not null and ${items.seq} between ${itemImports.seqFrom} and ${itemImports.seqTo}`,
    );
