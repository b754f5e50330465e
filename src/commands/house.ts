import { randomInt } from 'node:crypto';
import type { Config } from '../config.ts';
import type { Db } from '../db/doors.ts';
import { DatabaseTooNew, isDatabaseError } from '../db/errors.ts';
import { migrationsFolder } from '../db/migrations-folder.ts';
import { openSqlite } from '../db/open.sqlite.ts';
import { fileStore } from '../files/disk.ts';
import { createHub } from '../live/hub.ts';
import { log } from '../log.ts';
import { createSecrets } from '../secrets.ts';
import type { House } from '../web/env.ts';
import { claimFolder, placesIn } from './data-folder.ts';
import { keysOf } from './keys.ts';
import { exit, Refusal } from './refusal.ts';

/** Everything that serving needs, opened; `close` shuts it in the reverse order, and may be called once. */
export type OpenHouse = House & { close(): Promise<void> };

/**
 * @param prepare looks at the folder, or readies it, once it is ours alone and before anything in it is opened
 * @throws Refusal in words for whoever started it
 */
export const openHouse = async (config: Config, prepare?: () => Promise<void>): Promise<OpenHouse> => {
  const release = await claimFolder(config.dataDir);
  try {
    await prepare?.();
    const places = placesIn(config.dataDir);
    const secrets = createSecrets(await keysOf(config.dataDir));
    const db = await openDatabase(places.database);
    const files = fileStore(places.files, config.maxUploadBytes);
    const hub = createHub({ db, onError: (error) => log.error('the live stream failed', error) });
    const close = async () => {
      await hub.close();
      await db.close();
      release();
    };
    return { config, db, files, hub, secrets, setupCode: newSetupCode(), close };
  } catch (error) {
    release();
    throw error;
  }
};

/** Ten characters that nobody mixes up when reading them from a screen: about 49 bits. */
const newSetupCode = (): string => {
  const characters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  const code = Array.from({ length: 10 }, () => characters[randomInt(characters.length)]).join('');
  return `${code.slice(0, 5)}-${code.slice(5)}`;
};

/** Opens the database and brings it up to date. @throws Refusal in words for whoever started it */
export const openDatabase = async (file: string): Promise<Db> => {
  try {
    const onError = (error: unknown) => log.error('a listener of the facts failed', error);
    return await openSqlite({ file, migrations: migrationsFolder(), onError });
  } catch (error) {
    if (!isDatabaseError(error)) throw error;
    const code = error instanceof DatabaseTooNew ? exit.data : exit.cannotWrite;
    throw new Refusal(code, `The database ${file} cannot be opened. ${error.message}`, { cause: error });
  }
};
