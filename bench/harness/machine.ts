import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { newFolder } from './folder.ts';
import { quantile } from './median.ts';

/** What the figures were measured on. */
export type Machine = {
  processors: string;
  memory: string;
  system: string;
  versions: string;
  commit: string;
  load: string;
};

/** Looks at the machine, and measures what one durable commit costs on its disk. */
export const machine = (): Machine => ({
  processors: `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown'}`,
  memory: `${(totalmem() / 2 ** 30).toFixed(1)} GB`,
  system: `${type()} ${release()}`,
  versions: `Node ${process.versions.node}, SQLite ${sqliteVersion()}, Lines at ${commitOfSources()}`,
  commit: commitLatency(),
  load: `${(loadavg()[0] ?? 0).toFixed(1)} of ${availableParallelism()}`,
});

const sqliteVersion = (): string => {
  const db = new Database(':memory:');
  const version = db.prepare<[], string>('SELECT sqlite_version()').pluck().get();
  db.close();
  return version ?? 'unknown';
};

const commitOfSources = (): string => {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', cwd: import.meta.dirname }).trim();
  } catch {
    return JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')).version;
  }
};

const commitLatency = (): string => {
  const db = new Database(join(newFolder(), 'commits.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE commits (n INTEGER)');
  const insert = db.prepare('INSERT INTO commits VALUES (?)');
  const times = Array.from({ length: 500 }, (_, n) => {
    const began = performance.now();
    insert.run(n);
    return performance.now() - began;
  });
  db.close();
  return `${quantile(times, 0.5).toFixed(2)} ms (p99 ${quantile(times, 0.99).toFixed(2)} ms)`;
};
