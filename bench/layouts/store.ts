import { statSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';
import { type Client, connectReader, connectWriter } from '../../src/db/sqlite/connect.ts';
import { newFolder } from '../harness/folder.ts';

type Row = Record<string, unknown>;
export type Run = (query: SQL | Ready) => Promise<Row[]>;
/** A statement that need not be written anew each time: as the product prepares those of its hot paths. */
export type Ready = { text: string; params: readonly unknown[] };

/** A database with its two doors, without what the product builds around them. */
export type Store = {
  dialect: 'sqlite' | 'pg';
  read: Run;
  /** One unit of work, durable when it is answered. */
  write<T>(work: (run: Run) => Promise<T>): Promise<T>;
  /** Fills the tables, quick and not durable. */
  fill(work: (run: Run) => Promise<void>): Promise<void>;
  /** Lets the planner know what there is. */
  analyze(): Promise<void>;
  /** How the database goes about a query, in its own words. */
  explain(query: SQL): Promise<string>;
  /** Bytes on the disk; only SQLite says it. */
  size(): number;
  close(): Promise<void>;
};

/** SQLite, opened as the product opens it. */
export const openSqlite = (): Store => {
  const file = join(newFolder(), 'layout.db');
  const writer = connectWriter(file);
  const reader = connectReader(file);
  const run = runOn(writer);
  const read = runOn(reader);
  const unit = async <T>(work: (run: Run) => Promise<T>): Promise<T> => {
    writer.exec('BEGIN IMMEDIATE');
    try {
      const value = await work(run);
      writer.exec('COMMIT');
      return value;
    } catch (error) {
      if (writer.inTransaction) writer.exec('ROLLBACK');
      throw error;
    }
  };
  return {
    dialect: 'sqlite',
    read,
    write: unit,
    async fill(work) {
      writer.pragma('synchronous = OFF');
      writer.pragma('cache_size = -2000000');
      await unit(work);
      writer.pragma('cache_size = -8000');
      writer.pragma('synchronous = FULL');
      writer.pragma('wal_checkpoint(TRUNCATE)');
    },
    async analyze() {
      writer.exec('ANALYZE');
    },
    explain: async (query) =>
      (await read(sql`explain query plan ${query}`)).map((row) => String(row['detail'])).join('; '),
    size: () => statSync(file).size,
    async close() {
      reader.close();
      writer.close();
    },
  };
};

const runOn = (client: Client): Run => {
  const dialect = new SQLiteAsyncDialect();
  const prepared = new Map<string, ReturnType<Client['prepare']>>();
  return async (query) => {
    const { text, params } = 'text' in query ? query : written(dialect.sqlToQuery(query));
    const statement = prepared.get(text) ?? client.prepare(text);
    prepared.set(text, statement);
    if (statement.reader) return statement.all(...params) as Row[];
    statement.run(...params);
    return [];
  };
};

/** PGlite, which stands in for PostgreSQL: in memory, so its times say little. */
export const openPglite = async (): Promise<Store> => {
  const client = await PGlite.create();
  const dialect = new PgDialect();
  const read: Run = async (query) => {
    const { text, params } = 'text' in query ? query : written(dialect.sqlToQuery(query));
    let n = 0;
    return (
      await client.query<Row>(
        text.replaceAll('?', () => `$${++n}`),
        [...params],
      )
    ).rows;
  };
  const write: Store['write'] = async (work) => {
    await read(sql`begin`);
    try {
      const value = await work(read);
      await read(sql`commit`);
      return value;
    } catch (error) {
      await read(sql`rollback`);
      throw error;
    }
  };
  return {
    dialect: 'pg',
    read,
    write,
    fill: write,
    async analyze() {
      await client.exec('analyze');
    },
    explain: async (query) => (await read(sql`explain ${query}`)).map((row) => String(row['QUERY PLAN'])).join('\n'),
    size: () => 0,
    close: () => client.close(),
  };
};

const written = ({ sql: text, params }: { sql: string; params: unknown[] }): Ready => ({ text, params });

/** `insert into <into> values (?, …), …` */
export const inserted = (into: string, rows: readonly (readonly unknown[])[]): Ready => {
  const one = `(${Array(rows[0]?.length).fill('?').join(', ')})`;
  return { text: `insert into ${into} values ${Array(rows.length).fill(one).join(', ')}`, params: rows.flat() };
};
