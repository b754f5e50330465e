import { and, eq, inArray, isNull, notExists, sql } from 'drizzle-orm';
import type { Db, Tx } from '../../db/doors.ts';
import { apps, files, itemImports } from '../../db/schema.ts';
import type { FileStore } from '../../files/store.ts';
import type { App } from '../app.ts';
import { takeNumbers } from '../numbers.ts';
import { appById } from '../read.ts';
import { definedAs } from './defined-as.ts';
import { importById, moveImport } from './imports.ts';
import { type Failure, type ImportPlan, type ItemImport, noProgress } from './shape.ts';

/** Says where the columns go: the file is read from its beginning. False if it is past that. */
export const readAgain = (
  tx: Tx,
  { id, plan }: ItemImport,
  app: App,
  chosen: Pick<ImportPlan, 'columns' | 'onBad'>,
  at: number,
): Promise<boolean> => {
  const next = { ...plan, ...chosen, definedAs: definedAs(app), found: null, numbers: null, failure: null };
  return moveImport(tx, id, ['mapping', 'read', 'failed'], { state: 'reading', plan: next, progress: noProgress }, at);
};

/** Goes back to where the columns are chosen. False if there is no file any more to choose them for. */
export const chooseAgain = async (tx: Tx, { id, fileId }: ItemImport, at: number): Promise<boolean> =>
  fileId !== null && moveImport(tx, id, ['read', 'failed'], { state: 'mapping', progress: noProgress }, at);

/**
 * Takes the numbers for all good rows and begins to write them. Nobody sees any of them until all are there.
 * One import at a time writes into an app. @throws NotConfirmed
 */
export const confirmImport = async (
  tx: Tx,
  { id, appId }: Pick<ItemImport, 'id' | 'appId'>,
  at: number,
): Promise<void> => {
  // What was looked at may have been read anew since.
  const now = await importById(tx, id);
  if (!now) throw new NotConfirmed('nothing');
  const { plan, state } = now;
  const count = plan.found?.good ?? 0;
  if (state !== 'read' || count === 0) throw new NotConfirmed('nothing');
  // Who comes second waits here for the first, and then sees that the first is writing.
  const [app] = await tx
    .update(apps)
    .set({ lastNumber: sql`${apps.lastNumber} + ${count}` })
    .where(and(eq(apps.id, appId), isNull(apps.archivedAt), notExists(writingInto(tx, appId))))
    .returning({ last: apps.lastNumber });
  if (!app) throw new NotConfirmed((await writingInto(tx, appId)).length > 0 ? 'busy' : 'changed');
  const defined = await appById(tx, appId);
  if (!defined || definedAs(defined) !== plan.definedAs) throw new NotConfirmed('changed');
  const seqFrom = await takeNumbers(tx, 'item', count);
  const numbers = { from: app.last - count + 1, count, at };
  const change = { state: 'writing', plan: { ...plan, numbers }, progress: noProgress } as const;
  const moved = await moveImport(tx, id, ['read'], { ...change, seqFrom, seqTo: seqFrom + count - 1 }, at);
  if (!moved) throw new NotConfirmed('nothing');
};

/** Why an import that was looked at cannot be written. Whatever the unit of work took is given back with it. */
export class NotConfirmed extends Error {
  override readonly name = 'NotConfirmed';
  readonly why: 'changed' | 'busy' | 'nothing';
  constructor(why: NotConfirmed['why']) {
    super(`An import cannot be written: ${why}`);
    this.why = why;
  }
}

/** Ends an import that is not done. What is written already is taken back. False if it is too late. */
export const cancelImport = async (tx: Tx, { id }: Pick<ItemImport, 'id'>, at: number): Promise<boolean> => {
  const ended =
    (await moveImport(tx, id, ['writing'], { state: 'undoing' }, at)) ||
    (await moveImport(tx, id, ['mapping', 'reading', 'read', 'failed'], { state: 'cancelled' }, at));
  // As it is now: confirmed since it was looked at, it has taken numbers that it is to give back.
  const now = ended ? await importById(tx, id) : undefined;
  if (!now) return false;
  const failure: Failure = { why: 'cancelled', about: '' };
  return moveImport(tx, id, [now.state], { plan: { ...now.plan, failure } }, at);
};

/** Lets go of the file of an import that needs it no more. */
export const dropFile = async (db: Db, store: FileStore, id: string): Promise<void> => {
  const fileId = await db.write(async (tx) => {
    const [row] = await tx.select({ fileId: itemImports.fileId }).from(itemImports).where(eq(itemImports.id, id));
    if (!row?.fileId) return null;
    await tx.update(itemImports).set({ fileId: null }).where(eq(itemImports.id, id));
    await tx.delete(files).where(eq(files.id, row.fileId));
    return row.fileId;
  });
  if (fileId !== null) await store.remove([fileId]);
};

const writingInto = (tx: Tx, appId: string) =>
  tx
    .select({ one: sql`1` })
    .from(itemImports)
    .where(and(eq(itemImports.appId, appId), inArray(itemImports.state, ['writing', 'undoing'])));
