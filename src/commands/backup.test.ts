import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import Database from 'better-sqlite3';
import { asc } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import type { Db } from '../db/doors.ts';
import { migrationsFolder } from '../db/migrations-folder.ts';
import { openSqlite } from '../db/open.sqlite.ts';
import { audit, files, settings } from '../db/schema.ts';
import { fileStore } from '../files/disk.ts';
import { keepFiles } from '../files/rows.ts';
import { end, header, padding } from './archive/tar.ts';
import { newFolder, runToEnd, serve, start } from './testing.ts';

const open = (folder: string): Promise<Db> =>
  openSqlite({ file: join(folder, 'lines.db'), migrations: migrationsFolder() });

/** Stores a file with its row, as a message would. */
const addFile = async (folder: string, db: Db, content: string): Promise<string> => {
  const file = await fileStore(join(folder, 'files'), 1000).receive(Readable.from([Buffer.from(content)]), 'a.txt');
  await db.write((tx) => keepFiles(tx, [file], 1));
  return file.id;
};

const kept = async (folder: string) => {
  const db = await open(folder);
  const rows = await db.read.select().from(files).orderBy(asc(files.id));
  const values = await db.read.select().from(settings);
  await db.close();
  const contents = rows.map(({ id }) => readFileSync(join(folder, 'files', id.slice(-2), id), 'utf8'));
  return { rows, values, contents };
};

const logged = async (folder: string) => {
  const db = await open(folder);
  const rows = await db.read.select({ action: audit.action, actorId: audit.actorId }).from(audit).orderBy(audit.id);
  await db.close();
  return rows;
};

const names = (folder: string): string[] => readdirSync(folder).sort();

let original: string;
let archive: string;

beforeAll(async () => {
  original = newFolder();
  const db = await open(original);
  await addFile(original, db, 'first');
  await addFile(original, db, 'second');
  await db.close();
  mkdirSync(join(original, 'keys'));
  writeFileSync(join(original, 'keys', 'push.json'), '{"secret":1}');
  archive = join(newFolder(), 'backup.tar');
  expect((await runToEnd(['backup', archive], { DATA_DIR: original })).err).toBe('');
});

test('what was backed up is there again after a restore: rows, files and keys', async () => {
  const target = join(newFolder(), 'data');
  const { code, out } = await runToEnd(['restore', archive], { DATA_DIR: target });
  expect([code, out]).toEqual([0, `Restored the database and 2 files into ${target}.\n`]);
  expect(names(target)).toEqual(['files', 'keys', 'lines.db']);
  expect(readFileSync(join(target, 'keys', 'push.json'), 'utf8')).toBe('{"secret":1}');
  expect(await kept(target)).toEqual(await kept(original));
  expect((await kept(target)).contents).toEqual(['first', 'second']);
});

test('the audit log tells of the backup, and what is restored from it tells so', async () => {
  const target = join(newFolder(), 'data');
  await runToEnd(['restore', archive], { DATA_DIR: target });
  expect(await logged(original)).toEqual([{ action: 'data.backed-up', actorId: null }]);
  expect(await logged(target)).toEqual([{ action: 'data.restored', actorId: null }]);
});

test('a backup that nobody can be told of is one all the same', async () => {
  const folder = newFolder();
  const db = await open(folder);
  await db.close();
  const client = new Database(join(folder, 'lines.db'));
  client.exec("CREATE TRIGGER mute BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no'); END");
  client.close();
  const file = join(newFolder(), 'backup.tar');
  const { code, err } = await runToEnd(['backup', file], { DATA_DIR: folder });
  expect([code, err]).toEqual([0, expect.stringContaining('The audit log could not be told of this backup')]);
  expect(existsSync(file)).toBe(true);
});

test('pages that were open before a restore are told to load again, however much happens after it', async () => {
  const target = join(newFolder(), 'data');
  await runToEnd(['restore', archive], { DATA_DIR: target });
  const db = await open(target);
  for (let i = 0; i < 5; i++) await db.write((tx) => tx.record({ kind: 'person', ids: { person: 'ada' } }));
  expect(await db.facts.since(2, 10)).toBe('gone');
  await db.close();
});

