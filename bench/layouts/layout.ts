import type { SQL } from 'drizzle-orm';
import type { Field, Item, Value } from './fields.ts';
import type { Cursor, Question } from './question.ts';
import type { Run, Store } from './store.ts';

/** A way to store the values of fields that people define. */
export type Layout = {
  name: string;
  help: string;
  /** Tables, and the indexes that a migration can make. */
  tables: readonly SQL[];
  /** What has to be made while the product runs, when somebody adds a field; all at once, as one statement. */
  indexFor(field: Field): SQL[];
  insert(run: Run, item: Item): Promise<void>;
  /** Puts another value into a field of an item; `item` is as it was before. */
  edit(run: Run, item: Item, field: Field, value: Value): Promise<void>;
  /** What the page shows, and where it ended. */
  page(store: Store, question: Question): Promise<Cursor[]>;
  count(store: Store, question: Question): Promise<number>;
  /** Makes what the items from `from` up to, but not with, `to` hold in `source` to be found by `target`: a field whose type has changed. */
  rekey(run: Run, source: Field, target: Field, from: number, to: number): Promise<void>;
  /** Takes away all that a field held in the items from `from` up to, but not with, `to`. */
  purge(run: Run, field: Field, from: number, to: number): Promise<void>;
};
