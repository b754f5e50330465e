import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/doors.ts';
import { apps, items } from '../../db/schema.ts';
import { type Params, statement, writeStatement } from '../../db/statement.ts';
import type { Doc } from '../fields/value.ts';
import type { Item } from '../items/item.ts';
import { toItem } from '../items/rows.ts';

/** How much is done in one unit of work: everybody waits for whoever writes. */
export type Pace = {
  /** Items of one unit, at most. */
  most: number;
  /** Items of one piece, after which it is asked whether there is time for another. */
  slice: number;
  /** Ms of the clock that runs whatever the processor does, so that on a busy machine the units are smaller. */
  ms: number;
};

/** What nobody notices. */
export const steady: Pace = { most: 250, slice: 10, ms: 8 };

/** One unit of work on its way. */
export type Unit = { readonly slice: number; readonly most: number; readonly tired: boolean; did(items: number): void };

/** Begins a unit of work, which says itself when it has taken long enough. */
export const begin = ({ most, slice, ms }: Pace): Unit => {
  const until = performance.now() + ms;
  let left = most;
  return {
    slice,
    most,
    get tired() {
      return left <= 0 || performance.now() >= until;
    },
    did(items) {
      left -= items;
    },
  };
};

/** The next items of an app, by their numbers: what is created meanwhile comes last, imported ones too. */
export const nextItems = async (
  db: Reader,
  app: string,
  after: number,
  { deleted, limit }: { deleted: boolean; limit: number },
): Promise<Item[]> => {
  const rows = await (deleted ? nextOfAll : nextOnes)(db, { app, after, limit });
  return rows.map(toItem);
};

/** What an item holds becomes another, and nobody did that: neither its version nor its history tell of it. */
export const rewriteDoc = writeStatement((tx, p: Params<{ seq: number; doc: Doc }>) =>
  tx
    .update(items)
    .set({ doc: p('doc') })
    .where(eq(items.seq, p('seq'))),
);

/** The same for what it is called. */
export const rewriteTitle = writeStatement((tx, p: Params<{ seq: number; title: string }>) =>
  tx
    .update(items)
    .set({ title: p('title') })
    .where(eq(items.seq, p('seq'))),
);

/** How an app's items are stored is another now: what was kept of the app by its version is old, and the screens hear of it. */
export const tellApp = async (tx: Tx, app: string, ...entries: Parameters<Tx['recordAll']>[1]): Promise<void> => {
  await tx
    .update(apps)
    .set({ version: sql`${apps.version} + 1` })
    .where(eq(apps.id, app));
  await tx.recordAll({ kind: 'app', ids: { app } }, entries);
};

const next = (onlyThere: boolean) =>
  statement((db, p: Params<{ app: string; after: number; limit: number }>) =>
    db
      .select()
      .from(items)
      .where(
        and(eq(items.appId, p('app')), gt(items.number, p('after')), onlyThere ? isNull(items.deletedAt) : undefined),
      )
      .orderBy(asc(items.number))
      .limit(p('limit')),
  );
const nextOfAll = next(false);
const nextOnes = next(true);
