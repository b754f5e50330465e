import { Stopped, type Work } from './control.ts';
import { abandonedImports, importById, importsIn, moveImport } from './imports.ts';
import { importLives } from './limits.ts';
import { readImport } from './reading.ts';
import { cancelImport, dropFile } from './steps.ts';
import { undoImport } from './undoing.ts';
import { writeImport } from './writing.ts';

/** What the worker is given: the data, and what becomes of failures that nobody can do anything about. */
type Given = Pick<Work, 'db' | 'files'> & {
  onError: (error: unknown, importId: string) => void;
  now?: () => number;
};

/**
 * Works on all imports that want it, from where they stand: those that the process before left unfinished too. Looks for new ones every
 * second. Returns how to stop: that waits for the unit that is being written, and leaves the rest for the next start.
 */
export const startImporter = ({ onError, now = Date.now, ...given }: Given): (() => Promise<void>) => {
  let stopped = false;
  const work: Work = { ...given, now, stopping: () => stopped };
  const running = new Map<string, Promise<void>>();
  const failed = new Map<string, number>();

  const run = async (id: string): Promise<void> => {
    try {
      await workOn(work, id);
      failed.delete(id);
    } catch (error) {
      onError(error, id);
      const times = (failed.get(id) ?? 0) + 1;
      failed.set(id, times);
      if (times >= patience) await giveUp(work, id).catch((also: unknown) => onError(also, id));
    } finally {
      running.delete(id);
    }
  };

  let swept = 0;
  const look = async (): Promise<void> => {
    if (now() - swept > hour) {
      swept = now();
      await dropAbandonedImports(work);
    }
    if (running.size >= atOnce) return;
    const ids = await importsIn(given.db.read, ['reading', 'writing', 'undoing']);
    for (const id of ids) if (!stopped && running.size < atOnce && !running.has(id)) running.set(id, run(id));
  };

  let looking: Promise<void> | undefined;
  const timer = setInterval(() => {
    looking ??= look()
      .catch((error: unknown) => onError(error, ''))
      .finally(() => {
        looking = undefined;
      });
  }, every).unref();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await looking;
    await Promise.all(running.values());
  };
};

/** Works on an import until it waits for somebody, or is over. */
export const workOn = async (work: Work, id: string): Promise<void> => {
  try {
    while (await workOnce(work, id));
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    if (!work.stopping()) await workOn(work, id);
  }
};

/** The next thing that is to be done with an import; false if there is nothing. */
const workOnce = async (work: Work, id: string): Promise<boolean> => {
  const found = await importById(work.db.read, id);
  switch (found?.state) {
    case 'reading':
      await readImport(work, found);
      return true;
    case 'writing':
      await writeImport(work, found);
      return true;
    case 'undoing':
      await undoImport(work, found);
      return true;
    case 'done':
    case 'cancelled':
      await dropFile(work.db, work.files, id);
      return false;
    default:
      return false;
  }
};

/** Ends what nobody has gone on with for a day, and lets its file go. */
const dropAbandonedImports = async ({ db, files, now }: Omit<Work, 'stopping'>): Promise<void> => {
  for (const id of await abandonedImports(db.read, now() - importLives)) {
    const found = await importById(db.read, id);
    if (found) await db.write((tx) => cancelImport(tx, found, now()));
    await dropFile(db, files, id);
  }
};

/** A mistake of ours that comes again each time: what is written goes, and somebody is told. */
const giveUp = async ({ db, now }: Work, id: string): Promise<void> => {
  const found = await importById(db.read, id);
  if (!found) return;
  const plan = { ...found.plan, failure: { why: 'error', about: '' } as const };
  await db.write(async (tx) => {
    await moveImport(tx, id, ['reading'], { state: 'failed', plan }, now());
    await moveImport(tx, id, ['writing'], { state: 'undoing', plan }, now());
  });
};

const hour = 3_600_000;

/** How often to look, ms. */
const every = 1_000;

/** Imports that are worked on at the same time. */
const atOnce = 2;

/** So often an import is tried that fails for reasons of ours. */
const patience = 3;
