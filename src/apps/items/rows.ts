import { and, eq, inArray } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/doors.ts';
import { items } from '../../db/schema.ts';
import { type Params, statement, writeStatement } from '../../db/statement.ts';
import type { Doc } from '../fields/value.ts';
import type { Item, ItemRef } from './item.ts';

/** An item whoever asks, deleted or not. Rights are asked elsewhere (read.ts). */
export const itemById = async (db: Reader, id: string): Promise<Item | undefined> => {
  const [row] = await byId(db, { id });
  return row && toItem(row);
};

/** What an item is named by. */
export const refOf = ({ id, seq, appId, number, title }: Item): ItemRef => ({ id, seq, appId, number, title });

/** An item as its row tells it: documents were judged when they were written. */
export const toItem = (row: typeof items.$inferSelect): Item => ({ ...row, doc: row.doc as Doc });

/** Adds an item. */
export const insertItem = async (tx: Tx, item: Item): Promise<void> => {
  await insert(tx, item);
};

/** Stores an item as it is now. */
export const updateItem = async (tx: Tx, item: Item): Promise<void> => {
  await update(tx, item);
};

/** Several items by their numbers (`seq`). */
export const itemsBySeq = async (db: Reader, seqs: readonly number[]): Promise<Item[]> => {
  if (seqs.length === 0) return [];
  const rows = await db
    .select()
    .from(items)
    .where(and(inArray(items.seq, [...seqs])))
    .orderBy(items.seq);
  return rows.map(toItem);
};

const byId = statement((db, p: Params<{ id: string }>) =>
  db
    .select()
    .from(items)
    .where(eq(items.id, p('id'))),
);

const insert = writeStatement((tx, p: Params<Item>) =>
  tx.insert(items).values({
    ...{ seq: p('seq'), id: p('id'), appId: p('appId'), number: p('number'), title: p('title'), doc: p('doc') },
    ...{ version: p('version'), createdAt: p('createdAt'), createdBy: p('createdBy') },
    ...{ updatedAt: p('updatedAt'), updatedBy: p('updatedBy'), importId: p('importId') },
    ...{ deletedAt: p('deletedAt'), deletedBy: p('deletedBy') },
  }),
);

const update = writeStatement((tx, p: Params<Item>) =>
  tx
    .update(items)
    .set({
      ...{ title: p('title'), doc: p('doc'), version: p('version'), updatedAt: p('updatedAt') },
      ...{ updatedBy: p('updatedBy'), deletedAt: p('deletedAt'), deletedBy: p('deletedBy') },
    })
    .where(eq(items.seq, p('seq'))),
);
