import type { Tx } from '../../db/doors.ts';
import { DatabaseFull } from '../../db/errors.ts';
import { isUniqueViolation } from '../../db/violations.ts';
import type { Doc } from '../fields/value.ts';
import { lockApp } from '../items/definition.ts';
import { appById } from '../read.ts';
import { mayIn } from '../rights.ts';
import { bringItems } from './bring.ts';
import { breathe, Stopped, type Work } from './control.ts';
import { definedAs } from './defined-as.ts';
import { FileWrong } from './file.ts';
import { moveImport } from './imports.ts';
import { Judge, type JudgedRow } from './judge.ts';
import { Pace, rowsAtOnce } from './pace.ts';
import { rowsInParts } from './reading.ts';
import type { Failure, ImportProgress, ItemImport } from './shape.ts';

/**
 * Writes the items of a file that was confirmed, from where it stands, and shows them to everybody when all are there. If that
 * cannot be, it is on the way back when this ends. @throws Stopped
 */
export const writeImport = async (work: Work, found: ItemImport): Promise<void> => {
  try {
    const progress = await writeRows(work, found);
    await showAll(work, found, progress);
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) throw error;
    const change = { state: 'undoing', plan: { ...found.plan, failure } } as const;
    await work.db.write((tx) => moveImport(tx, found.id, ['writing'], change, work.now()));
  }
};

/** Why the items cannot be there. */
class Failed extends Error {
  readonly failure: Failure;
  constructor(why: Failure['why'], about = '') {
    super(`An import failed: ${why} ${about}`);
    this.failure = { why, about };
  }
}

const failureOf = (error: unknown): Failure | undefined => {
  if (error instanceof Failed) return error.failure;
  if (error instanceof FileWrong) return { why: error.found.problem, about: error.found.about };
  if (error instanceof DatabaseFull) return { why: 'disk-full', about: '' };
  return isUniqueViolation(error) ? { why: 'taken', about: '' } : undefined;
};

const writeRows = async (work: Work, found: ItemImport): Promise<ImportProgress> => {
  const app = await appById(work.db.read, found.appId);
  if (!app || definedAs(app) !== found.plan.definedAs) throw new Failed('changed');
  const judge = new Judge(work.db.read, app, found.plan, found.actorId);
  const pace = new Pace();
  let progress = found.progress;
  for await (const rows of rowsInParts(work, found, { skipped: progress.rows, atOnce: rowsAtOnce.written })) {
    const judged = await pace.work(() => judge.judge(rows));
    await breathe(work);
    const unit = unitOf(found, progress, judged);
    await work.db.write((tx) => pace.work(() => writeUnit(tx, work, found, unit)));
    progress = unit.after;
    await breathe(work, pace.rest());
  }
  return progress;
};

/** What one unit of work writes, and how far it is before and after. */
type WrittenUnit = { docs: readonly Doc[]; before: ImportProgress; after: ImportProgress };

/** @throws Failed for a row that was good when the file was read */
const unitOf = (found: ItemImport, before: ImportProgress, judged: readonly JudgedRow[]): WrittenUnit => {
  const docs: Doc[] = [];
  let { bad } = before;
  for (const row of judged) {
    if ('doc' in row) docs.push(row.doc);
    else if (++bad > (found.plan.found?.bad ?? 0)) {
      const taken = row.bad.complaints.some(({ problem }) => problem === 'taken');
      throw new Failed(taken ? 'taken' : 'changed', String(row.bad.line));
    }
  }
  const [rows, good, written] = [judged.length, docs.length, docs.length];
  const after = {
    ...{ rows: before.rows + rows, good: before.good + good },
    ...{ bad, written: before.written + written },
  };
  return { docs, before, after };
};

const writeUnit = async (
  tx: Tx,
  { now }: Work,
  { id, appId, actorId, plan, seqFrom }: ItemImport,
  { docs, before, after }: WrittenUnit,
): Promise<void> => {
  if (!(await moveImport(tx, id, ['writing'], { progress: after }, now()))) throw new Stopped();
  const of = await lockApp(tx, appId);
  if (!of || definedAs(of.app) !== plan.definedAs) throw new Failed('changed');
  if (!(await mayIn(tx, actorId, appId)).create) throw new Failed('no-right');
  const { numbers } = plan;
  if (numbers === null || seqFrom === null || after.written > numbers.count) throw new Failed('changed');
  const brought = docs.map((doc, place) => ({
    doc,
    seq: seqFrom + before.written + place,
    number: numbers.from + before.written + place,
  }));
  await bringItems(tx, of, brought, { actor: actorId, at: numbers.at, import: id });
};

/** One small unit: from now on the items are everybody's who sees the app. */
const showAll = async ({ db, now }: Work, found: ItemImport, { written }: ImportProgress): Promise<void> => {
  const { id, appId, actorId, plan } = found;
  if (written !== plan.numbers?.count) throw new Failed('changed');
  await db.write(async (tx) => {
    const change = { state: 'done', seqFrom: null, seqTo: null } as const;
    if (!(await moveImport(tx, id, ['writing'], change, now()))) throw new Stopped();
    const after = { items: written };
    const entry = { actor: actorId, action: 'items.imported', object: appId, after } as const;
    await tx.record({ kind: 'app', ids: { app: appId } }, entry);
  });
};
