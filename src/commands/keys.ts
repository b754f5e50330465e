import { join } from 'node:path';
import type { Reader } from '../db/doors.ts';
import { lostKeys } from '../people/second-factor/lost-keys.ts';
import { keyFile, readKeys } from '../secrets/keys.ts';
import type { Secrets } from '../secrets.ts';
import { placesIn } from './data-folder.ts';
import { exit, Refusal, wordsOf } from './refusal.ts';

/**
 * The keys of a data folder. A damaged one is told of and left out: the company can work without what it sealed.
 * @throws Refusal when they cannot be read, or none can be made
 */
export const keysOf = async (folder: string): Promise<readonly Buffer[]> => {
  const place = placesIn(folder).keys;
  try {
    const { keys, damaged } = await readKeys(place, folder);
    for (const name of damaged) console.error(`The key ${join(place, name)} is damaged: put it back from a backup.`);
    return keys;
  } catch (error) {
    throw new Refusal(exit.cannotWrite, `The keys in ${place} cannot be read or made: ${wordsOf(error)}`, {
      cause: error,
    });
  }
};

/** What whoever starts the product has to know of keys that are not there, though something was sealed with them. */
export const lostKeyLines = async (db: Reader, secrets: Secrets, folder: string): Promise<readonly string[]> => {
  const lost = await lostKeys(db, secrets);
  return lost.map(({ key, people }) => {
    const file = join(placesIn(folder).keys, keyFile(key));
    return `The key ${file} is missing, and with it the second factor of ${people} of your people: put it back from a backup and start again. Until then they sign in with a recovery code, or an administrator turns their second factor off.`;
  });
};
