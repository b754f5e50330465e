import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { itemsWithWords } from '../../db/item-search.ts';
import { items } from '../../db/schema.ts';
import type { App } from '../app.ts';
import type { Condition } from './condition.ts';
import { inOrder, type Order } from './order.ts';
import type { Cursor } from './question.ts';
import type { Scope } from './scope.ts';

/** What a question asks of the tables: see read.ts for how it comes to be. */
export type Asked = {
  app: Pick<App, 'id'>;
  scope: Scope;
  order: Order;
  conditions: readonly Condition[];
  /** Words to look for; empty for none. */
  text: string;
};

/** So far a list is walked in its order. */
export const usualPatience = 5_000;

/** Conditions are told apart by how much they find, up to here. */
const enough = 20_000;

/** An item in its place. */
export type Found = { item: number; value: string | number | null };

/**
 * The next of a list, at most `limit`. Which index serves is said here and not left to the planner, which knows how many rows a table
 * holds for a field on average and nothing of this field: the list is walked in its order for a while; if that does not fill the
 * page, what the narrowest filter finds is collected and sorted. See docs/decisions/2026-11-22-item-values.md.
 */
export const findPage = async (
  db: Reader,
  asked: Asked,
  after: Cursor | null,
  limit: number,
  patience: number = usualPatience,
): Promise<Found[]> => {
  const tests = testsOf(db, asked);
  const order = inOrder(asked.app, asked.order, after, (seq) => sql`${asked.scope.app} and ${asked.scope.item(seq)}`);
  if (tests.length === 0) return walkAll(db, order, limit);
  const [words] = tests;
  // Words are found in this very order.
  if (words?.inTurn && tests.length === 1 && isBySeq(asked.order))
    return rows(db, order, order.cut(passing(asked, driverOf(words)), limit));
  const driver = await narrowest(db, tests);
  if (driver.size > patience) {
    const walked = await walkPassing(db, order, tests, limit, patience);
    if (walked) return walked;
  }
  return rows(db, order, order.sorted(passing(asked, driver), limit));
};

/** How many items there are in all, up to `most`. */
export const countFound = async (db: Reader, asked: Asked, most: number): Promise<number> => {
  const tests = testsOf(db, asked);
  const [only] = tests;
  const driver = only && (tests.length === 1 ? driverOf(only) : await narrowest(db, tests));
  const found = driver ? passing(asked, driver) : allOf(asked);
  return count(db, sql`${found} limit ${most}`);
};

/** Rows `item` of what passes one condition, and how to ask whether a given item does. */
type Test = {
  rows: SQL;
  passes(item: SQL): SQL;
  /** To count what passes is to look at all. */
  slow: boolean;
  /** The database finds them by their `seq`, one after another. */
  inTurn?: boolean;
};

type Driver = { size: number; from: SQL; others: readonly Test[] };

type Walks = ReturnType<typeof inOrder>;

const testsOf = (db: Reader, { app, conditions, text }: Asked): Test[] => {
  const words = itemsWithWords(db, app.id, text);
  const tests = conditions.map((condition) => testOf(app, condition));
  if (!words) return tests;
  // The databases name its one column differently.
  const rows = sql`with w(item) as ${words} select w.item as item from w`;
  return [...tests, { rows, passes: (item) => sql`${item} in ${words}`, slow: false, inTurn: true }];
};

const testOf = (app: Pick<App, 'id'>, { field, holds, several, slow, missing }: Condition): Test => {
  const k = sql`k`;
  const of = sql`from item_keys k where k.field = ${field}`;
  if (missing) {
    const none = (item: SQL) => sql`not exists (select 1 ${of} and k.item = ${item} and not (${holds(k)}))`;
    const rows = sql`select i.seq as item from ${items} i where i.app_id = ${app.id} and i.deleted_at is null and ${none(sql`i.seq`)}`;
    return { rows, passes: none, slow };
  }
  const rows = sql`select ${several ? sql`distinct` : sql``} k.item as item ${of} and ${holds(k)}`;
  // An item has few rows in a field. Without `is true` a database may look through the whole stretch of an index for each item.
  return { rows, passes: (item) => sql`exists (select 1 ${of} and k.item = ${item} and (${holds(k)}) is true)`, slow };
};

const isBySeq = ({ by }: Order): boolean => 'item' in by && by.item === 'seq';

/** The only one: how much it finds makes no difference. */
const driverOf = ({ rows: from }: Test): Driver => ({ size: enough, from, others: [] });

const narrowest = async (db: Reader, tests: readonly Test[]): Promise<Driver> => {
  let best: { test: Test; size: number } | undefined;
  for (const test of tests) {
    const size = test.slow ? enough + 1 : await count(db, sql`${test.rows} limit ${enough}`);
    if (!best || size < best.size) best = { test, size };
  }
  if (!best) throw new Error('There is nothing to look for.');
  const { test, size } = best;
  return { size, from: test.rows, others: tests.filter((one) => one !== test) };
};

const allOf = ({ app, scope }: Asked): SQL =>
  sql`select i.seq as item from ${items} i where i.app_id = ${app.id} and i.deleted_at is null and ${scope.app} and ${scope.item(sql`i.seq`)}`;

const passing = ({ scope }: Asked, { from, others }: Driver): SQL =>
  sql`select d.item as item from (${from}) d where ${and([
    scope.app,
    scope.item(sql`d.item`),
    ...others.map(({ passes }) => passes(sql`d.item`)),
  ])}`;

const walkAll = async (db: Reader, order: Walks, limit: number): Promise<Found[]> => {
  const found: Found[] = [];
  for (const stage of order.stages)
    if (found.length < limit) found.push(...(await rows(db, order, order.walk(stage, limit - found.length))));
  return found;
};

/** What passes among the next of the list; undefined where too few did so far, and more may. */
const walkPassing = async (
  db: Reader,
  order: Walks,
  tests: readonly Test[],
  limit: number,
  patience: number,
): Promise<Found[] | undefined> => {
  const found: Found[] = [];
  const all = and(tests.map(({ passes }) => passes(sql`w.item`)));
  for (const stage of order.stages) {
    const next = order.walk(stage, patience);
    const passed = sql`select w.item as item, w.value as value from (${next}) w where ${all} order by ${order.inTurn(sql`w`)}`;
    found.push(...(await rows(db, order, sql`${passed} limit ${limit - found.length}`)));
    if (found.length === limit) return found;
    if ((await count(db, next)) === patience) return undefined;
  }
  return found;
};

const rows = (db: Reader, { inTurn }: Walks, query: SQL): PromiseLike<Found[]> =>
  db
    .select({ item: sql<number>`f.item`.mapWith(Number), value: sql<Found['value']>`f.value` })
    .from(sql`(${query}) f`)
    .orderBy(inTurn(sql`f`));

const count = async (db: Reader, query: SQL): Promise<number> => {
  const [row] = await db.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(sql`(${query}) f`);
  return row?.n ?? 0;
};

const and = (all: readonly SQL[]): SQL => sql.join([...all], sql` and `);
