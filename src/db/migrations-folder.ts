import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dialect } from './dialect.ts';

/**
 * The folder with the migrations for the database in use.
 *
 * @param here the folder of the running code: `src/db` as it is, or the one bundle in `dist/server`, beside which they may lie
 *   as well
 */
export const migrationsFolder = (here: string = import.meta.dirname): string => {
  const places = [join(here, 'migrations', dialect), join(here, '..', '..', 'src', 'db', 'migrations', dialect)];
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error(`The migrations are neither in ${places.join(' nor in ')}.`);
  return found;
};
