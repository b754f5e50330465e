import { type SQL, sql } from 'drizzle-orm';
import { searchKey } from '../../src/db/key.ts';
import { all, type Field, fields, type Item, keysOf, valueIn } from './fields.ts';
import type { Layout } from './layout.ts';
import type { Cursor } from './question.ts';
import { inserted, type Run, type Store } from './store.ts';
import { tallCount, tallPage } from './tall.ts';
import { docOf, docsBetween, list } from './wide.ts';

/** (b) A row a value, which holds what is shown and what it is found by. */
export const narrow = (dialect: Dialect): Layout => tall('narrow', 'a typed row a value, indexed', dialect);

/** A document to show, and a row a value to sort and filter by. */
export const hybrid = (dialect: Dialect): Layout =>
  tall('hybrid', 'JSON to show, a typed row a value to find by', dialect);

type Dialect = Store['dialect'];
type Name = 'narrow' | 'hybrid';
type KeyRow = { field: Field; position: number; shown: string | number | null; key: string | number | null };

const tableName = 'item_keys';
const table = sql.raw(tableName);

function tall(name: Name, help: string, dialect: Dialect): Layout {
  const withDoc = name === 'hybrid';
  return {
    name,
    help,
    tables: tables(name, dialect),
    indexFor: () => [],
    async insert(run, item) {
      await run(
        withDoc
          ? sql`insert into items (seq, id, app, doc) values (${item.seq}, ${item.id}, 1, ${docOf(item)})`
          : sql`insert into items (seq, id, app) values (${item.seq}, ${item.id}, 1)`,
      );
      const rows = all.flatMap((field) => rowsOf(item, field));
      await insertRows(run, name, item.seq, rows);
    },
    async edit(run, item, field, value) {
      const edited = { ...item, values: item.values.with(field.n - 1, value) };
      if (withDoc) await run(sql`update items set doc = ${docOf(edited)} where seq = ${item.seq}`);
      await run(sql`delete from ${table} where field = ${field.n} and item = ${item.seq}`);
      await insertRows(run, name, item.seq, rowsOf(edited, field));
    },
    async page(store, question) {
      const found = await tallPage(store, table, question);
      if (found.length > 0) await show(store, name, found);
      return found;
    },
    count: (store, question) => tallCount(store, table, question),
    async rekey(run, source, target, from, to) {
      const held = withDoc ? await docsBetween(run, source, from, to) : await valuesBetween(run, source, from, to);
      for (const { seq, value } of held) {
        const key = searchKey(String(value));
        await insertRows(run, name, seq, [{ field: target, position: 0, shown: String(value), key }]);
      }
    },
    async purge(run, { n }, from, to) {
      await run(sql`delete from ${table} where field = ${n} and item >= ${from} and item < ${to}`);
      if (withDoc)
        await run(
          sql`update items set doc = json_remove(doc, ${sql.raw(`'$.f${n}'`)}) where seq >= ${from} and seq < ${to}`,
        );
    },
  };
}

/** Drizzle knows nothing of `without rowid`, which a migration says by hand; PostgreSQL's own order of words knows no bytes. */
const tables = (name: Name, dialect: Dialect): SQL[] => {
  const sqlite = dialect === 'sqlite';
  const [int, real, words, doc] = sqlite
    ? ['integer', 'real', 'text', 'text']
    : ['bigint', 'float8', 'text collate "C"', 'jsonb'];
  const shown = name === 'narrow' ? 'shown text,' : '';
  const clustered = sqlite ? 'without rowid' : '';
  return [
    `create table items (seq ${int} primary key, id text not null unique, app integer not null ${name === 'hybrid' ? `, doc ${doc} not null` : ''})`,
    'create index items_app on items (app, seq)',
    `create table item_keys (field integer not null, item ${int} not null, position integer not null, ${shown} key ${words},
      number ${real}, sole integer, primary key (field, item, position)) ${clustered}`,
    'create index item_keys_key on item_keys (field, key, item, position) where key is not null',
    'create index item_keys_number on item_keys (field, number, item, position) where number is not null',
    'create index item_keys_empty on item_keys (field, item) where key is null and number is null',
    'create unique index item_keys_sole on item_keys (field, key) where sole = 1',
  ].map((text) => sql.raw(text));
};

/** An empty field has a row too: what is not there cannot be looked up. */
const rowsOf = (item: Item, field: Field): KeyRow[] => {
  const value = valueIn(item, field);
  if (value === null) return [{ field, position: 0, shown: null, key: null }];
  const shown: readonly (string | number)[] = Array.isArray(value) ? value : [value];
  return keysOf(value).map((key, position) => ({ field, position, shown: shown[position] ?? key, key }));
};

const insertRows = async (run: Run, name: Name, seq: number, rows: readonly KeyRow[]): Promise<void> => {
  if (rows.length === 0) return;
  const values = rows.map(({ field, position, shown, key }) => {
    const [word, number] = field.as === 'words' ? [key, null] : [null, key];
    const sole = field === fields.contract && key !== null ? 1 : null;
    // What a number shows is the number.
    const text = name === 'narrow' ? [word === null ? null : shown] : [];
    return [field.n, seq, position, ...text, word, number, sole];
  });
  await run(inserted(tableName, values));
};

const show = async (store: Store, name: Name, found: readonly Cursor[]): Promise<void> => {
  const seqs = list(found.map(({ seq }) => seq));
  if (name === 'hybrid') await store.read(sql`select seq, id, doc from items where seq in (${seqs})`);
  else
    await store.read(sql`select item, field, position, shown, number from ${table}
      where item in (${seqs}) and field in (${list(all.map(({ n }) => n))}) order by item, field, position`);
};

const valuesBetween = async (run: Run, { n }: Field, from: number, to: number) => {
  const rows = await run(sql`select item, coalesce(shown, cast(number as text)) as value from ${table}
    where field = ${n} and item >= ${from} and item < ${to} and position = 0`);
  return rows.map(({ item, value }) => ({ seq: Number(item), value: String(value) }));
};
