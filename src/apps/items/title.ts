import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/doors.ts';
import { itemKeys } from '../../db/schema.ts';
import { type Params, statement } from '../../db/statement.ts';
import { planRelabel } from '../upkeep/plan.ts';
import type { Item } from './item.ts';

/** Sees to it that who refers to an item is found by its new title. */
export const followTitle = async (tx: Tx, before: Item, after: Item): Promise<void> => {
  if (before.title === after.title) return;
  const [referring] = await naming(tx, { id: after.id });
  if (referring) await planRelabel(tx, { kind: 'item', id: after.id });
};

const naming = statement((db, p: Params<{ id: string }>) =>
  db
    .select({ item: itemKeys.item })
    .from(itemKeys)
    .where(eq(itemKeys.ref, p('id')))
    .limit(1),
);
