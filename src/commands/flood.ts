import { rm, writeFile } from 'node:fs/promises';
import type { Config } from '../config.ts';
import { hashPassword } from '../people/password/password.ts';
import { claimFolder, contentsOf, placesIn } from './data-folder.ts';
import { known } from './flood/company.ts';
import { fill } from './flood/fill.ts';
import { readSize, type Size } from './flood/options.ts';
import { openDatabase } from './house.ts';
import { exit, Refusal } from './refusal.ts';

/** Fills a data folder with a made-up company of any size, to see how the product bears it. */
export const run = async (typed: readonly string[], config: Config): Promise<number> => {
  const size = readSize(typed);
  const folder = config.dataDir;
  await requireOwn(folder);
  const release = await claimFolder(folder);
  try {
    await empty(folder, size);
    await flood(placesIn(folder).database, size);
    return exit.ok;
  } finally {
    release();
  }
};

/** Everybody's. */
const password = 'flood-lines-2026';

/** Only what flood itself once filled may be filled again. @throws Refusal for a folder that holds anything else */
const requireOwn = async (folder: string): Promise<void> => {
  const there = (await contentsOf(folder)).filter((name) => name !== 'serving.lock');
  if (there.length === 0 || there.includes('flood.json')) return;
  throw new Refusal(
    exit.data,
    `${folder} holds something that flood did not put there. Set DATA_DIR to an empty folder.`,
  );
};

/** Says first whose the folder is: one that was cut short while it was filled is flood's all the same. */
const empty = async (folder: string, size: Size): Promise<void> => {
  const { database, flood, files } = placesIn(folder);
  await writeFile(flood, `${JSON.stringify(size)}\n`);
  for (const ending of ['', '-wal', '-shm']) await rm(database + ending, { force: true });
  await rm(files, { recursive: true, force: true });
};

const flood = async (database: string, size: Size): Promise<void> => {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const db = await openDatabase(database);
  try {
    let told = 0;
    const filled = await fill(db, size, await hashPassword(password), Date.now(), (messages) => {
      if (messages - told < 500_000) return;
      told = messages;
      console.log(`${messages} messages after ${seconds().toFixed(0)} s`);
    });
    console.log(
      `${filled.conversations} conversations, ${filled.sessions} sessions, ${filled.messages} messages in ${seconds().toFixed(1)} s.`,
    );
  } finally {
    await db.close();
  }
  console.log(`Sign in with ${known.map((name) => `${name}@flood.test`).join(', ')}; the password is ${password}.`);
  console.log(`The others are person-3@flood.test to person-${size.people - 1}@flood.test.`);
};
