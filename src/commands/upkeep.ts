import { workOnUpkeep } from '../apps/upkeep/work.ts';
import type { Db } from '../db/doors.ts';
import type { Fact } from '../db/facts.ts';
import { log } from '../log.ts';

/**
 * Does what is to be done on very many items while everybody else is served: at once at the start, promptly after whatever may have planned
 * something, and now and then, for what waits for its time. Returns how to stop: it waits for the unit of work that is running.
 */
export const startUpkeep = (db: Db): (() => Promise<void>) => {
  let stopped = false;
  let asked = false;
  let running: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    do {
      asked = false;
      while (!stopped && (await unit(db)));
    } while (asked && !stopped);
    running = undefined;
  };
  const wake = (): void => {
    asked = true;
    if (!stopped) running ??= run();
  };

  const unsubscribe = db.facts.subscribe((facts) => {
    if (facts.some(plans)) wake();
  });
  const now = setTimeout(wake, 0).unref();
  const timer = setInterval(wake, minute).unref();
  return async () => {
    stopped = true;
    unsubscribe();
    clearTimeout(now);
    clearInterval(timer);
    await running;
  };
};

const minute = 60_000;

/** One unit of work, and as long a pause as it took: half of the time is everybody else's. Whether there may be more. */
const unit = async (db: Db): Promise<boolean> => {
  const start = performance.now();
  try {
    const more = await workOnUpkeep(db, Date.now());
    if (more) await new Promise((resolve) => setTimeout(resolve, Math.min(performance.now() - start, longestPause)));
    return more;
  } catch (error) {
    // Its turn comes again.
    log.error('upkeep failed', error);
    return false;
  }
};

/** Milliseconds. */
const longestPause = 50;

/** Whether what happened may have planned something: every plan is made in a unit of work that tells one of these. */
const plans = ({ kind }: Fact): boolean => kind === 'app' || kind === 'item' || kind === 'account' || kind === 'person';
