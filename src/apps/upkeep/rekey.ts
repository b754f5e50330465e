import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { Tx } from '../../db/doors.ts';
import { fields, itemKeys } from '../../db/schema.ts';
import type { Field } from '../fields/field.ts';
import { namesFor } from '../fields/names.ts';
import { lockAnyApp } from '../items/definition.ts';
import { dropKey, insertKeys, keyRows, type StoredKey } from '../items/keys.ts';
import { addJob, type JobOf, removeJob, setDone } from './jobs.ts';
import { planRekey } from './plan.ts';
import { nextItems, tellApp, type Unit } from './walk.ts';

/** Makes keys of a field for the next items; after the last of them the field points to the new ones. */
export const rekey = async (tx: Tx, job: JobOf<'rekey'>, unit: Unit): Promise<void> => {
  const { task } = job;
  const of = await lockAnyApp(tx, task.app);
  const field = of && [...of.app.fields, ...of.removed].find(({ id }) => id === task.field);
  if (!field) return giveUp(tx, job);
  let done = job.done;
  for (;;) {
    const items = await nextItems(tx, task.app, done, { deleted: false, limit: unit.slice });
    const names = await namesFor(
      tx,
      [field],
      items.map(({ doc }) => doc),
      null,
    );
    const rows = items.flatMap((item) => keyRows([{ field, keys: [task.keysN] }], item, names));
    if (await isDouble(tx, rows)) return letBeDouble(tx, field);
    for (const { seq } of items) await dropKey(tx, { field: task.keysN, item: seq });
    await insertKeys(tx, rows);
    done = items.at(-1)?.number ?? done;
    if (items.length < unit.slice) return pointTo(tx, job, field);
    unit.did(items.length);
    if (unit.tired) return setDone(tx, job, done);
  }
};

const pointTo = async (tx: Tx, job: JobOf<'rekey'>, field: Field): Promise<void> => {
  await tx.update(fields).set({ keysN: job.task.keysN }).where(eq(fields.id, field.id));
  await removeJob(tx, job);
  await addJob(tx, { kind: 'drop-keys', keysN: field.keysN });
  await tellApp(tx, field.appId);
};

/** The field is gone for good. */
const giveUp = async (tx: Tx, job: JobOf<'rekey'>): Promise<void> => {
  await removeJob(tx, job);
  await addJob(tx, { kind: 'drop-keys', keysN: job.task.keysN });
};

/** Whether two items hold the same in a unique field. */
const isDouble = async (tx: Tx, rows: readonly StoredKey[]): Promise<boolean> => {
  const [first] = rows;
  const soles = rows.flatMap(({ sole }) => sole ?? []);
  if (!first || soles.length === 0) return false;
  if (new Set(soles).size < soles.length) return true;
  const own = [...new Set(rows.map(({ item }) => item))];
  const [other] = await tx
    .select({ item: itemKeys.item })
    .from(itemKeys)
    .where(
      and(
        ...[eq(itemKeys.field, first.field), inArray(itemKeys.sole, soles), notInArray(itemKeys.item, own)],
        sql`${itemKeys.sole} is not null`,
      ),
    )
    .limit(1);
  return other !== undefined;
};

/** A field cannot become unique whose values are not: whoever wished it was told beforehand, but somebody was quicker. */
const letBeDouble = async (tx: Tx, field: Field): Promise<void> => {
  await tx.update(fields).set({ sole: false }).where(eq(fields.id, field.id));
  await planRekey(tx, field.id);
  await tellApp(tx, field.appId, {
    ...{ actor: null, action: 'field.changed', object: field.id },
    ...{ before: { unique: true }, after: { unique: false } },
  });
};
