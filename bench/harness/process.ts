import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A server in a process of its own, on a port of the loopback. */
export type Running = {
  port: number;
  /** Its memory in bytes (resident set). */
  memory(): number;
  stop(): Promise<void>;
};

const project = join(import.meta.dirname, '../..');

/** Starts the product as `npm start` does, on a data folder, at any free port. */
export const startProduct = (dataDir: string): Promise<Running> =>
  start([...profiling, join(project, 'dist/server/main.js'), 'serve'], { DATA_DIR: dataDir });

/** From now on the product leaves a profile of its processor's time in this folder when it stops; its figures are worth less then. */
export const profileInto = (folder: string): void => {
  profiling = ['--cpu-prof', `--cpu-prof-dir=${folder}`];
};

let profiling: readonly string[] = [];

/** Starts one of the bare servers in bench/floors. */
export const startFloor = (name: 'insert' | 'hono' | 'streams', ...args: readonly string[]): Promise<Running> =>
  start([join(project, 'bench/floors', `${name}.ts`), ...args], {});

/** Ends every process that was started here and still runs: for who is interrupted. */
export const killAll = (): void => {
  for (const child of running) child.kill('SIGKILL');
};

const running = new Set<ChildProcess>();

const start = async (args: readonly string[], settings: Record<string, string>): Promise<Running> => {
  const env = { PATH: process.env['PATH'] ?? '', HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error', ...settings };
  const child = spawn(process.execPath, args, { cwd: project, env, stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const port = await portSaid(child);
  return { port, memory: () => memoryOf(child), stop: () => stop(child) };
};

/** Both kinds of servers print an address once they listen. */
const portSaid = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const port = /127\.0\.0\.1:(\d+)/.exec(said)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    child.once('exit', (code) => reject(new Error(`A server ended with code ${code} before it listened.\n${said}`)));
    child.once('error', reject);
  });

/** Linux alone says it without asking another program. */
const memoryOf = ({ pid }: ChildProcess): number => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) * 1024;
};

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const impatient = setTimeout(() => child.kill('SIGKILL'), 12_000);
  await ended;
  clearTimeout(impatient);
};
