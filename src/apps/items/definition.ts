import { and, asc, eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/doors.ts';
import { apps, fields } from '../../db/schema.ts';
import { type Params, statement, writeStatement } from '../../db/statement.ts';
import type { App } from '../app.ts';
import type { Field } from '../fields/field.ts';
import { appById, toField } from '../read.ts';
import { type Pending, pendingOf } from '../upkeep/pending.ts';

/** All that says how an item of an app is stored. */
export type Definition = {
  app: App;
  /** Fields that can still be brought back: items hold what they held in them, and are found by it again then. */
  removed: readonly Field[];
  /** What upkeep is about to set in the place of what the fields say: every change writes both. */
  pending: Pending;
};

/** Where a field's values stand: in documents under `field.n`, and in `item_keys` under each of `keys`. */
export type Place = { field: Field; keys: readonly number[] };

/**
 * Keeps everybody else from changing the app or any of its items until the unit of work ends, and tells how items are stored now.
 * Undefined where there is no such app, or it is archived. So nothing that is stored was judged by what is no longer so, and what is
 * asked here and then written holds on either database.
 */
export const lockApp = async (tx: Tx, appId: string): Promise<Definition | undefined> => {
  const of = await lockAnyApp(tx, appId);
  return of?.app.archivedAt === null ? of : undefined;
};

/** The same for upkeep, which looks after archived apps too. */
export const lockAnyApp = async (tx: Tx, appId: string): Promise<Definition | undefined> => {
  const locked = await hold(tx, { app: appId });
  return locked === 0 ? undefined : definitionOf(tx, appId);
};

/** The same for who only reads, or holds the app already; archived apps too. */
export const definitionOf = async (db: Reader, appId: string): Promise<Definition | undefined> => {
  const app = await appById(db, appId);
  if (!app) return undefined;
  const rows = await removedOf(db, { app: appId });
  return { app, removed: rows.map(toField), pending: await pendingOf(db, appId) };
};

/** Every place in which an item of the app has values: those of its fields, of removed ones, and of those that are being made. */
export const placesOf = ({ app, removed, pending }: Definition): readonly Place[] => [
  ...[...app.fields, ...removed].map((field) => ({
    field,
    keys: [field.keysN, ...(pending.rekeys.get(field.id) ?? [])],
  })),
  ...pending.conversions.map(({ to }) => ({ field: to, keys: [to.keysN] })),
];

/** A change that changes nothing: whoever comes next waits for this one's end. */
const hold = writeStatement((tx, p: Params<{ app: string }>) =>
  tx
    .update(apps)
    .set({ lastNumber: sql`${apps.lastNumber}` })
    .where(eq(apps.id, p('app'))),
);

const removedOf = statement((db, p: Params<{ app: string }>) =>
  db
    .select()
    .from(fields)
    .where(and(eq(fields.appId, p('app')), sql`${fields.removedAt} is not null`))
    .orderBy(asc(fields.n)),
);
