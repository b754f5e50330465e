import { and, inArray, isNull } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { items } from '../../db/schema.ts';
import type { App } from '../app.ts';
import type { Field } from '../fields/field.ts';
import type { Item } from '../items/item.ts';
import { toItem } from '../items/rows.ts';
import { appById } from '../read.ts';
import { pendingOf } from '../upkeep/pending.ts';
import { type Condition, columnOf, conditionOf } from './condition.ts';
import { type Asked, countFound, type Found, findPage, usualPatience } from './find.ts';
import { type Order, placeIn } from './order.ts';
import { type Cursor, mostCounted, pageLength, type Question } from './question.ts';
import { scopeFor } from './scope.ts';
import { knowsNames } from './values.ts';

/** A page of a list; `after` is where the next one begins, null on the last. */
export type ItemPage = {
  items: readonly Item[];
  /** How many stand before the page. */
  before: number;
  after: Cursor | null;
};

/** How many items a list holds; `more`: there are more than could be counted. */
export type ItemCount = { count: number; more: boolean };

/** `length`: so many items are a page. `patience`: so far a list is walked in its order before what filters find is collected. */
export type Effort = { length?: number; patience?: number };

/** A page of the items that somebody sees, as they asked for them. Nothing for whom the app is not. */
export const listItems = async (
  db: Reader,
  personId: string,
  app: App,
  question: Question,
  { length = pageLength, patience = usualPatience }: Effort = {},
): Promise<ItemPage> => {
  const { found, before } = await steadily(db, app, question, async (now) => {
    const asked = await askedFor(db, personId, now, question);
    const after = placeIn(asked.order, question.after);
    return { found: await findPage(db, asked, after, length + 1, patience), before: after?.place ?? 0 };
  });
  const shown = found.slice(0, length);
  const last = shown.at(-1);
  const after = found.length > length && last ? { value: last.value, seq: last.item, place: before + length } : null;
  return { items: await itemsOf(db, shown), before, after };
};

/** How many items the list of a question holds, wherever its page begins. @param most beyond so many it is not counted */
export const countItems = async (
  db: Reader,
  personId: string,
  app: App,
  question: Question,
  most = mostCounted,
): Promise<ItemCount> => {
  const count = await steadily(db, app, question, async (now) =>
    countFound(db, await askedFor(db, personId, now, question), most + 1),
  );
  return count > most ? { count: most, more: true } : { count, more: false };
};

/**
 * All items of a list in their order, in small parts, each seen as it is when its turn comes; none comes twice. Between the parts everybody
 * else is served.
 */
export async function* walkItems(
  db: Reader,
  personId: string,
  app: App,
  question: Question,
): AsyncGenerator<readonly Item[], void, undefined> {
  const seen = new Set<number>();
  let after = question.after;
  do {
    const page: ItemPage = await listItems(db, personId, app, { ...question, after }, { length: partLength });
    // Whoever was changed meanwhile may stand further down once more.
    const fresh = page.items.filter(({ seq }) => !seen.has(seq));
    for (const { seq } of fresh) seen.add(seq);
    if (fresh.length > 0) yield fresh;
    after = page.after;
  } while (after);
}

const partLength = 250;

/**
 * What is asked of keys is asked again if the field's keys lie elsewhere by then: they were made anew, and the old ones are being
 * thrown away.
 */
const steadily = async <T>(db: Reader, app: App, question: Question, ask: (app: App) => Promise<T>): Promise<T> => {
  const used = usedBy(question);
  let now: App = app;
  for (;;) {
    const answer = await ask(now);
    if (used.size === 0) return answer;
    const then = await appById(db, app.id);
    if (!then || keysOf(then, used) === keysOf(now, used)) return answer;
    now = then;
  }
};

const usedBy = ({ sort, filters }: Question): ReadonlySet<number> =>
  new Set([sort.by, ...filters.map(({ field }) => field)].filter((by) => typeof by === 'number'));

const keysOf = (app: App, used: ReadonlySet<number>): string =>
  app.fields
    .filter(({ n }) => used.has(n))
    .map(({ n, keysN, kind }) => `${n} ${keysN} ${kind}`)
    .join();

const askedFor = async (db: Reader, personId: string, app: App, question: Question): Promise<Asked> => {
  const used = usedBy(question);
  const unready = used.size === 0 ? new Map() : (await pendingOf(db, app.id)).rekeys;
  const asker = { person: personId, at: question.at };
  const conditions = question.filters.flatMap((filter): Condition[] => {
    const field = fieldOf(app, filter.field);
    const condition = field && conditionOf(field, filter, asker, unready.has(field.id));
    return condition ? [condition] : [];
  });
  const order = await orderOf(db, personId, app, question.sort, unready);
  return { app, scope: await scopeFor(db, personId, app.id), order, conditions, text: question.text };
};

const orderOf = async (
  db: Reader,
  personId: string,
  app: App,
  { by, descending }: Question['sort'],
  unready: ReadonlyMap<string, unknown>,
): Promise<Order> => {
  const field = typeof by === 'number' ? fieldOf(app, by) : undefined;
  if (field) {
    // Items of an app that one does not see stand in no order that would tell their titles.
    const column = (await knowsNames(db, personId, field)) ? columnOf(field) : 'ref';
    return { by: { field: field.keysN, column, unready: unready.has(field.id) }, descending };
  }
  const item = by === 'number' ? 'number' : by === 'changed' ? 'updated_at' : 'seq';
  return { by: { item }, descending };
};

const fieldOf = (app: App, n: number): Field | undefined => app.fields.find((field) => field.n === n);

const itemsOf = async (db: Reader, found: readonly Found[]): Promise<Item[]> => {
  if (found.length === 0) return [];
  const seqs = found.map(({ item }) => item);
  const rows = await db
    .select()
    .from(items)
    .where(and(inArray(items.seq, seqs), isNull(items.deletedAt)));
  const bySeq = new Map(rows.map((row) => [row.seq, row]));
  return seqs.flatMap((seq) => {
    const row = bySeq.get(seq);
    return row ? [toItem(row)] : [];
  });
};
