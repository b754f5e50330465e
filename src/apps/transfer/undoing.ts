import { and, between, eq, gte, sql } from 'drizzle-orm';
import type { Tx } from '../../db/doors.ts';
import { dropItemWords } from '../../db/item-search.ts';
import { apps, itemChanges, itemKeys, items } from '../../db/schema.ts';
import { type Params, writeStatement } from '../../db/statement.ts';
import { definitionOf, placesOf } from '../items/definition.ts';
import { breathe, Stopped, type Work } from './control.ts';
import { moveImport } from './imports.ts';
import { Pace, rowsAtOnce } from './pace.ts';
import type { ItemImport } from './shape.ts';

/** Takes everything back that an import has written, the last first, and its numbers if nobody has taken later ones. @throws Stopped */
export const undoImport = async (work: Work, found: ItemImport): Promise<void> => {
  const { id, seqFrom, progress } = found;
  const pace = new Pace();
  for (let left = progress.written; left > 0; ) {
    const [from, to] = [Math.max(0, left - rowsAtOnce.written), left];
    await work.db.write((tx) =>
      pace.work(async () => {
        const change = { progress: { ...progress, written: from } };
        if (!(await moveImport(tx, id, ['undoing'], change, work.now()))) throw new Stopped();
        if (seqFrom !== null) await erase(tx, found.appId, seqFrom + from, seqFrom + to - 1);
      }),
    );
    left = from;
    await breathe(work, pace.rest());
  }
  await work.db.write((tx) => end(tx, found, work.now()));
};

/** Nobody has ever seen these items: nothing refers to them, and nobody has said anything about them. */
const erase = async (tx: Tx, appId: string, from: number, to: number): Promise<void> => {
  const of = await definitionOf(tx, appId);
  if (!of) return;
  for (const field of placesOf(of).flatMap(({ keys }) => keys)) await eraseKeys(tx, { field, from, to });
  for (let seq = from; seq <= to; seq++) await dropItemWords(tx, seq);
  await tx.delete(itemChanges).where(between(itemChanges.item, from, to));
  await tx.delete(items).where(and(eq(items.appId, appId), between(items.seq, from, to)));
};

const end = async (tx: Tx, { id, appId, actorId, plan }: ItemImport, at: number): Promise<void> => {
  const cancelled = plan.failure?.why === 'cancelled';
  const change = { state: cancelled ? 'cancelled' : 'failed', seqFrom: null, seqTo: null } as const;
  if (!(await moveImport(tx, id, ['undoing'], change, at))) throw new Stopped();
  const count = plan.numbers?.count ?? 0;
  const last = (plan.numbers?.from ?? 0) + count - 1;
  await tx
    .update(apps)
    .set({ lastNumber: sql`${apps.lastNumber} - ${count}` })
    .where(and(eq(apps.id, appId), eq(apps.lastNumber, last), gte(apps.lastNumber, count)));
  await tx.record(null, { actor: actorId, action: 'items.import-undone', object: appId, after: { items: count } });
};

const eraseKeys = writeStatement((tx, p: Params<{ field: number; from: number; to: number }>) =>
  tx
    .delete(itemKeys)
    .where(and(eq(itemKeys.field, p('field')), gte(itemKeys.item, p('from')), sql`${itemKeys.item} <= ${p('to')}`)),
);
