import { type SQL, sql } from 'drizzle-orm';
import { searchKey } from '../../src/db/key.ts';
import { all, type Field, fields, type Item, keysOf, valueIn } from './fields.ts';
import type { Layout } from './layout.ts';
import { inserted, type Store } from './store.ts';
import { type Columns, docOf, docsBetween, list, wideCount, widePage } from './wide.ts';

/** A document to show, and as many columns for words and for numbers as an app may have fields, each with its index. */
export const slots = (dialect: Store['dialect']): Layout => ({
  name: 'slots',
  help: 'a column and an index a slot (text1 …, number1 …)',
  tables: [
    sql`create table items (seq ${sql.raw(dialect === 'pg' ? 'bigint' : 'integer')} primary key, id text not null unique, app integer not null,
      ${sql.raw(slotColumns(dialect))}, keys ${sql.raw(dialect === 'pg' ? 'jsonb' : 'text')}, doc ${sql.raw(dialect === 'pg' ? 'jsonb' : 'text')} not null)`,
    sql`create index items_app on items (app, seq)`,
    ...all.map(indexOn),
    indexOn(spare),
  ],
  indexFor: () => [],
  async insert(run, item) {
    const keys = all.map((field) => keysOf(valueIn(item, field))[0] ?? null);
    const into = `items (seq, id, app, ${all.map(slotOf).join(', ')}, keys, doc)`;
    await run(inserted(into, [[item.seq, item.id, 1, ...keys, manyDoc(item), docOf(item)]]));
  },
  async edit(run, item, field, value) {
    const edited = { ...item, values: item.values.with(field.n - 1, value) };
    await run(
      sql`update items set ${sql.raw(slotOf(field))} = ${keysOf(value)[0] ?? null}, doc = ${docOf(edited)} where seq = ${item.seq}`,
    );
  },
  page: (store, question) => widePage(store, columns(dialect), question),
  count: (store, question) => wideCount(store, columns(dialect), question),
  async rekey(run, source, target, from, to) {
    const slot = sql.raw(slotOf(target));
    for (const { seq, value } of await docsBetween(run, source, from, to))
      await run(sql`update items set ${slot} = ${searchKey(String(value))} where seq = ${seq}`);
  },
  async purge(run, field, from, to) {
    await run(sql`update items set ${sql.raw(slotOf(field))} = null, doc = json_remove(doc, ${sql.raw(`'$.f${field.n}'`)})
      where app = 1 and seq >= ${from} and seq < ${to}`);
  },
});

/** The slot that a field gets whose type changes. */
const spare: Field = { n: 21, name: 'spare', as: 'words', many: false };

const slotOf = ({ n, as }: Field): string => `${as === 'words' ? 'text' : 'number'}${n}`;

const slotColumns = (dialect: Store['dialect']): string => {
  const [words, number] = dialect === 'pg' ? ['text collate "C"', 'float8'] : ['text', 'real'];
  return [...all, spare].map((field) => `${slotOf(field)} ${field.as === 'words' ? words : number}`).join(', ');
};

const indexOn = (field: Field): SQL => {
  const [kind, rest] = field === fields.contract ? ['unique index', ''] : ['index', ', seq'];
  return sql.raw(`create ${kind} items_slot${field.n} on items (app, ${slotOf(field)}${rest})`);
};

const columns = (dialect: Store['dialect']): Columns => ({
  first: (field) => sql.raw(`i.${slotOf(field)}`),
  any: ({ n }, of) =>
    dialect === 'pg'
      ? sql`jsonb_exists_any(keys -> ${sql.raw(`'f${n}'`)}, array[${list(of)}])`
      : sql`exists (select 1 from json_each(keys, ${sql.raw(`'$.f${n}'`)}) where value in (${list(of)}))`,
});

/** Of a field with several values only the first has room in its slot. */
const manyDoc = (item: Item): string =>
  JSON.stringify(
    Object.fromEntries(
      item.values.flatMap((value, at) => (Array.isArray(value) ? [[`f${at + 1}`, keysOf(value)]] : [])),
    ),
  );
