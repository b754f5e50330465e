import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/doors.ts';
import { fields } from '../../db/schema.ts';
import { newId } from '../../id.ts';
import { followViews } from '../build/views.ts';
import type { Field } from '../fields/field.ts';
import { namesFor } from '../fields/names.ts';
import { convertedIn } from '../items/converting.ts';
import { lockAnyApp } from '../items/definition.ts';
import { withValue } from '../items/doc.ts';
import type { Item } from '../items/item.ts';
import { rewriteKeys } from '../items/keys.ts';
import { addJob, type JobOf, removeJob, setDone } from './jobs.ts';
import { planRetitle } from './plan.ts';
import { nextItems, rewriteDoc, tellApp, type Unit } from './walk.ts';

/**
 * Writes what the next items hold in a field in the form of its new type, beside the old. After the last of them the field is of the new
 * type; as it was, with the old values, it stays as a removed one.
 */
export const convert = async (tx: Tx, job: JobOf<'conversion'>, unit: Unit, now: number): Promise<void> => {
  const of = await lockAnyApp(tx, job.task.app);
  const from = of?.app.fields.find(({ id }) => id === job.task.field);
  const to = of?.pending.conversions.find((one) => one.from === job.task.field)?.to;
  if (!from || !to) return callOff(tx, job, to);
  let done = job.done;
  for (;;) {
    const items = await nextItems(tx, job.task.app, done, { deleted: true, limit: unit.slice });
    if (!(await convertThese(tx, items, from, to))) return callOff(tx, job, to);
    done = items.at(-1)?.number ?? done;
    if (items.length < unit.slice) return switchOver(tx, job, from, to, now);
    unit.did(items.length);
    if (unit.tired) return setDone(tx, job, done);
  }
};

/** False where one of them holds what the new type cannot; deleted ones count, which can come back. */
const convertThese = async (tx: Tx, items: readonly Item[], from: Field, to: Field): Promise<boolean> => {
  const made: Item[] = [];
  for (const item of items) {
    const value = convertedIn(from, to, item.doc);
    if (value === 'lost') return false;
    made.push({ ...item, doc: withValue(item.doc, to, value?.value) });
  }
  const docs = made.map(({ doc }) => doc);
  const names = await namesFor(tx, [to], docs, null);
  for (const item of made) {
    await rewriteDoc(tx, { seq: item.seq, doc: item.doc });
    if (item.deletedAt === null) await rewriteKeys(tx, [{ field: to, keys: [to.keysN] }], item, names);
  }
  return true;
};

const switchOver = async (tx: Tx, job: JobOf<'conversion'>, from: Field, to: Field, now: number): Promise<void> => {
  const [row] = await tx.select().from(fields).where(eq(fields.id, from.id));
  await tx
    .update(fields)
    .set({
      ...{ n: to.n, keysN: to.keysN, kind: to.kind, options: to.options, initial: to.initial, sole: to.sole },
      refersTo: 'app' in to.options ? to.options.app : null,
    })
    .where(eq(fields.id, from.id));
  if (row) await tx.insert(fields).values({ ...row, id: newId(), removedAt: now, removedBy: null });
  await followViews(tx, from.appId, from.n, to.n);
  await removeJob(tx, job);
  await planRetitle(tx, from.appId);
  await tellApp(tx, from.appId, {
    ...{ actor: job.task.by, action: 'field.kind-changed', object: from.id },
    ...{ before: { fieldKind: from.kind }, after: { fieldKind: to.kind } },
  });
};

/** The field is gone, or holds what the new type cannot: it stays what it is, and nothing of the attempt does. */
const callOff = async (tx: Tx, job: JobOf<'conversion'>, to: Field | undefined): Promise<void> => {
  await removeJob(tx, job);
  if (to) await addJob(tx, { kind: 'undo', app: job.task.app, n: to.n });
  if (to) await addJob(tx, { kind: 'drop-keys', keysN: to.keysN });
  await tellApp(tx, job.task.app);
};
