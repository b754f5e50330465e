import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { itemKeys, items } from '../../db/schema.ts';
import type { App, AppMay } from '../app.ts';
import { appById } from '../read.ts';
import { mayIn } from '../rights.ts';
import type { Item, ItemRef } from './item.ts';
import { toItem } from './rows.ts';
import { arrived, itemsSeenBy } from './scope.ts';

/** An item found through a person: undefined where there is none or they may not see it. A deleted one is there for who may edit. */
export const itemFor = async (
  db: Reader,
  personId: string,
  itemId: string,
): Promise<{ app: App; item: Item; may: AppMay } | undefined> => {
  const [row] = await db
    .select()
    .from(items)
    .where(and(eq(items.id, itemId), arrived(db)));
  const may = row && (await mayIn(db, personId, row.appId));
  if (!row || !may?.see || (row.deletedAt !== null && !may.edit)) return undefined;
  const app = await appById(db, row.appId);
  return app && { app, item: toItem(row), may };
};

/** Those of the items that a person sees, by id; deleted ones are missing. */
export const itemsByIds = async (
  db: Reader,
  personId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Item>> => {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(items)
    .where(and(inArray(items.id, [...ids]), itemsSeenBy(db, personId)));
  return new Map(rows.map((row) => [row.id, toItem(row)] as const));
};

/**
 * Which item of an app is a client's: the oldest whose Account field holds the account. Asked is the first field of this type that is on
 * the form, the one that the desk fills in. It knows nothing of rights.
 */
export const itemByAccount = async (db: Reader, appId: string, accountId: string): Promise<ItemRef | undefined> => {
  const app = await appById(db, appId);
  const field = app && accountFieldOf(app);
  if (!field) return undefined;
  const [row] = await db
    .select({ id: items.id, seq: items.seq, appId: items.appId, number: items.number, title: items.title })
    .from(itemKeys)
    .innerJoin(items, eq(items.seq, itemKeys.item))
    .where(and(eq(itemKeys.field, field.keysN), eq(itemKeys.ref, accountId), arrived(db)))
    .orderBy(asc(itemKeys.item))
    .limit(1);
  return row;
};

/** The field that links an app's items to accounts: the first of type Account that is on the form. */
export const accountFieldOf = (app: App) => app.fields.find(({ kind, onForm }) => kind === 'account' && onForm);
