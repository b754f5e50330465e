import { type SQL, sql } from 'drizzle-orm';
import type { Field, Item } from './fields.ts';
import { type Cursor, type Filter, pageLength, type Question } from './question.ts';
import { visible } from './scope.ts';
import type { Run, Store } from './store.ts';

/** What a row of an item is sorted and filtered by. */
export type Columns = {
  /** The first of a field's keys. */
  first(field: Field): SQL;
  /** One of a field's several keys is among these. */
  any(field: Field, of: readonly string[]): SQL;
};

const mine = sql`i.app = 1 and ${visible}`;

/** A page of a list in which everything stands in the item's own row: which index serves is the planner's choice. */
export const widePage = async (store: Store, columns: Columns, question: Question): Promise<Cursor[]> => {
  const found: Cursor[] = [];
  for (const stage of stages(columns, question)) {
    if (found.length === pageLength) break;
    const rows = await store.read(sql`${stage} limit ${pageLength - found.length}`);
    for (const row of rows) found.push({ value: row['value'] as Cursor['value'], seq: Number(row['seq']) });
  }
  const seqs = sql.join(
    found.map(({ seq }) => sql`${seq}`),
    sql`, `,
  );
  if (found.length > 0) await store.read(sql`select seq, id, doc from items where seq in (${seqs})`);
  return found;
};

/** How many items a list holds. */
export const wideCount = async (store: Store, columns: Columns, { filters }: Question): Promise<number> => {
  const where = sql.join([mine, ...filters.map((filter) => condition(columns, filter))], sql` and `);
  const [row] = await store.read(sql`select count(*) as n from items i where ${where}`);
  return Number(row?.['n']);
};

/** First those with the cursor's value, then those beyond it, then the empty ones: each a range of an index. */
const stages = (columns: Columns, { filters, sort: { field, descending }, after }: Question): SQL[] => {
  const [way, beyond] = descending ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  const where = sql.join([mine, ...filters.map((filter) => condition(columns, filter))], sql` and `);
  const behind = after ? sql`i.seq ${beyond} ${after.seq}` : sql`true`;
  const bySeq = sql`order by i.seq ${way}`;
  if (!field) return [sql`select i.seq, null as value from items i where ${where} and ${behind} ${bySeq}`];
  const value = columns.first(field);
  const select = sql`select i.seq, ${value} as value from items i where ${where}`;
  const byValue = sql`order by ${value} ${way}, i.seq ${way}`;
  const empty = sql`${select} and ${value} is null`;
  if (!after) return [sql`${select} and ${value} is not null ${byValue}`, sql`${empty} ${bySeq}`];
  if (after.value === null) return [sql`${empty} and ${behind} ${bySeq}`];
  return [
    sql`${select} and ${value} = ${after.value} and ${behind} ${bySeq}`,
    sql`${select} and ${value} ${beyond} ${after.value} ${byValue}`,
    sql`${empty} ${bySeq}`,
  ];
};

const condition = ({ first, any }: Columns, filter: Filter): SQL => {
  const { field } = filter;
  switch (filter.is) {
    case 'equal':
      return field.many ? any(field, [String(filter.to)]) : sql`${first(field)} = ${filter.to}`;
    case 'one of':
      return field.many ? any(field, filter.to) : sql`${first(field)} in (${list(filter.to)})`;
    case 'containing':
      return sql`${first(field)} like ${`%${filter.to}%`} escape '\\'`;
    case 'less':
      return sql`${first(field)} < ${filter.to}`;
    case 'greater':
      return sql`${first(field)} > ${filter.to}`;
    case 'empty':
      return sql`${first(field)} is null`;
  }
};

/** Values as the parameters of an `in`. */
export const list = (values: readonly (string | number)[]): SQL =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );

/** The values of an item by their fields' names, as they are shown. */
export const docOf = (item: Item): string =>
  JSON.stringify(
    Object.fromEntries(item.values.flatMap((value, at) => (value === null ? [] : [[`f${at + 1}`, value]]))),
  );

/** What an item's document holds in a field, for a part of the items. */
export const docsBetween = async (
  run: Run,
  field: Field,
  from: number,
  to: number,
): Promise<{ seq: number; value: string | number }[]> => {
  const rows = await run(
    sql`select seq, doc ->> ${sql.raw(`'f${field.n}'`)} as value from items where app = 1 and seq >= ${from} and seq < ${to}`,
  );
  return rows.flatMap(({ seq, value }) =>
    typeof value === 'string' || typeof value === 'number' ? [{ seq: Number(seq), value }] : [],
  );
};
