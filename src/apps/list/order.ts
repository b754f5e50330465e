import { type SQL, sql } from 'drizzle-orm';
import { items } from '../../db/schema.ts';
import type { App } from '../app.ts';
import { isEmpty } from './condition.ts';
import type { Cursor } from './question.ts';

/** In which order items stand. */
export type Order = {
  /** What they are sorted by: a column of theirs, or of the keys of a field, where empty ones stand at the end. */
  by: { item: 'seq' | 'number' | 'updated_at' } | { field: number; column: 'key' | 'number' | 'ref'; unready: boolean };
  descending: boolean;
};

/**
 * The place that an address names in a list of this order; null, the beginning, where it is none there: the field has got another type
 * since, or somebody wrote the address.
 */
export const placeIn = ({ by }: Order, after: Cursor | null): Cursor | null => {
  if (after === null) return null;
  const { value } = after;
  if ('item' in by) return Number.isSafeInteger(value) ? after : null;
  return value === null || typeof value === (by.column === 'number' ? 'number' : 'string') ? after : null;
};

/** A part of the list that one index has in its order: what is sorted by, then what is empty in it. */
export type Stage = 'filled' | 'empty';

/** Queries of rows `item`, `value`, in an order. `visible` says of an item's `seq` that it is seen. */
export const inOrder = (app: Pick<App, 'id'>, order: Order, after: Cursor | null, visible: (seq: SQL) => SQL) => {
  const { by, descending } = order;
  const [way, beyond] = descending ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  const inEmpty = after !== null && after.value === null;
  const stages: readonly Stage[] = 'item' in by ? ['filled'] : inEmpty ? ['empty'] : ['filled', 'empty'];
  const past = (seq: SQL): SQL => (inEmpty ? sql`${seq} ${beyond} ${after.seq}` : sql`true`);

  /** The next of the list, unless a filter says otherwise. */
  const walk = (stage: Stage, limit: number): SQL => {
    if ('item' in by) {
      const value = sql`i.${sql.raw(by.item)}`;
      return sql`select i.seq as item, ${value} as value from ${items} i
        where i.app_id = ${app.id} and i.deleted_at is null and ${visible(sql`i.seq`)} and ${behind(value, sql`i.seq`)}
        order by ${value} ${way}, i.seq ${way} limit ${limit}`;
    }
    const value = sql`s.${sql.raw(by.column)}`;
    if (stage === 'filled')
      return sql`select s.item as item, ${value} as value from item_keys s
        where s.field = ${by.field} and s.position = 0 and ${value} is not null and ${visible(sql`s.item`)} and ${behind(value, sql`s.item`)}
        order by ${value} ${way}, s.item ${way} limit ${limit}`;
    // Keys that are still being made say nothing yet of what is empty: whatever has none is.
    if (by.unready)
      return sql`select i.seq as item, null as value from ${items} i
        where i.app_id = ${app.id} and i.deleted_at is null and ${visible(sql`i.seq`)} and ${past(sql`i.seq`)}
          and not exists (select 1 from item_keys s where s.field = ${by.field} and s.item = i.seq and s.position = 0 and ${value} is not null)
        order by i.seq ${way} limit ${limit}`;
    return sql`select s.item as item, null as value from item_keys s
      where s.field = ${by.field} and ${isEmpty(sql`s`)} and ${visible(sql`s.item`)} and ${past(sql`s.item`)}
      order by s.item ${way} limit ${limit}`;
  };

  /** Those of `found` (rows `item`) that lie behind the cursor, in the order. */
  const sorted = (found: SQL, limit: number): SQL => {
    // `materialized`, or what the filters refuse would be looked up in the order as well.
    const head = sql`with p as materialized (${found})`;
    if ('item' in by) {
      const value = sql`i.${sql.raw(by.item)}`;
      return sql`${head} select i.seq as item, ${value} as value from p cross join ${items} i
        where i.seq = p.item and ${behind(value, sql`i.seq`)}
        order by ${value} ${way}, i.seq ${way} limit ${limit}`;
    }
    const value = sql`s.${sql.raw(by.column)}`;
    const rest = inEmpty
      ? sql`${value} is null and ${past(sql`p.item`)}`
      : sql`(${value} is null or ${behind(value, sql`p.item`)})`;
    return sql`${head} select p.item as item, ${value} as value from p
      left join item_keys s on s.field = ${by.field} and s.item = p.item and s.position = 0
      where ${rest} order by ${value} is null, ${value} ${way}, p.item ${way} limit ${limit}`;
  };

  /** The same where they are sorted by nothing but `seq`, without a look at the items. */
  const cut = (found: SQL, limit: number): SQL =>
    sql`select p.item as item, p.item as value from (${found}) p
      where ${after ? sql`p.item ${beyond} ${after.seq}` : sql`true`} order by p.item ${way} limit ${limit}`;

  const behind = (value: SQL, seq: SQL): SQL =>
    after === null || inEmpty ? sql`true` : sql`(${value}, ${seq}) ${beyond} (${after.value}, ${after.seq})`;

  /** Puts rows `item`, `value` of a sub-query of this name in the order. */
  const inTurn = (of: SQL): SQL => sql`${of}.value is null, ${of}.value ${way}, ${of}.item ${way}`;

  return { stages, walk, sorted, cut, inTurn };
};
