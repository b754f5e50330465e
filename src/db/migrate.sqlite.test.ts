import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DatabaseDamaged, DatabaseTooNew, DatabaseUnwritable } from './errors.ts';
import { migrateSqlite } from './migrate.sqlite.ts';
import { openSqlite } from './open.sqlite.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lines-migrations-'));
  file = join(folder, 'a.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A folder of migrations, as drizzle-kit lays it out. */
const migrations = (steps: Record<string, string>): string => {
  const place = mkdtempSync(join(folder, 'steps-'));
  mkdirSync(join(place, 'meta'));
  const entries = Object.keys(steps).map((tag) => ({ tag }));
  writeFileSync(join(place, 'meta', '_journal.json'), JSON.stringify({ entries }));
  for (const [tag, sql] of Object.entries(steps)) writeFileSync(join(place, `${tag}.sql`), sql);
  return place;
};
const ask = (sql: string): unknown[] => {
  const client = new Database(file);
  const rows = client.prepare(sql).all();
  client.close();
  return rows;
};

const first =
  'CREATE TABLE a (id TEXT PRIMARY KEY);--> statement-breakpoint\nCREATE TABLE b (a REFERENCES a (id) ON DELETE CASCADE);';
const data = "INSERT INTO a VALUES ('1'); INSERT INTO b VALUES ('1');";
const rebuild =
  'CREATE TABLE n (id TEXT PRIMARY KEY, x); INSERT INTO n SELECT id, 1 FROM a; DROP TABLE a; ALTER TABLE n RENAME TO a;';

it('runs each step once, in order', () => {
  migrateSqlite(file, migrations({ '0000': first }));
  migrateSqlite(file, migrations({ '0000': first, '0001': data }));
  migrateSqlite(file, migrations({ '0000': first, '0001': data }));
  expect(ask('SELECT tag FROM migrations')).toEqual([{ tag: '0000' }, { tag: '0001' }]);
  expect(ask('SELECT * FROM b')).toEqual([{ a: '1' }]);
});

it('rebuilds a table without emptying those that refer to it', () => {
  migrateSqlite(file, migrations({ '0000': first, '0001': data, '0002': rebuild }));
  expect(ask('SELECT * FROM a')).toEqual([{ id: '1', x: 1 }]);
  expect(ask('SELECT * FROM b')).toEqual([{ a: '1' }]);
});

it('undoes all steps when one fails, or leaves a row that refers to none', () => {
  expect(() => migrateSqlite(file, migrations({ '0000': first, '0001': 'CREATE nonsense' }))).toThrow('syntax error');
  expect(() => migrateSqlite(file, migrations({ '0000': first, '0001': "INSERT INTO b VALUES ('no')" }))).toThrow(
    'rows of b that refer to missing a',
  );
  expect(ask('SELECT name FROM sqlite_schema')).toEqual([]);
  migrateSqlite(file, migrations({ '0000': first }));
  expect(ask('SELECT tag FROM migrations')).toEqual([{ tag: '0000' }]);
});

it('refuses a database that knows more than the program, and does not touch it', async () => {
  migrateSqlite(file, migrations({ '0000': first, '0001': data }));
  const older = migrations({ '0000': first });
  await expect(openSqlite({ file, migrations: older })).rejects.toThrow(DatabaseTooNew);
  await expect(openSqlite({ file, migrations: older })).rejects.toMatchObject({ migration: '0001' });
  expect(ask('SELECT tag FROM migrations')).toHaveLength(2);
});

it('says plainly what cannot be opened', async () => {
  const steps = migrations({ '0000': first });
  await expect(openSqlite({ file: join(folder, 'no', 'a.db'), migrations: steps })).rejects.toThrow(DatabaseUnwritable);
  copyFileSync(import.meta.filename, file);
  await expect(openSqlite({ file, migrations: steps })).rejects.toThrow(DatabaseDamaged);
});
