import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app.ts';
import { listen } from '../../src/commands/listen.ts';
import { readConfig } from '../../src/config.ts';
import type { Db } from '../../src/db/doors.ts';
import { openSqlite, type SqliteOptions } from '../../src/db/open.sqlite.ts';
import { fileStore } from '../../src/files/disk.ts';
import { createHub } from '../../src/live/hub.ts';
import { readKeys } from '../../src/secrets/keys.ts';
import { createSecrets } from '../../src/secrets.ts';
import { type Company, makeCompany, type Name } from './company.ts';
import { type Asker, askAs } from './person.ts';

/** The product in this very process over real sockets, on a data folder of its own: for faults made inside it. */
export type Doors = {
  readonly company: Company;
  readonly db: Db;
  readonly databaseFile: string;
  readonly origin: string;
  /** Somebody's browser; null: one in which nobody is signed in. */
  as(who: Name | null): Asker;
  /** The ids of all files that lie in the store, finished or not. */
  storedFiles(): readonly string[];
  close(): Promise<void>;
};

type Options = Pick<SqliteOptions, 'patience'> & {
  /** How many pages the database may grow by: a disk with so little room. */
  room?: number;
  settings?: Readonly<Record<string, string>>;
};

/** Bytes. */
const pageSize = 4096;

/** The company of one test file, made once. */
let made: Promise<Company> | undefined;
const open = new Set<Doors>();

/** Opens the doors of a company that nobody has written to yet. Every test has its own. */
export const openDoors = async ({ settings = {}, room, ...limits }: Options = {}): Promise<Doors> => {
  made ??= makeCompany();
  const company = await made;
  const dataDir = mkdtempSync(join(tmpdir(), 'lines-fault-'));
  cpSync(company.folder, dataDir, { recursive: true });
  const config = readConfig({ HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, ...settings });
  const databaseFile = join(dataDir, 'lines.db');
  const maxPages = room === undefined ? undefined : statSync(databaseFile).size / pageSize + room;
  const db = await openSqlite({ file: databaseFile, ...limits, ...(maxPages !== undefined && { maxPages }) });
  const folder = join(dataDir, 'files');
  const files = fileStore(folder, config.maxUploadBytes);
  const secrets = createSecrets((await readKeys(join(dataDir, 'keys'), dataDir)).keys);
  const house = { config, db, files, hub: createHub({ db }), secrets, setupCode: '' };
  const listening = await listen(createApp(house).fetch, config);
  const origin = listening.addresses[0] ?? '';
  const doors: Doors = {
    company,
    db,
    databaseFile,
    origin,
    as: (who) => askAs(origin, who && company.people[who]),
    storedFiles: () => filesIn(folder),
    close: async () => {
      open.delete(doors);
      await house.hub.close();
      await listening.stop(1_000);
      await db.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  open.add(doors);
  return doors;
};

/** Closes what is open and forgets the company: to be called after the last test of a file. */
export const closeDoors = async (): Promise<void> => {
  for (const doors of open) await doors.close();
  const company = await made;
  made = undefined;
  if (company) rmSync(company.folder, { recursive: true, force: true });
};

/** The names of all files in a store's folder. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
