import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

/** The product as it is delivered: `npm test` builds it first. */
const entry = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));

export type Settings = Readonly<Record<string, string>>;
export type Ended = { code: number | null; out: string; err: string };

/** A command that runs, or ran. */
export type Running = {
  process: ChildProcess;
  /** Resolves to what it printed once that matches; rejects if it ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  ended: Promise<Ended>;
};

/** A new empty folder, thrown away after the last test of the file. */
export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'lines-run-'));
  folders.push(folder);
  return folder;
};

/** Starts a command in a process of its own, with nothing of our own settings. */
export const start = (args: readonly string[], settings: Settings): Running => {
  const child = spawn(process.execPath, [entry, ...args], { env: { ...settings } });
  started.push(child);
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  const ended = once(child, 'close').then(([code]): Ended => ({ code, ...said }));
  const says = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = pattern.exec(said.out);
      if (found) return found;
      const end = await Promise.race([ended, once(child.stdout, 'data').then(() => undefined)]);
      if (end && !pattern.test(said.out)) throw new Error(`ended with ${end.code}: ${end.out}${end.err}`);
    }
  };
  return { process: child, says, ended };
};

/** Runs a command to its end. */
export const runToEnd = (args: readonly string[], settings: Settings): Promise<Ended> => start(args, settings).ended;

/** Starts a server on a free port; `address` is where this machine reaches it. */
export const serve = async (settings: Settings): Promise<Running & { address: string; port: string }> => {
  const running = start(['serve'], { PORT: '0', ...settings });
  const [, address = '', port = ''] = await running.says(/(http:\/\/[\w.]+:(\d+))/);
  return { ...running, address, port };
};

const folders: string[] = [];
const started: ChildProcess[] = [];

afterAll(async () => {
  for (const child of started) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'close');
    }
  }
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
