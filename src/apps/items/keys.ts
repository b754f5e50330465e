import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../db/doors.ts';
import { insertMany } from '../../db/insert-many.ts';
import { dropItemWords, writeItemWords } from '../../db/item-search.ts';
import { itemKeys } from '../../db/schema.ts';
import { type Params, writeStatement } from '../../db/statement.ts';
import type { App } from '../app.ts';
import { type KeyRow, keysOf } from '../fields/keys.ts';
import type { Names } from '../fields/names.ts';
import { searchText } from '../fields/text.ts';
import { numberOf } from '../fields/title.ts';
import { type Doc, valueIn } from '../fields/value.ts';
import { type Definition, type Place, placesOf } from './definition.ts';

/** A row of `item_keys`. */
export type StoredKey = KeyRow & { field: number; item: number };

/** What an item is found by is made of these. */
export type Keyed = { seq: number; number: number; doc: Doc };

/** The rows that an item has in these places. */
export const keyRows = (places: readonly Place[], { seq, doc }: Keyed, names: Names): StoredKey[] =>
  places.flatMap(({ field, keys }) => {
    const rows = keysOf(field, valueIn(doc, field), names);
    return keys.flatMap((n) => rows.map((row) => ({ ...row, field: n, item: seq })));
  });

/** Makes a new item found, or one that comes back. */
export const writeKeys = async (tx: Tx, of: Definition, item: Keyed, names: Names): Promise<void> => {
  await insertKeys(tx, keyRows(placesOf(of), item, names));
  await writeWords(tx, of.app, item, names);
};

/** Makes an item found by what it holds in these places now. */
export const rewriteKeys = async (tx: Tx, places: readonly Place[], item: Keyed, names: Names): Promise<void> => {
  await dropKeys(tx, places, item.seq);
  await insertKeys(tx, keyRows(places, item, names));
};

/** A deleted item is not found. */
export const forgetKeys = async (tx: Tx, of: Definition, seq: number): Promise<void> => {
  await dropKeys(tx, placesOf(of), seq);
  await dropItemWords(tx, seq);
};

/** An item's words are all its texts, and its number as it is written and as it is said. */
export const writeWords = (tx: Tx, app: App, item: Keyed, names: Names): Promise<void> =>
  writeItemWords(tx, item.seq, app.id, wordsOf(app, item, names));

/** The text by whose words an item is found. */
export const wordsOf = (app: App, { number, doc }: Keyed, names: Names): string =>
  `${numberOf(app, number)} ${number} ${searchText(app.fields, doc, names)}`;

/** Adds rows of `item_keys`. */
export const insertKeys = insertMany<StoredKey>(
  ['field', 'item', 'position', 'key', 'number', 'ref', 'sole'],
  (tx, rows) => tx.insert(itemKeys).values(rows),
);

/** The keys of one item under one number go. */
export const dropKey = writeStatement((tx, p: Params<{ field: number; item: number }>) =>
  tx.delete(itemKeys).where(and(eq(itemKeys.field, p('field')), eq(itemKeys.item, p('item')))),
);

const dropKeys = async (tx: Tx, places: readonly Place[], item: number): Promise<void> => {
  for (const field of places.flatMap(({ keys }) => keys)) await dropKey(tx, { field, item });
};
