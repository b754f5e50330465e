import { AsyncLocalStorage } from 'node:async_hooks';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Db, Tx } from './doors.ts';
import { DatabaseBusy, DatabaseFull } from './errors.ts';
import type { Fact } from './facts.ts';
import { openSqlite, type SqliteOptions } from './open.sqlite.ts';
import { settings } from './schema.ts';
import { commitsIn } from './sqlite/testing.ts';
import { testFile } from './testing.ts';

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const one of opened.splice(0)) await one.close();
});

const open = async (options: Omit<SqliteOptions, 'file'> = {}): Promise<{ db: Db; file: string }> => {
  const file = testFile();
  const db = await openSqlite({ file, ...options });
  opened.push(db);
  return { db, file };
};
/** A connection of somebody else to the same file. */
const stranger = (file: string) => {
  const client = new Database(file, { timeout: 0 });
  opened.push(client);
  return client;
};
const put = async (tx: Tx, key: string, value = '') => tx.insert(settings).values({ key, value });
const keys = async (db: Db) =>
  (await db.read.select({ key: settings.key }).from(settings)).map(({ key }) => key).sort();
const person = (id: string) => ({ kind: 'person', ids: { person: id } }) as const;

describe('group commit', () => {
  it('puts the units that wait at the same time into one commit, and tells their facts at once', async () => {
    const { db, file } = await open();
    const told: (readonly Fact[])[] = [];
    db.facts.subscribe((facts) => told.push(facts));
    // A machine that is never slow: what takes long is committed in between.
    vi.spyOn(performance, 'now').mockReturnValue(0);
    const before = commitsIn(file);
    const names = Array.from({ length: 50 }, (_, index) => `k${index}`);
    await Promise.all(names.map((name) => db.write((tx) => tx.record(person(name)))));
    expect(commitsIn(file) - before).toBe(1);
    expect(told.map((facts) => facts.map(({ ids }) => ids))).toEqual([names.map((name) => ({ person: name }))]);
  });

  it('commits in several goes what would keep others waiting', async () => {
    const { db, file } = await open();
    const before = commitsIn(file);
    await Promise.all(Array.from({ length: 600 }, (_, index) => db.write((tx) => put(tx, `k${index}`))));
    expect(commitsIn(file) - before).toBeGreaterThanOrEqual(3);
    expect(await keys(db)).toHaveLength(600);
  });

  it('refuses the whole batch when the commit fails, and works again', async () => {
    const { db, file } = await open();
    stranger(file).exec(`
      CREATE TABLE late (key TEXT REFERENCES settings (key) DEFERRABLE INITIALLY DEFERRED);
      CREATE TRIGGER poison AFTER INSERT ON settings WHEN new.key = 'poison' BEGIN INSERT INTO late VALUES ('nobody'); END;
    `);
    let told = 0;
    db.facts.subscribe(() => told++);
    const add = (key: string) =>
      db.write(async (tx) => {
        await tx.record(person(key));
        await put(tx, key);
      });
    const refused = await Promise.allSettled([add('a'), add('poison'), add('b')]);
    expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(refused[0]).toMatchObject({ reason: { code: 'SQLITE_CONSTRAINT_FOREIGNKEY' } });
    expect([await keys(db), told, db.facts.cursor()]).toEqual([[], 0, 0]);
    await add('c');
    expect([await keys(db), told, db.facts.cursor()]).toEqual([['c'], 1, 1]);
  });

  it('runs each unit in the context of its own caller', async () => {
    const { db } = await open();
    const who = new AsyncLocalStorage<string>();
    const ask = (name: string) => who.run(name, () => db.write(async () => who.getStore()));
    expect(await Promise.all([ask('a'), ask('b')])).toEqual(['a', 'b']);
  });
});

