import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { itemsWithWords } from '../../db/item-search.ts';
import { items } from '../../db/schema.ts';
import type { ItemRef } from './item.ts';
import { itemsSeenBy } from './scope.ts';

/**
 * Items of an app that a person sees and that a text means: each of its words stands in the item or begins a word there, its number among
 * them. Newest first; without a text, the newest of all.
 */
export const findItems = async (
  db: Reader,
  personId: string,
  appId: string,
  text: string,
  limit: number,
): Promise<readonly ItemRef[]> => {
  const words = itemsWithWords(db, appId, text);
  if (!words && text.trim() !== '') return [];
  return db
    .select({ id: items.id, seq: items.seq, appId: items.appId, number: items.number, title: items.title })
    .from(items)
    .where(and(eq(items.appId, appId), words && inArray(items.seq, words), itemsSeenBy(db, personId)))
    .orderBy(desc(items.seq))
    .limit(limit);
};
