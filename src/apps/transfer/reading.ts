import type { CsvRow } from '../../csv/read.ts';
import type { App } from '../app.ts';
import { appById } from '../read.ts';
import { breathe, opening, Stopped, type Work } from './control.ts';
import { definedAs } from './defined-as.ts';
import { FileWrong, rowsOf } from './file.ts';
import { moveImport } from './imports.ts';
import { Judge, type JudgedRow } from './judge.ts';
import { kept } from './limits.ts';
import { Pace, rowsAtOnce } from './pace.ts';
import type { Failure, Found, ImportPhase, ItemImport } from './shape.ts';

/** Reads a whole file and judges each row of it. Nothing is written but how far it is, and in the end what was found. @throws Stopped */
export const readImport = async (work: Work, found: ItemImport): Promise<void> => {
  const app = await appById(work.db.read, found.appId);
  if (!app) return end(work, found, 'failed', none(), { why: 'changed', about: '' });
  const tally = none();
  try {
    await readRows(work, found, app, tally);
    await end(work, { ...found, plan: { ...found.plan, definedAs: definedAs(app) } }, 'read', tally, null);
  } catch (error) {
    if (error instanceof BadRowFound) await end(work, found, 'failed', tally, { why: 'bad-row', about: '' });
    else if (error instanceof FileWrong)
      await end(work, found, 'failed', tally, { why: error.found.problem, about: error.found.about });
    else throw error;
  }
};

/** The rows of a file, some at a time; the first of them are left out. */
export async function* rowsInParts(
  work: Work,
  found: ItemImport,
  { skipped, atOnce }: { skipped: number; atOnce: number },
): AsyncGenerator<readonly CsvRow[], void, undefined> {
  let part: CsvRow[] = [];
  let count = 0;
  for await (const row of rowsOf(opening(work, found), found.plan.file)) {
    if (++count <= skipped) continue;
    part.push(row);
    if (part.length < atOnce) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

type Tally = Found & { rows: number };

const none = (): Tally => ({ rows: 0, good: 0, bad: 0, badRows: [], first: [] });

/** It was to stop at the first bad row. */
class BadRowFound extends Error {}

const readRows = async (work: Work, found: ItemImport, app: App, tally: Tally): Promise<void> => {
  const judge = new Judge(work.db.read, app, found.plan, found.actorId);
  const pace = new Pace();
  let told = performance.now();
  for await (const rows of rowsInParts(work, found, { skipped: 0, atOnce: rowsAtOnce.read })) {
    for (const row of await pace.work(() => judge.judge(rows))) {
      count(tally, row);
      if (tally.bad > 0 && found.plan.onBad === 'stop') throw new BadRowFound();
    }
    await breathe(work, pace.rest());
    if (performance.now() - told < between) continue;
    await tell(work, found, tally);
    told = performance.now();
  }
};

/** How often it is said how far it is, ms. */
const between = 500;

const count = (tally: Tally, row: JudgedRow): void => {
  tally.rows++;
  if ('bad' in row) {
    tally.bad++;
    if (tally.badRows.length < kept.bad) tally.badRows.push(row.bad);
  } else {
    tally.good++;
    if (tally.first.length < kept.first) tally.first.push(row);
  }
};

const progressOf = ({ rows, good, bad }: Tally) => ({ rows, good, bad, written: 0 });

const tell = async ({ db, now }: Work, { id }: ItemImport, tally: Tally): Promise<void> => {
  const progress = progressOf(tally);
  if (!(await db.write((tx) => moveImport(tx, id, ['reading'], { progress }, now())))) throw new Stopped();
};

const end = async (
  { db, now }: Work,
  { id, plan }: ItemImport,
  state: ImportPhase,
  { rows, ...tally }: Tally,
  failure: Failure | null,
): Promise<void> => {
  const change = { state, plan: { ...plan, found: tally, failure }, progress: progressOf({ rows, ...tally }) };
  await db.write((tx) => moveImport(tx, id, ['reading'], change, now()));
};
