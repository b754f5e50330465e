import { type SQL, sql } from 'drizzle-orm';
import { searchKey } from '../../src/db/key.ts';
import { type Field, fields, type Item, keysOf } from './fields.ts';
import type { Layout } from './layout.ts';
import type { Store } from './store.ts';
import { type Columns, docOf, docsBetween, list, wideCount, widePage } from './wide.ts';

/** (a) All in the item's row: one document to show, one to sort and filter by, and an expression index a field. */
export const json = (name: 'json' | 'scan', dialect: Store['dialect']): Layout => ({
  name,
  help: name === 'json' ? 'JSON, an expression index a field' : 'JSON, no index',
  tables: [
    sql`create table items (seq ${int(dialect)} primary key, id text not null unique, app integer not null, doc ${jsonType(dialect)} not null, keys ${keysType(dialect)} not null)`,
    sql`create index items_app on items (app, seq)`,
  ],
  indexFor: (field) => (name === 'json' ? [indexOn(field, dialect)] : []),
  async insert(run, item) {
    await run(
      sql`insert into items (seq, id, app, doc, keys) values (${item.seq}, ${item.id}, 1, ${docOf(item)}, ${toKeys(keysDoc(item), dialect)})`,
    );
  },
  async edit(run, item, field, value) {
    const values = item.values.with(field.n - 1, value);
    const edited = { ...item, values };
    await run(
      sql`update items set doc = ${docOf(edited)}, keys = ${toKeys(keysDoc(edited), dialect)} where seq = ${item.seq}`,
    );
  },
  page: (store, question) => widePage(store, columns(dialect), question),
  count: (store, question) => wideCount(store, columns(dialect), question),
  async rekey(run, source, target, from, to) {
    for (const { seq, value } of await docsBetween(run, source, from, to)) {
      const key = searchKey(String(value));
      await run(
        sql`update items set keys = jsonb_set(keys, ${sql.raw(`'$.f${target.n}'`)}, ${key}) where seq = ${seq}`,
      );
    }
  },
  async purge(run, { n }, from, to) {
    const path = sql.raw(`'$.f${n}'`);
    await run(
      sql`update items set doc = json_remove(doc, ${path}), keys = jsonb_remove(keys, ${path}) where app = 1 and seq >= ${from} and seq < ${to}`,
    );
  },
});

const int = (dialect: Store['dialect']): SQL => sql.raw(dialect === 'pg' ? 'bigint' : 'integer');
const jsonType = (dialect: Store['dialect']): SQL => sql.raw(dialect === 'pg' ? 'jsonb' : 'text');
const keysType = (dialect: Store['dialect']): SQL => sql.raw(dialect === 'pg' ? 'jsonb' : 'blob');
const toKeys = (doc: string, dialect: Store['dialect']): SQL => (dialect === 'pg' ? sql`${doc}` : sql`jsonb(${doc})`);

/** The expressions, to the letter as the indexes have them. */
const columns = (dialect: Store['dialect']): Columns => ({
  first: (field) => first(field, dialect),
  any: ({ n }, of) =>
    dialect === 'pg'
      ? sql`jsonb_exists_any(keys -> ${sql.raw(`'f${n}'`)}, array[${list(of)}])`
      : sql`exists (select 1 from json_each(keys, ${sql.raw(`'$.f${n}'`)}) where value in (${list(of)}))`,
});

const first = ({ n, as, many }: Field, dialect: Store['dialect']): SQL => {
  if (dialect === 'sqlite') return sql.raw(`json_extract(keys, '$.f${n}${many ? '[0]' : ''}')`);
  const text = many ? `keys -> 'f${n}' ->> 0` : `keys ->> 'f${n}'`;
  return sql.raw(as === 'number' ? `((${text})::float8)` : `((${text}) collate "C")`);
};

/** What SQL made at run time has no parameters: only our own numbers may stand in it. */
const indexOn = (field: Field, dialect: Store['dialect']): SQL => {
  const kind = sql.raw(field === fields.contract ? 'unique index' : 'index');
  const rest = field === fields.contract ? sql`` : sql`, seq`;
  return sql`create ${kind} ${sql.raw(`items_f${field.n}`)} on items (app, ${first(field, dialect)}${rest}) where app = 1`;
};

const keysDoc = (item: Item): string =>
  JSON.stringify(
    Object.fromEntries(
      item.values.flatMap((value, at) => {
        const keys = keysOf(value);
        return keys.length > 0 ? [[`f${at + 1}`, Array.isArray(value) ? keys : keys[0]]] : [];
      }),
    ),
  );
