import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { watch } from 'node:fs';

// Builds and starts the server, and again after each change; the pages reload themselves (src/browser/dev.ts).
process.env['DEV'] = '1';

const quiet = 60; // ms without a further change before the build starts: editors write a file in several steps
const args = process.argv.slice(2);
let server: ChildProcess | undefined;
let timer: NodeJS.Timeout | undefined;
let turning = Promise.resolve();

for (const folder of ['src', 'views', 'public']) {
  watch(folder, { recursive: true }, (_event, file) => {
    if (folder === 'public' && file?.startsWith('assets')) return;
    clearTimeout(timer);
    timer = setTimeout(again, quiet);
  });
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave());
again();

function again(): void {
  turning = turning.then(turn);
}

/** One turn: a build, and a new server if it went well; otherwise the old one goes on. */
async function turn(): Promise<void> {
  const { status } = spawnSync(process.execPath, ['src/build.ts'], { stdio: 'inherit' });
  if (status !== 0) return;
  await stop();
  server = spawn(process.execPath, ['dist/server/main.js', 'serve', ...args], { stdio: 'inherit' });
}

async function stop(): Promise<void> {
  const running = server;
  if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
  const gone = new Promise((resolve) => running.once('exit', resolve));
  running.kill('SIGTERM');
  await gone;
}

async function leave(): Promise<void> {
  await stop();
  process.exit(0);
}
