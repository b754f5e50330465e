import { eq, type SQL, sql } from 'drizzle-orm';
import { int, table, text } from './columns.ts';
import { dialect } from './dialect.ts';
import type { Reader, Tx } from './doors.ts';
import { insertMany } from './insert-many.ts';
import { searchKey } from './key.ts';

// An index of words without the texts: FTS5 on SQLite, whose rows are named by `rowid`, a `tsvector` on PostgreSQL. The migrations make it
// by hand, so it is no part of the schema. Words are cut here and not by the databases, which would not agree.
const itemSearch = table('item_search', {
  item: int(dialect === 'pg' ? 'item' : 'rowid').notNull(),
  words: text('words').notNull(),
});

/** Makes an item found by the words of `texts`, and by no others. @param item `items.seq` */
export const writeItemWords = async (tx: Tx, item: number, appId: string, texts: string): Promise<void> => {
  await dropItemWords(tx, item);
  await tx.insert(itemSearch).values({ item, words: stored(wordsIn(appId, texts)) });
};

/** The same for many items of an app that no words are known of yet. */
export const insertItemWords = async (
  tx: Tx,
  appId: string,
  items: readonly { item: number; texts: string }[],
): Promise<void> =>
  insertWords(
    tx,
    items.map(({ item, texts }) => ({ item, words: wordsIn(appId, texts) })),
  );

/** The item is not found by words any more. */
export const dropItemWords = async (tx: Tx, item: number): Promise<void> => {
  await tx.delete(itemSearch).where(eq(itemSearch.item, item));
};

/**
 * Sub-select of one column `item`: the items of an app that have every word of `text`, or one that begins with it. Undefined where
 * there is no word in it. It knows nothing of rights.
 */
export const itemsWithWords = (db: Reader, appId: string, text: string) => {
  const words = wordsOf(text).slice(0, mostWords);
  if (words.length === 0) return undefined;
  return db
    .select({ item: itemSearch.item })
    .from(itemSearch)
    .where(matches(wordOf(appId), words));
};

// Longer ones are several: PostgreSQL takes no word of more than 2,046 bytes.
const wordsOf = (text: string): string[] => searchKey(text).match(/[\p{L}\p{N}\p{M}]{1,200}/gu) ?? [];

/** The app as a word among the others: nobody's text has one like it, and nothing that is typed is its beginning. */
const wordOf = (appId: string): string => `_${appId.replaceAll('-', '')}`;

const wordsIn = (appId: string, texts: string): string =>
  [wordOf(appId), ...fitting([...new Set(wordsOf(texts))])].join(' ');

/** The first words, as many bytes of them as PostgreSQL takes: an item is stored whatever it says, and found by no more than these. */
const fitting = (words: readonly string[]): readonly string[] => {
  let left = mostBytes;
  return words.filter((word) => {
    left -= Buffer.byteLength(word);
    return left >= 0;
  });
};

const mostBytes = 1_000_000;

const stored = <W extends string | SQL>(words: W): SQL | W =>
  dialect === 'pg' ? sql`array_to_tsvector(string_to_array(${words}, ' '))` : words;

/** Every item of the app has its word: to look for what begins with it would be to go through all of them. */
const matches = (app: string, words: readonly string[]): SQL =>
  dialect === 'pg'
    ? sql`${itemSearch.words} @@ ${[`'${app}'`, ...words.map((word) => `'${word}':*`)].join(' & ')}::tsquery`
    : sql`item_search match ${[`"${app}"`, ...words.map((word) => `"${word}"*`)].join(' AND ')}`;

const insertWords = insertMany<{ item: number; words: string }>(['item', 'words'], (tx, rows) =>
  tx.insert(itemSearch).values(rows.map(({ item, words }) => ({ item, words: stored(words) }))),
);

/** Each is one more look into the index. */
const mostWords = 12;