test('tar itself can read it, and the sums are those of its files', () => {
  const folder = newFolder();
  execFileSync('tar', ['-xf', archive, '-C', folder]);
  const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n');
  expect(sums).toHaveLength(5);
  for (const line of sums) {
    const [sum, name = ''] = line.split('  ');
    expect(
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
      name,
    ).toBe(sum);
  }
});

test('a backup never overwrites, and leaves nothing where it cannot be written', async () => {
  const before = readFileSync(archive);
  const again = await runToEnd(['backup', archive], { DATA_DIR: original });
  expect([again.code, again.err]).toEqual([73, expect.stringContaining('exists already')]);
  expect(readFileSync(archive).equals(before)).toBe(true);
  const nowhere = await runToEnd(['backup', join(archive, 'x.tar')], { DATA_DIR: original });
  expect([nowhere.code, nowhere.err]).toEqual([73, expect.stringContaining('could not be written')]);
  expect(names(join(archive, '..'))).toEqual(['backup.tar']);
});

test('a mistyped data folder is named, and no empty database is made there', async () => {
  const folder = newFolder();
  for (const command of [
    ['backup', join(folder, 'x.tar')],
    ['reset-password', 'ada@example.com'],
  ]) {
    const { code, err } = await runToEnd(command, { DATA_DIR: folder });
    expect([code, err]).toEqual([65, expect.stringContaining(`no database in the data folder ${folder}`)]);
  }
  expect(names(folder)).toEqual([]);
});

test('while people write, a backup is of one moment: every file it knows is in it', async () => {
  const folder = newFolder();
  const { address } = await serve({ DATA_DIR: folder });
  const db = await open(folder);
  const target = join(newFolder(), 'b.tar');
  const running = start(['backup', target], { DATA_DIR: folder });
  let going = true;
  const ended = running.ended.finally(() => {
    going = false;
  });
  let written = 0;
  // Each unit of work writes a file and counts it: a copy from between the two would show.
  while (going) {
    const file = await fileStore(join(folder, 'files'), 1000).receive(
      Readable.from([Buffer.from(`no ${++written}`)]),
      'a.txt',
    );
    const value = String(written);
    await db.write(async (tx) => {
      await keepFiles(tx, [file], written);
      await tx
        .insert(settings)
        .values({ key: 'written', value })
        .onConflictDoUpdate({ target: settings.key, set: { value } });
    });
  }
  expect(await ended).toMatchObject({ code: 0, err: '' });
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  await db.close();

  const restored = join(newFolder(), 'data');
  expect((await runToEnd(['restore', target], { DATA_DIR: restored })).err).toBe('');
  const { rows, values, contents } = await kept(restored);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.length).toBeLessThan(written);
  expect(values).toEqual([{ key: 'written', value: String(rows.length) }]);
  expect(contents).toEqual(rows.map((_row, i) => `no ${i + 1}`));
});

test('a folder with anything in it is left as it is', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'mine.txt'), 'mine');
  const { code, err } = await runToEnd(['restore', archive], { DATA_DIR: folder });
  expect([code, err]).toEqual([73, expect.stringContaining(`${folder} is not empty`)]);
  expect(names(folder)).toEqual(['mine.txt']);
});

test('a folder that is being served is left alone', async () => {
  const folder = newFolder();
  await serve({ DATA_DIR: folder });
  const { code, err } = await runToEnd(['restore', archive], { DATA_DIR: folder });
  expect([code, err]).toEqual([75, expect.stringContaining('Another process is serving')]);
});

test('a restore that was cut short is begun again, and its remains go', async () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'restoring'));
  writeFileSync(join(folder, 'restoring', 'lines.db'), 'half');
  mkdirSync(join(folder, 'files', '00'), { recursive: true });
  writeFileSync(join(folder, 'files', '00', 'half'), 'half');
  expect((await runToEnd(['restore', archive], { DATA_DIR: folder })).code).toBe(0);
  expect(await kept(folder)).toEqual(await kept(original));
  expect(readdirSync(join(folder, 'files'))).not.toContain('00');
});

