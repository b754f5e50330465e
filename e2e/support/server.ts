import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A server that runs as people run it: a process of its own, with what was built. */
export type Server = {
  readonly port: number;
  readonly pid: number;
  /** Everything that it printed. */
  output(): string;
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
};

/**
 * Starts the server on a data folder and answers once it serves.
 *
 * @param start.command `serve`, or `demo`, which takes a folder that is marked as the demo's and has the test channel
 * @param start.port 0: any free one
 * @param start.settings its environment, beyond what is set here
 * @param start.through a command that readies something and then becomes the server, whose command line it gets behind its own
 */
export const startServer = async (start: {
  dataDir: string;
  command?: 'serve' | 'demo';
  port?: number;
  settings?: Readonly<Record<string, string>>;
  through?: readonly string[];
}): Promise<Server> => {
  const env = {
    PATH: process.env['PATH'],
    HOME: start.dataDir,
    HOST: '127.0.0.1',
    PORT: String(start.port ?? 0),
    DATA_DIR: start.dataDir,
    LOG_LEVEL: 'warn',
    ...start.settings,
  };
  const [command = '', ...args] = [...(start.through ?? []), process.execPath, main, start.command ?? 'serve'];
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed: string[] = [];
  const output = () => printed.join('');
  const port = await serving(child, printed, output);
  const { pid = 0 } = child;
  return { port, pid, output, stop: () => ended(child, 'SIGTERM'), kill: () => ended(child, 'SIGKILL') };
};

const main = join(import.meta.dirname, '../../dist/server/main.js');

/** It prints its address when it listens. */
const serving = (child: ChildProcess, printed: string[], output: () => string): Promise<number> =>
  new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        printed.push(text);
        const [, port] = / serves http:\/\/\S+?:(\d+)/.exec(output()) ?? [];
        if (port !== undefined) resolve(Number(port));
      });
    }
    child.once('exit', () => reject(new Error(`The server did not start:\n${output()}`)));
  });

const ended = async (child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
};
