import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { contentsOf, placesIn } from './data-folder.ts';
import { demoGreeting, fillDemo } from './demo/company.ts';
import { openHouse } from './house.ts';
import { exit, Refusal } from './refusal.ts';
import { serveHouse } from './serve.ts';

/**
 * Serves a made-up company in a data folder of its own. What somebody played there stays for the next time; a folder with
 * anything else in it is refused.
 */
export const run = async (_args: readonly string[], config: Config): Promise<number> => {
  await refuseForeign(config.dataDir);
  const house = await openHouse(config, () => readyFolder(config.dataDir));
  const known = await filled(config.dataDir);
  const language = known ?? config.demoLanguage ?? systemLanguage();
  if (known === undefined) {
    try {
      await fillDemo(house, language);
    } catch (error) {
      await house.close();
      throw error;
    }
    await mark(config.dataDir, { filled: language });
  }
  return await serveHouse({ ...house, testChannel: true }, demoGreeting(language));
};

/** Not asked by any other start: the answer loads what knows of all languages. */
const systemLanguage = (): 'en' | 'ru' => (/^ru\b/i.test(Intl.DateTimeFormat().resolvedOptions().locale) ? 'ru' : 'en');

/** What the marker says: `filled` is the language of the company, null while it is being made. */
const Marker = z.object({ filled: z.enum(['en', 'ru']).nullable() });

/** A folder is the demo's when it is marked as such, and can become the demo's when it is empty. */
const refuseForeign = async (folder: string): Promise<void> => {
  const { demo, lock } = placesIn(folder);
  if (existsSync(demo)) return;
  const [other] = (await contentsOf(folder)).filter((name) => name !== basename(lock));
  if (other === undefined) return;
  throw new Refusal(
    exit.config,
    `The folder ${folder} is not the demo's: it holds ${other}. Set DATA_DIR to a new or empty folder.`,
  );
};

/** Marks the folder, once it is ours alone. A company that was never finished is thrown away. */
const readyFolder = async (folder: string): Promise<void> => {
  const { database, files, keys, demo } = placesIn(folder);
  await refuseForeign(folder);
  if (existsSync(demo) && (await filled(folder)) !== undefined) return;
  await mark(folder, { filled: null });
  for (const path of [`${database}-wal`, `${database}-shm`, database, files, keys])
    await rm(path, { recursive: true, force: true });
};

const filled = async (folder: string): Promise<'en' | 'ru' | undefined> => {
  const { demo } = placesIn(folder);
  try {
    return Marker.parse(JSON.parse(await readFile(demo, 'utf8'))).filled ?? undefined;
  } catch (error) {
    throw new Refusal(exit.data, `${demo} cannot be read. Delete the folder ${folder} if nothing in it is needed.`, {
      cause: error,
    });
  }
};

const mark = (folder: string, marker: z.infer<typeof Marker>): Promise<void> =>
  writeFile(placesIn(folder).demo, `${JSON.stringify(marker)}\n`);
