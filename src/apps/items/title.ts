import { eq } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/doors.ts';
import { itemKeys } from '../../db/schema.ts';
import { type Params, statement } from '../../db/statement.ts';
import { planRelabel } from '../upkeep/plan.ts';
import type { Item } from './item.ts';

/** Sees to it that who refers to an item is found by its new title. */
export const followTitle = async (tx: Tx, before: Item, after: Item): Promise<void> => {
  if (before.title === after.title) return;
  if (await isNamed(tx, after.id)) await planRelabel(tx, { kind: 'item', id: after.id });
};

/** Whether any item names this: a person, an item, an account. */
export const isNamed = async (db: Reader, id: string): Promise<boolean> => {
  const [one] = await naming(db, { id });
  return one !== undefined;
};

const naming = statement((db, p: Params<{ id: string }>) =>
  db
    .select({ item: itemKeys.item })
    .from(itemKeys)
    .where(eq(itemKeys.ref, p('id')))
    .limit(1),
);
