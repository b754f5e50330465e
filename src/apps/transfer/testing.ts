import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Db } from '../../db/doors.ts';
import { itemImports } from '../../db/schema.ts';
import { fileStore } from '../../files/disk.ts';
import { newId } from '../../id.ts';
import type { App } from '../app.ts';
import type { Work } from './control.ts';
import { definedAs } from './defined-as.ts';
import { firstPlan } from './first-plan.ts';
import { importById, startImport } from './imports.ts';
import { type ImportPlan, type ItemImport, noProgress } from './shape.ts';
import { confirmImport, readAgain } from './steps.ts';
import { workOn } from './worker.ts';

/** A store of files for one test file. */
const testStore = () => {
  const folder = mkdtempSync(join(tmpdir(), 'lines-transfer-'));
  folders.push(folder);
  return fileStore(folder, 1024 * 1024 * 1024);
};

/** Somebody's import whose columns are to be chosen: of one column, "Name". Its file is gone. */
export const addImport = (db: Db, app: App, actor: string): Promise<string> =>
  db.write(async (tx) => {
    const id = newId();
    const header = ['Name'];
    const plan: ImportPlan = {
      file: { encoding: 'utf-8', separator: ',', size: 10, header, sample: [['Anna']] },
      ...{ columns: [null], onBad: 'skip', definedAs: definedAs(app), at: { language: 'en', zone: 'UTC' } },
      ...{ found: null, numbers: null, failure: null },
    };
    await tx.insert(itemImports).values({
      ...{ id, appId: app.id, actorId: actor, state: 'mapping', name: 'items.csv', fileId: null, plan },
      ...{ progress: noProgress, seqFrom: null, seqTo: null, createdAt: 1, updatedAt: 1 },
    });
    return id;
  });

/** Imports as the pages and the worker do, one step after another. */
export const importer = (db: Db, actor: string) => {
  const files = testStore();
  const work: Work = { db, files, now: () => 5_000, stopping: () => false };
  const load = async (id: string): Promise<ItemImport> => {
    const found = await importById(db.read, id);
    if (!found) throw new Error('No such import.');
    return found;
  };
  /** Gives a file; answers the import as it waits for its columns. */
  const give = async (app: App, content: string | Buffer, as: Partial<ImportPlan> = {}): Promise<ItemImport> => {
    const file = await files.receive(chunks(Buffer.from(content)), 'items.csv');
    const plan = { ...(await firstPlan(files, app, file, { language: 'en', zone: 'UTC' })), ...as };
    return load(await db.write((tx) => startImport(tx, { appId: app.id, actor, file, plan, at: 1_000 })));
  };
  /** Has it read, as it was guessed. */
  const read = async (app: App, given: ItemImport): Promise<ItemImport> => {
    await db.write((tx) => readAgain(tx, given, app, given.plan, 2_000));
    await workOn(work, given.id);
    return load(given.id);
  };
  /** Confirms it, and has it written as far as it goes. */
  const write = async (found: ItemImport): Promise<ItemImport> => {
    await db.write((tx) => confirmImport(tx, found, 3_000));
    await workOn(work, found.id);
    return load(found.id);
  };
  return { files, work, load, give, read, write };
};

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function* chunks(content: Buffer): AsyncGenerator<Buffer> {
  for (let from = 0; from < content.length; from += 64 * 1024) yield content.subarray(from, from + 64 * 1024);
}
