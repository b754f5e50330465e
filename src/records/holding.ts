import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { App } from '../apps/app.ts';
import type { FieldOf } from '../apps/fields/field.ts';
import type { Item } from '../apps/items/item.ts';
import { toItem } from '../apps/items/rows.ts';
import { arrived } from '../apps/items/scope.ts';
import type { Reader } from '../db/doors.ts';
import { itemKeys, items } from '../db/schema.ts';

/**
 * The items of an app that hold an account in any of its Account fields, the oldest first: the client's. It knows nothing of rights.
 */
export const itemsWith = async (db: Reader, app: App, accountId: string): Promise<Item[]> => {
  const places = accountFieldsOf(app).map(({ keysN }) => keysN);
  if (places.length === 0) return [];
  const holding = db
    .select({ item: itemKeys.item })
    .from(itemKeys)
    .where(and(inArray(itemKeys.field, places), eq(itemKeys.ref, accountId)));
  const found = await db
    .select()
    .from(items)
    .where(and(inArray(items.seq, holding), isNull(items.deletedAt), arrived(db)))
    .orderBy(asc(items.seq))
    .limit(most);
  return found.map(toItem);
};

/** The fields of an app that hold accounts, on its form or not. */
export const accountFieldsOf = (app: App): FieldOf<'account'>[] =>
  app.fields.filter((field) => field.kind === 'account');

const most = 20;
