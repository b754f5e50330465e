import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, whatever folder the command was given in. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The pinned Node that comes with the dependencies: better-sqlite3 crashes on the older ones that may be around. */
const pinnedNode = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** True if the pinned Node is there and runs. */
export function hasPinnedNode() {
  return existsSync(pinnedNode) && spawnSync(pinnedNode, ['--version']).status === 0;
}

/** Runs the pinned Node to its end, its output shown; returns its exit code. */
export function runNode(args) {
  return spawnSync(pinnedNode, args, { cwd: root, stdio: 'inherit', env: environment() }).status ?? 1;
}

/**
 * Turns this process into the pinned Node with these arguments, so that signals and the exit code are the server's own
 * and no second process stays in memory. An older Node cannot do that: there a child runs, and signals are handed on.
 */
export async function becomeNode(args) {
  process.chdir(root);
  if (process.execve && process.platform !== 'win32') {
    process.execve(pinnedNode, [pinnedNode, ...args], environment());
  }
  process.exitCode = await child(args);
}

function child(args) {
  return new Promise((resolve, reject) => {
    const running = spawn(pinnedNode, args, { stdio: 'inherit', env: environment() });
    for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
      // From a terminal, Ctrl+C reaches the whole group already: handed on, it would count twice.
      process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY) || running.kill(signal));
    }
    running.once('error', reject);
    running.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** Our own environment, with the installed tools first on the PATH as npm does it. */
function environment() {
  const bin = join(root, 'node_modules/.bin');
  const path = process.env.PATH ?? '';
  return {
    ...process.env,
    PATH: path.startsWith(bin) ? path : `${bin}${process.platform === 'win32' ? ';' : ':'}${path}`,
  };
}