/** A tar of these entries, as somebody with bad intentions could make one. */
const tarOf = (
  ...entries: readonly (readonly [name: string, content: string, type?: string, link?: string])[]
): Buffer =>
  Buffer.concat([
    ...entries.flatMap(([name, content, type = '0', link = '']) => {
      const head = header({ name, size: Buffer.byteLength(content) }, 0);
      head.write(type, 156);
      head.write(link, 157);
      head.write('        ', 148);
      head.write(
        `${head
          .reduce((sum, byte) => sum + byte, 0)
          .toString(8)
          .padStart(6, '0')}\0 `,
        148,
      );
      return [head, Buffer.from(content), padding(Buffer.byteLength(content))];
    }),
    end,
  ]);

const about = ['lines.json', '{"product":"lines","format":1,"version":"0.1.0","at":"2026-01-01T00:00:00Z"}\n'] as const;

test.each([
  ['a path that climbs out', tarOf(about, ['../escaped', 'x'])],
  ['an absolute path', tarOf(about, ['/tmp/escaped', 'x'])],
  ['a climb inside a known folder', tarOf(about, ['keys/../../escaped', 'x'])],
  ['a symbolic link', tarOf(about, ['keys/link', '', '2', '/etc/passwd'])],
  ['a hard link', tarOf(about, ['keys/link', '', '1', '/etc/passwd'])],
  ['a folder', tarOf(about, ['files/', '', '5'])],
  ['the same name twice', tarOf(about, ['keys/a', 'x'], ['keys/a', 'y'])],
  ['a name of no backup', tarOf(about, ['run.sh', 'x'])],
  ['no sums', tarOf(about, ['lines.db', 'x'])],
  ['wrong sums', tarOf(about, ['lines.db', 'x'], ['SHA256SUMS', `${'0'.repeat(64)}  lines.db\n`])],
  ['a newer format', tarOf(['lines.json', about[1].replace('"format":1', '"format":2')])],
  ['another product', tarOf(['lines.json', '{"product":"other"}'])],
  ['no tar', Buffer.from('just some text')],
  ['nothing', Buffer.alloc(0)],
  ['an empty tar', end],
])('%s is refused, and nothing is left', async (_what, bytes) => {
  const file = join(newFolder(), 'bad.tar');
  writeFileSync(file, bytes);
  const parent = newFolder();
  const { code, err } = await runToEnd(['restore', file], { DATA_DIR: join(parent, 'data') });
  expect([code, err]).toEqual([65, expect.stringContaining(file)]);
  expect(err).not.toContain('should not have');
  expect(names(parent)).toEqual([]);
});

test('a backup that was cut off, or in which one bit fell over, is refused', async () => {
  const whole = readFileSync(archive);
  const folder = newFolder();
  const cut = join(folder, 'cut.tar');
  writeFileSync(cut, whole);
  truncateSync(cut, whole.length - 2048);
  const flipped = join(folder, 'flipped.tar');
  const at = whole.indexOf('second');
  writeFileSync(flipped, Buffer.concat([whole.subarray(0, at), Buffer.from('S'), whole.subarray(at + 1)]));
  for (const file of [cut, flipped]) {
    const target = mkdtempSync(join(folder, 'target-'));
    const { code, err } = await runToEnd(['restore', file], { DATA_DIR: target });
    expect([code, err]).toEqual([65, expect.stringContaining('damaged')]);
    expect(names(target)).toEqual([]);
    rmSync(target, { recursive: true });
  }
});

test('a link in the place of the backup is followed only to read it', async () => {
  const folder = newFolder();
  symlinkSync(archive, join(folder, 'link.tar'));
  expect((await runToEnd(['restore', join(folder, 'link.tar')], { DATA_DIR: join(folder, 'data') })).code).toBe(0);
  expect((await runToEnd(['restore', join(folder, 'missing.tar')], { DATA_DIR: join(folder, 'other') })).err).toContain(
    'missing.tar',
  );
});
