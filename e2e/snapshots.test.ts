import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Db } from '../src/db/doors.ts';
import { migrationsFolder } from '../src/db/migrations-folder.ts';
import { openSqlite } from '../src/db/open.sqlite.ts';
import { audit } from '../src/db/schema.ts';
import { newId } from '../src/id.ts';
import { userByEmail } from '../src/people/users.ts';
import { chatOf } from '../src/sessions/chat.ts';
import { countersFor } from '../src/sessions/counters.ts';
import { listBox, listWaiting } from '../src/sessions/list.ts';
import { deskBoxes } from '../src/sessions/navigation.ts';
import { openSession } from '../src/sessions/open.ts';
import { receive } from '../src/sessions/receive.ts';
import { newestMigration, snapshotOf, snapshots } from './snapshots/list.ts';

let folder: string;
let open: Db | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lines-snapshots-'));
});

afterEach(async () => {
  await open?.close();
  open = undefined;
  rmSync(folder, { recursive: true });
});

test('each schema that landed has left a database behind, the newest one too', () => {
  expect(snapshots()).toContain(newestMigration());
});

test.each(snapshots())('a database of %s is upgraded, sound, and everybody finds their work in it', async (tag) => {
  const file = unpacked(tag);
  expect(emptyTables(file)).toEqual([]);
  const db = await openSqlite({ file, migrations: migrationsFolder() });
  open = db;
  expect(soundness(file)).toEqual({ integrity: ['ok'], foreignKeys: [] });

  const anna = await idOf(db, 'anna');
  const waiting = await listWaiting(db.read, anna);
  const boxes = await deskBoxes(db.read, anna);
  const [support] = boxes.lines.filter(({ boxes: ofLine }) => ofLine.some(({ count }) => (count ?? 0) > 0));
  if (!support) throw new Error('Anna has no work.');
  expect(waiting.rows.length).toBeGreaterThan(0);
  expect(await countersFor(db.read, anna)).toMatchObject({ lines: waiting.rows.length });
  for (const { box, count } of support.boxes) {
    const list = await listBox(db.read, anna, support.line.id, box);
    expect(list?.rows.length, box).toBeGreaterThan(0);
    if (count !== null) expect(list?.rows.length, box).toBe(count);
  }
  const opened = await openSession(db.read, { id: anna, administrator: false }, waiting.rows[0]?.id ?? '');
  expect(opened?.draft).not.toBe('');
  expect(opened?.stretch.messages.length).toBeGreaterThan(0);

  const pavel = { id: await idOf(db, 'pavel'), name: 'Pavel' };
  const before = await chatOf(db.read, pavel.id, support.line.id);
  const message = { id: newId(), text: 'After the upgrade', files: [] };
  await db.write((tx) => receive(tx, pavel, support.line.id, message, Date.now()));
  const after = await chatOf(db.read, pavel.id, support.line.id);
  expect(after?.lastSeq).toBe((before?.lastSeq ?? 0) + 1);
  // Who joined a group is found in the audit log by the person as well, whenever that was.
  const joined = await db.read.select().from(audit).where(eq(audit.action, 'group.joined'));
  expect(joined.length).toBeGreaterThan(0);
  expect(joined.filter(({ memberId }) => memberId === null)).toEqual([]);
});

const unpacked = (tag: string): string => {
  const file = join(folder, 'lines.db');
  writeFileSync(file, brotliDecompressSync(readFileSync(snapshotOf(tag))));
  return file;
};

/** The tables that nothing was ever in: a snapshot with such tables proves little. */
const emptyTables = (file: string): string[] => {
  const client = new Database(file, { readonly: true });
  const tables = client
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all();
  const empty = tables.filter((table) => client.prepare(`SELECT 1 FROM "${table}" LIMIT 1`).get() === undefined);
  client.close();
  return empty;
};

/** What SQLite itself says of the file. */
const soundness = (file: string) => {
  const client = new Database(file, { readonly: true });
  const integrity = client.prepare<[], string>('PRAGMA integrity_check').pluck().all();
  const foreignKeys = client.prepare('PRAGMA foreign_key_check').all();
  client.close();
  return { integrity, foreignKeys };
};

const idOf = async (db: Db, login: string): Promise<string> =>
  (await userByEmail(db.read, `${login}@demo.test`))?.id ?? '';
