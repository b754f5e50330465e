import { and, asc, eq, inArray, isNotNull, lte } from 'drizzle-orm';
import type { Db, Reader, Tx } from '../../db/doors.ts';
import { fields, itemChanges, itemComments, itemFiles, itemKeys, items } from '../../db/schema.ts';
import { keptFor } from '../build/definition.ts';
import { lockAnyApp } from '../items/definition.ts';
import { withValue } from '../items/doc.ts';
import type { Item } from '../items/item.ts';
import { addJob, type JobOf, jobs, removeJob, setDone } from './jobs.ts';
import { nextItems, type Pace, rewriteDoc, tellApp, type Unit } from './walk.ts';

/** A removed field goes for good: out of the documents, out of the history, and what it was found by. */
export const purgeField = async (tx: Tx, job: JobOf<'purge'>, unit: Unit): Promise<void> => {
  const of = await lockAnyApp(tx, job.task.app);
  const field = of?.removed.find(({ id }) => id === job.task.field);
  // Somebody brought it back, which is not done once this has begun: so it has not.
  if (!field) return removeJob(tx, job);
  const done = await takeOut(tx, job, unit, field.n, (some) => forgetIn(tx, some, field));
  if (done !== 'all') return setDone(tx, job, done);
  await removeJob(tx, job);
  await addJob(tx, { kind: 'drop-keys', keysN: field.keysN });
  await tx.delete(fields).where(eq(fields.id, field.id));
  await tellApp(tx, field.appId, {
    ...{ actor: null, action: 'field.purged', object: field.id },
    before: { app: field.appId, name: field.name },
  });
};

/** Takes out of the documents what a conversion has written that was called off. */
export const undo = async (tx: Tx, job: JobOf<'undo'>, unit: Unit): Promise<void> => {
  await lockAnyApp(tx, job.task.app);
  const done = await takeOut(tx, job, unit, job.task.n);
  await (done === 'all' ? removeJob(tx, job) : setDone(tx, job, done));
};

/** Keys that nothing points to go. */
export const dropOldKeys = async (tx: Tx, job: JobOf<'drop-keys'>, unit: Unit): Promise<void> => {
  const field = eq(itemKeys.field, job.task.keysN);
  const some = tx
    .select({ item: itemKeys.item })
    .from(itemKeys)
    .where(field)
    .orderBy(asc(itemKeys.item))
    .limit(unit.most);
  const gone = await tx
    .delete(itemKeys)
    .where(and(field, inArray(itemKeys.item, some)))
    .returning({ item: itemKeys.item });
  if (gone.length === 0) await removeJob(tx, job);
};

/** Begins with what has been removed for thirty days: fields, one after another, or else the next items. Whether there was any. */
export const purgeOld = async (db: Db, now: number, { slice }: Pace): Promise<boolean> => {
  const before = now - keptFor;
  const [field] = await oldFields(db.read, before);
  if (field) {
    await db.write(async (tx) => {
      const [still] = await oldFields(tx, before);
      if (still && !(await jobs(tx)).some(({ task }) => task.kind === 'purge'))
        await addJob(tx, { kind: 'purge', app: still.appId, field: still.id });
    });
    return true;
  }
  const [item] = await oldItems(db.read, before, slice);
  if (item) await db.write((tx) => purgeItems(tx, before, slice));
  return item !== undefined;
};

const takeOut = async (
  tx: Tx,
  { task: { app }, done: begun }: JobOf<'purge'> | JobOf<'undo'>,
  unit: Unit,
  n: number,
  also?: (items: readonly Item[]) => Promise<void>,
): Promise<number | 'all'> => {
  let done = begun;
  for (;;) {
    const some = await nextItems(tx, app, done, { deleted: true, limit: unit.slice });
    for (const { seq, doc } of some)
      if (Object.hasOwn(doc, String(n))) await rewriteDoc(tx, { seq, doc: withValue(doc, { n }, undefined) });
    await also?.(some);
    done = some.at(-1)?.number ?? done;
    if (some.length < unit.slice) return 'all';
    unit.did(some.length);
    if (unit.tired) return done;
  }
};

/** An entry of the history stays, without what it told of the field: that something was changed then is no secret of the field's. */
const forgetIn = async (tx: Tx, of: readonly Item[], { id, n }: { id: string; n: number }): Promise<void> => {
  const seqs = of.map(({ seq }) => seq);
  if (seqs.length === 0) return;
  await tx.delete(itemFiles).where(and(eq(itemFiles.fieldId, id), inArray(itemFiles.item, seqs)));
  const rows = await tx
    .select({ id: itemChanges.id, values: itemChanges.values })
    .from(itemChanges)
    .where(inArray(itemChanges.item, seqs));
  for (const { id: change, values } of rows) {
    const { [String(n)]: told, ...rest } = values as Record<string, unknown>;
    if (told !== undefined) await tx.update(itemChanges).set({ values: rest }).where(eq(itemChanges.id, change));
  }
};

const oldFields = (db: Reader, before: number) =>
  db
    .select({ id: fields.id, appId: fields.appId })
    .from(fields)
    .where(and(isNotNull(fields.removedAt), lte(fields.removedAt, before)))
    .limit(1);

const oldItems = (db: Reader, before: number, limit: number) =>
  db
    .select({ seq: items.seq })
    .from(items)
    .where(and(isNotNull(items.deletedAt), lte(items.deletedAt, before)))
    .orderBy(asc(items.deletedAt))
    .limit(limit);

/** What refers to them keeps their ids, which nobody knows any more. */
const purgeItems = async (tx: Tx, before: number, limit: number): Promise<void> => {
  const seqs = (await oldItems(tx, before, limit)).map(({ seq }) => seq);
  if (seqs.length === 0) return;
  for (const table of [itemChanges, itemComments, itemFiles]) await tx.delete(table).where(inArray(table.item, seqs));
  await tx.delete(items).where(inArray(items.seq, seqs));
};
