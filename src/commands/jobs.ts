import type { Db } from '../db/doors.ts';
import type { FileStore } from '../files/store.ts';
import { sweepFiles } from '../files/sweep.ts';
import { log } from '../log.ts';
import { dropExpired } from '../people/expired.ts';

/** Something that is done again and again while the server runs. */
export type Job = {
  name: string;
  /** Milliseconds from one start to the next. */
  every: number;
  work(): Promise<void>;
};

const hour = 3_600_000;
const day = 24 * hour;

/** Keeping house: facts that every screen has long seen, sign-ins that ran out, files that are nobody's. */
export const housekeeping = (db: Db, files: FileStore, now: () => number = Date.now): readonly Job[] => [
  { name: 'trim facts', every: hour, work: () => db.facts.trim(now() - 7 * day) },
  { name: 'drop expired sign-ins', every: hour, work: () => db.write((tx) => dropExpired(tx, now())) },
  {
    name: 'sweep files',
    every: 6 * hour,
    work: async () => {
      const swept = await sweepFiles(db, files, now() - day);
      if (swept > 0) log.info('files swept', { files: swept });
    },
  },
];

/**
 * Starts jobs: each for the first time `delay` ms from now, and never twice at once. One that fails is logged and tried again in
 * its turn. Returns how to stop: it waits for what is running.
 */
export const startJobs = (jobs: readonly Job[], delay: number): (() => Promise<void>) => {
  const running = new Map<Job, Promise<void>>();
  const run = (job: Job): void => {
    if (running.has(job)) return;
    const turn = job
      .work()
      .catch((error: unknown) => log.error('a job failed', error, { job: job.name }))
      .finally(() => running.delete(job));
    running.set(job, turn);
  };
  const timers = jobs.map((job) => repeat(() => run(job), delay, job.every));
  return async () => {
    for (const stop of timers) stop();
    await Promise.all(running.values());
  };
};

const repeat = (turn: () => void, delay: number, every: number): (() => void) => {
  let timer = setTimeout(() => {
    turn();
    timer = setInterval(turn, every).unref();
  }, delay).unref();
  return () => clearTimeout(timer);
};
