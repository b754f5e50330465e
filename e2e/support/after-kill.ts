import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Db } from '../../src/db/doors.ts';
import { openSqlite } from '../../src/db/open.sqlite.ts';
import { facts } from '../../src/db/schema.ts';
import { pathOf } from '../../src/files/disk.ts';
import { filesOfMessages, writtenIn, wrongNumbers } from './books.ts';
import type { Company } from './company.ts';
import { filesIn } from './doors.ts';
import { originOf, type Sent, sendAgain, writeUntilKilled } from './killed.ts';
import { askAs } from './person.ts';
import { type Server, startServer } from './server.ts';

/**
 * Kills a server while people write to it, starts it again, and holds what is there against what their writers were told; then
 * sends everything once more and looks again. Answers all that is stored in the end.
 *
 * @param before what is stored in the folder already
 */
export const killAndLook = async (
  company: Company,
  dataDir: string,
  seed: number,
  before: readonly Sent[] = [],
): Promise<readonly Sent[]> => {
  const sent = await writeUntilKilled(company, dataDir, seed);
  const acknowledged = sent.filter((one) => one.acknowledged);
  // It was cut off in the middle, and not when all was quiet.
  expect(acknowledged.length).toBeGreaterThanOrEqual(20);
  expect(sent.length).toBeGreaterThan(acknowledged.length);

  const server = await startServer({ dataDir });
  // A second process looks into the file: with `db` of its own, which writes nothing.
  const db = await openSqlite({ file: join(dataDir, 'lines.db') });
  try {
    const all = [...before, ...sent];
    const found = await stored(db);
    expect([...before, ...acknowledged].filter((one) => !found.has(one.form.id)).map(told)).toEqual([]);
    expect([...found.values()].sort()).toEqual(
      all
        .filter((one) => found.has(one.form.id))
        .map(told)
        .sort(),
    );
    await compare({ company, dataDir, server, db }, all);

    const { length: known } = await factsOf(db);
    expect(await sendAgain(company, server, sent)).toEqual(new Set([303]));
    expect([...(await stored(db)).values()].sort()).toEqual(all.map(told).sort());
    await compare({ company, dataDir, server, db }, all);
    // What was there already told nobody anything; what was lost told everybody.
    expect((await factsOf(db)).slice(known).filter(({ kind }) => kind === 'message')).toHaveLength(
      all.length - found.size,
    );
    return all;
  } finally {
    await db.close();
    await server.stop();
  }
};

const told = ({ form }: Sent): string => `${form.id} ${form.text}`;

/** All that people wrote. That no id is there twice is the database's own doing: what is counted are the rows. */
const stored = async (db: Db): Promise<ReadonlyMap<string, string>> => {
  const written = await writtenIn(db);
  const found = new Map(written.map(({ id, text }) => [id, `${id} ${text}`]));
  expect(found.size).toBe(written.length);
  return found;
};

type Running = { company: Company; dataDir: string; server: Server; db: Db };

const compare = async ({ company, dataDir, server, db }: Running, sent: readonly Sent[]): Promise<void> => {
  const people = Object.values(company.people).map(({ id }) => id);
  expect(await wrongNumbers(db, people)).toEqual([]);
  await compareFiles(dataDir, db, sent);
  await compareFacts(company, server, db);
};

/** Each file of a stored message lies there whole. Files of messages that were not stored may, too: they are swept later. */
const compareFiles = async (dataDir: string, db: Db, sent: readonly Sent[]): Promise<void> => {
  const folder = join(dataDir, 'files');
  const there = new Set((await stored(db)).keys());
  const of = await filesOfMessages(db);
  const contents = of.map((id) => readFileSync(pathOf(folder, id), 'utf8'));
  const expected = sent.flatMap(({ form, file }) => (file !== undefined && there.has(form.id) ? [file] : []));
  expect(contents.sort()).toEqual(expected.sort());
  expect(filesIn(join(folder, 'arriving'))).toEqual([]);
};

/** Facts are numbered without a gap, and there is one for each message. */
const compareFacts = async (company: Company, server: Server, db: Db): Promise<void> => {
  const all = await factsOf(db);
  expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1));
  // Where the pages that are rendered now go on listening.
  const page = await askAs(originOf(server), company.people.pavel).get('/messages');
  expect(page.html).toContain(`data-cursor="${all.length}"`);
  const messages = all.flatMap(({ kind, ids }) => (kind === 'message' ? [String(Object(ids).message)] : []));
  expect(messages.sort()).toEqual([...(await stored(db)).keys()].sort());
};

const factsOf = async (db: Db) => (await db.read.select().from(facts)).sort((one, two) => one.seq - two.seq);