describe('a unit that waits for something else than the database', () => {
  const waits: [string, () => Promise<unknown>][] = [
    ['a timer', () => sleep(0)],
    ['the next turn', () => turn()],
    ['a file', () => readFile(import.meta.filename)],
    ['nothing that will ever come', () => new Promise(() => undefined)],
  ];

  it.each(waits)('is refused: %s', async (_, wait) => {
    const { db } = await open();
    let late: unknown = 'still waiting';
    const results = await Promise.allSettled([
      db.write((tx) => put(tx, 'before')),
      db.write(async (tx) => {
        await put(tx, 'early');
        await wait();
        late = await put(tx, 'late').catch((error: unknown) => error);
      }),
      db.write((tx) => put(tx, 'after')),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(results[1]).toMatchObject({ reason: { message: expect.stringContaining('waited for something else') } });
    if (wait !== waits[3]?.[1]) await vi.waitFor(() => expect(String(late)).toContain('is over'));
    expect(await keys(db)).toEqual(['after', 'before']);
  });

  it('cannot use a query that it built before', async () => {
    const { db } = await open();
    const continued = Promise.withResolvers<unknown>();
    const unit = db.write(async (tx) => {
      const query = tx.insert(settings).values({ key: 'late', value: '' });
      await sleep(0);
      await query.then(continued.resolve, continued.resolve);
    });
    await expect(unit).rejects.toThrow('waited for something else');
    // Another unit is running by then: the late query must not slip into it either.
    await db.write((tx) => put(tx, 'other'));
    expect(String(await continued.promise)).toContain('is over');
    expect(await keys(db)).toEqual(['other']);
  });

  it('is not one that waits for microtasks only', async () => {
    const { db } = await open();
    await db.write(async (tx) => {
      for (let index = 0; index < 100; index++) await Promise.resolve();
      await new Promise<void>((resolve) => process.nextTick(resolve));
      await put(tx, 'a');
    });
    expect(await keys(db)).toEqual(['a']);
  });
});

describe('a full disk', () => {
  it('refuses what does not fit, keeps what was there, and goes on when there is room', async () => {
    const { db, file } = await open({ maxPages: 150 });
    await db.write((tx) => put(tx, 'first'));
    const big = (tx: Tx) => put(tx, 'big', 'x'.repeat(1_000_000));
    await expect(db.write(big)).rejects.toBeInstanceOf(DatabaseFull);
    const swallowed = db.write(async (tx) => {
      await put(tx, 'second');
      await big(tx).catch(() => undefined);
    });
    const beside = db.write((tx) => put(tx, 'third'));
    const outcomes = await Promise.allSettled([swallowed, beside]);
    // SQLite may undo the whole transaction, or only the statement: what was acknowledged is there, and nothing else.
    const acknowledged = ['second', 'third'].filter((_, index) => outcomes[index]?.status === 'fulfilled');
    expect(await keys(db)).toEqual(['first', ...acknowledged].sort());
    await db.write((tx) => put(tx, 'last'));
    expect(stranger(file).pragma('integrity_check', { simple: true })).toBe('ok');
    expect(await keys(db)).toEqual(['first', 'last', ...acknowledged].sort());
  });
});

describe('a database that another process has locked', () => {
  it('is waited for', async () => {
    const { db, file } = await open();
    const other = stranger(file);
    other.exec('BEGIN IMMEDIATE');
    const written = db.write((tx) => put(tx, 'a'));
    // The event loop turns meanwhile.
    for (let turns = 0; turns < 5; turns++) await turn();
    expect(await keys(db)).toEqual([]);
    other.exec('COMMIT');
    await written;
    expect(await keys(db)).toEqual(['a']);
  });

  it('is given up after a while, and used again when it is free', async () => {
    const { db, file } = await open({ patience: 30 });
    const other = stranger(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(Promise.all([db.write((tx) => put(tx, 'a')), db.write((tx) => put(tx, 'b'))])).rejects.toBeInstanceOf(
      DatabaseBusy,
    );
    other.exec('COMMIT');
    await db.write((tx) => put(tx, 'c'));
    expect(await keys(db)).toEqual(['c']);
  });
});

describe('facts', () => {
  it('go on when a listener throws', async () => {
    const errors: unknown[] = [];
    const { db } = await open({ onError: (error) => errors.push(error) });
    const told: Fact[] = [];
    db.facts.subscribe(() => {
      throw new Error('broken listener');
    });
    db.facts.subscribe((facts) => told.push(...facts));
    await db.write((tx) => tx.record(person('a')));
    await db.write((tx) => tx.record(person('b')));
    expect(told).toHaveLength(2);
    expect(errors).toMatchObject([{ message: 'broken listener' }, { message: 'broken listener' }]);
  });

  it('of another process are told before ours that came later', async () => {
    const { db, file } = await open();
    const told: Fact[] = [];
    db.facts.subscribe((facts) => told.push(...facts));
    const other = await openSqlite({ file });
    opened.push(other);
    await other.write((tx) => tx.record(person('theirs')));
    await db.write((tx) => tx.record(person('ours')));
    expect(told.map(({ seq, ids }) => [seq, ids])).toEqual([
      [1, { person: 'theirs' }],
      [2, { person: 'ours' }],
    ]);
  });

  it('of another process are told without ours', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { db, file } = await open();
    const told: Fact[] = [];
    db.facts.subscribe((facts) => told.push(...facts));
    const other = await openSqlite({ file });
    opened.push(other);
    await other.write((tx) => tx.record(person('theirs')));
    vi.advanceTimersByTime(1_000);
    vi.advanceTimersByTime(1_000);
    expect(told.map(({ ids }) => ids)).toEqual([{ person: 'theirs' }]);
  });

  it('keep their numbers over a restart, trimmed or not', async () => {
    const { db, file } = await open({ now: () => 1 });
    for (const id of ['a', 'b']) await db.write((tx) => tx.record(person(id)));
    await db.facts.trim(2);
    await db.close();
    const again = await openSqlite({ file });
    opened.push(again);
    expect(again.facts.cursor()).toBe(2);
  });
});

describe('closing', () => {
  it('waits for what was written, then refuses', async () => {
    const { db, file } = await open();
    const written = db.write((tx) => put(tx, 'a'));
    await db.close();
    await written;
    await expect(db.write((tx) => put(tx, 'b'))).rejects.toThrow('closed');
    const client = stranger(file);
    expect(client.prepare('SELECT key FROM settings').pluck().all()).toEqual(['a']);
    expect(commitsIn(file)).toBe(0);
  });
});

describe('backup', () => {
  it('copies one moment while others write, and lets the event loop turn', async () => {
    const { db } = await open();
    const text = 'x'.repeat(3_000);
    await db.write(async (tx) => {
      for (let index = 0; index < 1_000; index++) await put(tx, `k${index}`, text);
    });
    const copy = `${testFile()}.copy`;
    let turns = 0;
    const copying = db.backup(copy).finally(() => {
      turns = -turns;
    });
    while (turns >= 0) {
      turns++;
      await db.write((tx) => put(tx, `late${turns}`));
    }
    await copying;
    expect(-turns).toBeGreaterThan(3);
    const client = stranger(copy);
    expect(client.prepare('SELECT count(*) FROM settings').pluck().get()).toBe(1_000);
    expect(client.pragma('integrity_check', { simple: true })).toBe('ok');
  });
});
