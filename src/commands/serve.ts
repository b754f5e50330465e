import { createApp } from '../app.ts';
import { startImporter } from '../apps/transfer/worker.ts';
import type { Config } from '../config.ts';
import { log } from '../log.ts';
import { isSetUp } from '../people/company.ts';
import { version } from '../version.ts';
import { type OpenHouse, openHouse } from './house.ts';
import { housekeeping, startJobs } from './jobs.ts';
import { lostKeyLines } from './keys.ts';
import { listen } from './listen.ts';
import { stopRequested } from './signals.ts';
import { startUpkeep } from './upkeep.ts';

/** Serves until it is told to stop, and answers the exit code. */
export const run = async (_args: readonly string[], config: Config): Promise<number> =>
  serveHouse(await openHouse(config));

/**
 * Serves an open house until it is told to stop, and closes it.
 * @param greeting is printed below the address
 */
export const serveHouse = async (house: OpenHouse, greeting: readonly string[] = []): Promise<number> => {
  const stop = stopRequested();
  try {
    const listening = await listen(createApp(house).fetch, house.config);
    const stopJobs = startJobs(housekeeping(house.db, house.files), 60_000);
    const stopUpkeep = startUpkeep(house.db);
    const stopImporter = startImporter({ db: house.db, files: house.files, onError: importFailed });
    say([...addressLines(listening.addresses), ...(await setUpLines(house)), ...greeting]);
    for (const line of await lostKeyLines(house.db.read, house.secrets, house.config.dataDir)) console.error(line);
    const code = await stop;
    log.info('stopping');
    const stopped = listening.stop(patience);
    // Their browsers resume elsewhere, or here when we are back.
    await house.hub.close();
    await Promise.all([stopped, stopJobs(), stopUpkeep(), stopImporter()]);
    return code;
  } finally {
    await house.close();
    log.info('stopped');
  }
};

const importFailed = (error: unknown, importId: string): void =>
  log.error('an import failed', error, { import: importId });

const say = (lines: readonly string[]): void => {
  for (const line of lines) console.log(line);
};

const addressLines = (addresses: readonly string[]): readonly string[] => [
  `Lines ${version} serves ${addresses.join(', ')}`,
];

/** What whoever opens it first has to know; nothing once there is a company. */
const setUpLines = async ({ db, setupCode }: OpenHouse): Promise<readonly string[]> =>
  (await isSetUp(db.read))
    ? []
    : ['Open it to set up your company.', `From another machine the page asks for this code: ${setupCode}`];

/** Milliseconds for answers that are under way: with closing everything else it has to stay below ten seconds. */
const patience = 8_000;
