/** What a list of items is sorted by: the number of a field (`Field.n`), or what every item has. */
export type SortBy = number | 'number' | 'created' | 'changed';

/** What a list shows beside the items' titles, in its order. */
export type Column = number | 'number' | 'created' | 'changed';

/** A stretch of days as seen from today, where the person is. */
export const periods = [
  'today',
  'yesterday',
  'tomorrow',
  'this-week',
  'last-week',
  'next-week',
  'this-month',
  'last-month',
  'last-7',
  'last-30',
  'next-7',
  'next-30',
] as const;

export type Period = (typeof periods)[number];

/**
 * A condition on one field (`field`: `Field.n`). Numbers are as items hold them (money in its smallest part), days `2026-11-22`; `any`
 * names choices, people (`me`: whoever asks), items or accounts by their ids. What stands between includes both ends.
 */
export type Filter = { field: number } & (
  | { is: 'contains' | 'begins' | 'equals'; text: string }
  | { is: 'any'; of: readonly string[] }
  | { is: 'between'; from: number | null; to: number | null }
  | { is: 'days'; from: string | null; to: string | null }
  | { is: 'period'; period: Period }
  | { is: 'yes' | 'no' | 'empty' | 'filled' }
);

/** What somebody wants to see of an app's items. */
export type Question = {
  /** Null: those that the app's lists show of themselves. */
  columns: readonly Column[] | null;
  sort: { by: SortBy; descending: boolean };
  filters: readonly Filter[];
  /** Words that an item has to have; empty for none. */
  text: string;
  /** Where the page begins; null: at the beginning. */
  after: Cursor | null;
  /** When it is asked (ms since 1970), and in which zone (IANA name) days are counted. */
  at: { now: number; zone: string };
};

/**
 * Where a page ended: the item's `seq`, what the list is sorted by there (null: empty), and how many stood before it, that one
 * included.
 */
export type Cursor = { value: string | number | null; seq: number; place: number };

/** Items as a list has them of itself: the newest first. */
export const newestFirst = { by: 'created', descending: true } as const;

/** So many items are a page. */
export const pageLength = 50;

/** Beyond so many a list says no number. */
export const mostCounted = 10_000;
