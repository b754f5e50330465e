import type { Db, Tx } from '../../db/doors.ts';
import { convert } from './conversion.ts';
import { isOf, type Job, jobs, putLast } from './jobs.ts';
import { followPeople } from './people.ts';
import { dropOldKeys, purgeField, purgeOld, undo } from './purge.ts';
import { rekey } from './rekey.ts';
import { relabel } from './relabel.ts';
import { retitle } from './titles.ts';
import { begin, type Pace, steady, type Unit } from './walk.ts';

/**
 * Does one unit of what is to be done on very many items: so small that nobody notices, and stored with how far it has come, so that it
 * goes on after a restart. What fails is put at the end, so that it hinders nothing else.
 *
 * @param now ms since 1970, UTC
 * @param pace for tests: how small the units are
 * @returns whether there may be more
 * @throws what the unit threw
 */
export const workOnUpkeep = async (db: Db, now: number, pace: Pace = steady): Promise<boolean> => {
  if (await followPeople(db)) return true;
  const next = (await jobs(db.read)).find((job) => isDue(job, now));
  if (!next) return purgeOld(db, now, pace);
  try {
    await db.write(async (tx) => {
      // Meanwhile it may have been planned anew, or be done.
      const job = (await jobs(tx)).find(({ id }) => id === next.id);
      if (job) await work(tx, job, begin(pace), now);
    });
  } catch (error) {
    await db.write((tx) => putLast(tx, next));
    throw error;
  }
  return true;
};

const work = async (tx: Tx, job: Job, unit: Unit, now: number): Promise<void> => {
  if (isOf(job, 'rekey')) return rekey(tx, job, unit);
  if (isOf(job, 'conversion')) return convert(tx, job, unit, now);
  if (isOf(job, 'titles')) return retitle(tx, job, unit);
  if (isOf(job, 'relabel')) return relabel(tx, job, unit);
  if (isOf(job, 'drop-keys')) return dropOldKeys(tx, job, unit);
  if (isOf(job, 'purge')) return purgeField(tx, job, unit);
  if (isOf(job, 'undo')) return undo(tx, job, unit);
};

/** Old keys stay for a while: somebody may be in the middle of a list, or of an export, that is read by them. */
const isDue = ({ task, at }: Job, now: number): boolean =>
  task.kind !== 'people' && (task.kind !== 'drop-keys' || at + quarterOfAnHour <= now);

const quarterOfAnHour = 15 * 60_000;
