import { type Field, type Item, keysOf, valueIn } from './fields.ts';

/** A condition on one field. Words come as their keys. */
export type Filter = { field: Field } & (
  | { is: 'equal'; to: string | number }
  | { is: 'one of'; to: readonly string[] }
  | { is: 'containing'; to: string }
  | { is: 'less' | 'greater'; to: number }
  | { is: 'empty' }
);

/** A page of a list. Without `field` the newest comes first; empty values stand at the end, whichever way it is sorted. */
export type Question = {
  filters: readonly Filter[];
  sort: { field?: Field; descending: boolean };
  /** The item after which the page begins. */
  after?: Cursor;
};

/** Where a page ended: what it was sorted by (null: empty, or nothing), and the item. */
export type Cursor = { value: string | number | null; seq: number };

export const pageLength = 50;

/** What the list holds, told without a database: the numbers of the items, in order. */
export const expected = (items: readonly Item[], { filters, sort: { field, descending } }: Question): Cursor[] => {
  const sorted = field && columnOf(items, field);
  const filtered = filters.map((filter) => ({ filter, column: columnOf(items, filter.field) }));
  const found = items
    .map((item, at): Cursor => ({ value: sorted?.[at]?.[0] ?? null, seq: item.seq }))
    .filter((_, at) => filtered.every(({ filter, column }) => passes(column[at] ?? [], filter)));
  const sign = descending ? -1 : 1;
  return found.sort((a, b) => {
    if (a.value === b.value) return sign * (a.seq - b.seq);
    if (a.value === null || b.value === null) return a.value === null ? 1 : -1;
    return a.value < b.value ? -sign : sign;
  });
};

type Keys = readonly (string | number)[];

/** The keys of a field, item by item: to make them is most of the work. */
const columnOf = (items: readonly Item[], field: Field): readonly Keys[] => {
  const known = columns.get(items) ?? new Map<Field, readonly Keys[]>();
  columns.set(items, known);
  const column = known.get(field) ?? items.map((item) => keysOf(valueIn(item, field)));
  known.set(field, column);
  return column;
};
const columns = new WeakMap<readonly Item[], Map<Field, readonly Keys[]>>();

const passes = (keys: Keys, filter: Filter): boolean =>
  filter.is === 'empty' ? keys.length === 0 : keys.some((key) => holds(key, filter));

const holds = (key: string | number, filter: Exclude<Filter, { is: 'empty' }>): boolean => {
  switch (filter.is) {
    case 'equal':
      return key === filter.to;
    case 'one of':
      return filter.to.some((one) => one === key);
    case 'containing':
      return String(key).includes(filter.to);
    case 'less':
      return Number(key) < filter.to;
    case 'greater':
      return Number(key) > filter.to;
  }
};
