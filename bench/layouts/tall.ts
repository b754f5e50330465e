import { type SQL, sql } from 'drizzle-orm';
import type { Field } from './fields.ts';
import { type Cursor, type Filter, pageLength, type Question } from './question.ts';
import { visible } from './scope.ts';
import type { Store } from './store.ts';
import { list } from './wide.ts';

/** So far a list is walked in its order; what a filter finds that finds fewer is collected and sorted at once. */
const patience = 5_000;
/** Filters are told apart by how much they find, up to here. */
const enough = 20_000;

/**
 * The cursors of a page from a table of keys (field, item, position, key, number). Which index serves is said here and not left to
 * the planner, which knows how many rows a table holds for a field on average and nothing of this field.
 */
export const tallPage = async (store: Store, table: SQL, question: Question): Promise<Cursor[]> => {
  const keys = keysIn(table, question);
  const ask = async (query: SQL) => cursors(await store.read(query));
  if (question.filters.length > 0) {
    const driver = await keys.driver(store);
    const walked = driver.size > patience ? await ask(keys.walked()) : [];
    return walked.length === pageLength ? walked : ask(keys.collected(driver));
  }
  const filled = keys.inEmpty ? [] : await ask(keys.walk(pageLength));
  if (!question.sort.field || filled.length === pageLength) return filled;
  return [...filled, ...(await ask(keys.walkEmpty(pageLength - filled.length)))];
};

/** How many items a list holds. */
export const tallCount = async (store: Store, table: SQL, question: Question): Promise<number> => {
  const { from, others } = await keysIn(table, question).driver(store);
  const [row] = await store.read(
    sql`select count(*) as n from (${from}) d where ${passing(table, others, sql`d.item`)}`,
  );
  return Number(row?.['n']);
};

const cursors = (rows: readonly Record<string, unknown>[]): Cursor[] =>
  rows.map((row) => ({ value: (row['value'] ?? null) as Cursor['value'], seq: Number(row['item']) }));

/** Where the items come from that the other filters look at. */
type Driver = { from: SQL; size: number; others: readonly Filter[] };

const keysIn = (table: SQL, { filters, sort: { field, descending }, after }: Question) => {
  const [way, beyond] = descending ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  const value = field ? columnOf(field) : sql`null`;
  const inEmpty = field !== undefined && after?.value === null;
  const bySeq = (item: SQL) => (after ? sql`${item} ${beyond} ${after.seq}` : sql`true`);
  // The rows of the field by which the list is sorted. That they are not null is what lets the partial index serve.
  const behind = after && !inEmpty ? sql`(s.${value}, s.item) ${beyond} (${after.value}, ${after.seq})` : sql`true`;
  const filled = sql`s.field = ${field?.n ?? 0} and s.position = 0 and s.${value} is not null and ${behind}`;
  const empty = sql`s.field = ${field?.n ?? 0} and ${isEmpty(sql`s`)} and ${inEmpty ? bySeq(sql`s.item`) : sql`true`}`;

  const walk = (limit: number): SQL =>
    field
      ? sql`select s.item as item, s.${value} as value from ${table} s where ${visible} and ${filled}
          order by s.${value} ${way}, s.item ${way} limit ${limit}`
      : sql`select i.seq as item, null as value from items i where i.app = 1 and ${visible} and ${bySeq(sql`i.seq`)}
          order by i.seq ${way} limit ${limit}`;
  const walkEmpty = (limit: number): SQL =>
    sql`select s.item as item, null as value from ${table} s where ${visible} and ${empty} order by s.item ${way} limit ${limit}`;

  return {
    inEmpty,
    walk,
    walkEmpty,
    /** A page of what passes among the next of the list; too few say nothing. */
    walked: (): SQL => {
      const next = inEmpty ? walkEmpty(patience) : walk(patience);
      return sql`select w.item, w.value from (${next}) w where ${passing(table, filters, sql`w.item`)}
        order by w.value ${way}, w.item ${way} limit ${pageLength}`;
    },
    /** A page of what passes among what one filter finds, those at the end that are empty in the field by which it is sorted. */
    collected: ({ from, others }: Driver): SQL => {
      const passed = sql`select d.item from (${from}) d where ${field ? sql`true` : bySeq(sql`d.item`)} and ${passing(table, others, sql`d.item`)}`;
      if (!field)
        return sql`select p.item, null as value from (${passed}) p order by p.item ${way} limit ${pageLength}`;
      // `materialized`, or what the other filters refuse would be looked up in the order as well.
      return sql`with p as materialized (${passed}) select s.item, s.${value} as value from p cross join ${table} s
        where s.item = p.item and s.position = 0 and s.field = ${field.n} and ${inEmpty ? empty : sql`(${behind} or ${isEmpty(sql`s`)})`}
        order by s.${value} is null, s.${value} ${way}, s.item ${way} limit ${pageLength}`;
    },
    /** The filter that finds the fewest, and how many these are if they are few. */
    driver: async (store: Store): Promise<Driver> => {
      let best: { filter: Filter; size: number } | undefined;
      for (const filter of filters) {
        // To count what holds a text is to look at all.
        const size = filter.is === 'containing' ? enough : await sizeOf(store, rowsOf(table, filter));
        if (!best || size < best.size) best = { filter, size };
      }
      if (!best) return { from: sql`select i.seq as item from items i where i.app = 1`, size: enough, others: [] };
      const { filter, size } = best;
      const from = filter.field.many
        ? sql`select distinct r.item from (${rowsOf(table, filter)}) r`
        : rowsOf(table, filter);
      return { from, size, others: filters.filter((one) => one !== filter) };
    },
  };
};

const isEmpty = (row: SQL): SQL => sql`${row}.key is null and ${row}.number is null`;

const rowsOf = (table: SQL, filter: Filter): SQL =>
  sql`select k.item as item from ${table} k where k.field = ${filter.field.n} and ${condition(filter)}`;

const passing = (table: SQL, filters: readonly Filter[], item: SQL): SQL =>
  sql.join(
    [visible, ...filters.map((filter) => sql`exists (${rowsOf(table, filter)} and k.item = ${item})`)],
    sql` and `,
  );

const sizeOf = async (store: Store, from: SQL): Promise<number> => {
  const [row] = await store.read(sql`select count(*) as n from (${from} limit ${enough}) found`);
  return Number(row?.['n']);
};

const columnOf = ({ as }: Field): SQL => sql.raw(as === 'words' ? 'key' : 'number');

const condition = (filter: Filter): SQL => {
  const column = columnOf(filter.field);
  switch (filter.is) {
    case 'equal':
      return sql`k.${column} = ${filter.to}`;
    case 'one of':
      return sql`k.${column} in (${list(filter.to)})`;
    case 'containing':
      // That it is not null is what lets the partial index serve.
      return sql`k.key is not null and k.key like ${`%${filter.to}%`} escape '\\'`;
    case 'less':
      return sql`k.${column} < ${filter.to}`;
    case 'greater':
      return sql`k.${column} > ${filter.to}`;
    case 'empty':
      return isEmpty(sql`k`);
  }
};
