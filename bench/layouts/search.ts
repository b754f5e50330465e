import { type SQL, sql } from 'drizzle-orm';
import { searchKey } from '../../src/db/key.ts';
import { all, type Item, valueIn } from './fields.ts';
import type { Run, Store } from './store.ts';

/** Text search is the same beside every layout: one entry an item, of all its texts, with its app as a word among them. */
export const searchTables = (dialect: Store['dialect']): SQL[] =>
  (dialect === 'sqlite'
    ? [
        // Nothing but the index: the texts are in the items. `none`: where in a text a word stands is not asked for.
        `create virtual table item_search using fts5 (words, content = '', contentless_delete = 1, detail = none,
          prefix = '3', tokenize = "unicode61 remove_diacritics 0 tokenchars '@_'")`,
      ]
    : [
        'create table item_search (item bigint primary key, words tsvector not null)',
        'create index item_search_words on item_search using gin (words)',
      ]
  ).map((text) => sql.raw(text));

export const insertWords = async (run: Run, item: Item, dialect: Store['dialect']): Promise<void> => {
  const words = wordsOf(item);
  await run(
    dialect === 'sqlite'
      ? sql`insert into item_search (rowid, words) values (${item.seq}, ${words})`
      : sql`insert into item_search (item, words) values (${item.seq}, to_tsvector('simple', ${words}))`,
  );
};

/** The newest items of the app in which each of these words, or one that begins so, stands. */
export const search = async (store: Store, text: string): Promise<number[]> => {
  const words = searchKey(text).match(/[\p{L}\p{N}@_]+/gu) ?? [];
  const rows = await store.read(
    store.dialect === 'sqlite'
      ? sql`select rowid as item from item_search
          where item_search match ${[app, ...words.map((word) => `"${word}"*`)].join(' AND ')} order by rowid desc limit 50`
      : sql`select item from item_search where words @@ to_tsquery('simple', ${[app, ...words.map((word) => `'${word}':*`)].join(' & ')})
          order by item desc limit 50`,
  );
  return rows.map(({ item }) => Number(item));
};

/** Words that stand in many items, in some, in few and in none. */
export const sought = [
  'принтер',
  'прин',
  'анна',
  'зяблов фёдор',
  'архив фёдор',
  'client12',
  '+79123',
  'c-0001234',
  'ничего',
];

/** No text that people write holds it: searchKey would have to let it through as one word. */
const app = 'app_1';

const wordsOf = (item: Item): string =>
  [app, ...searched.map((field) => valueIn(item, field)).filter((value) => value !== null)]
    .map((text) => searchKey(String(text)))
    .join(' ');
const searched = all.filter(({ name }) => /text|phone|mail|link/.test(name));
