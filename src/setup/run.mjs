// The door of every npm script. Plain JavaScript on purpose: it must run on Node 20 before anything is installed.
import { buildIfStale } from './fresh.mjs';
import { ensureInstalled } from './install.mjs';
import { becomeNode } from './runtime.mjs';
import { Refusal, requireNode } from './says.mjs';

/** What each script is made of: does it need the tools, the build, and which file then runs with which arguments. */
const scripts = {
  build: { tools: false, build: true },
  bench: { tools: true, build: true, file: 'bench/main.ts' },
  'bench:layouts': { tools: true, build: false, file: 'bench/layouts/main.ts' },
  check: { tools: true, build: false, file: 'src/setup/check.ts' },
  dev: { tools: false, build: false, file: 'src/setup/dev.ts' },
  snapshot: { tools: true, build: false, file: 'e2e/snapshots/make.ts' },
  test: { tools: true, build: true, file: 'src/setup/test.ts' },
  'test:long': { tools: true, build: true, file: 'src/setup/test.ts', before: ['--long'] },
};

/** Any other word is a command of the product itself: serve, demo, backup … */
const command = (name) => ({ tools: false, build: true, file: 'dist/server/main.js', before: [name] });

async function main([name = 'serve', ...rest]) {
  requireNode();
  const script = Object.hasOwn(scripts, name) ? scripts[name] : command(name);
  ensureInstalled(script.tools);
  if (script.build) buildIfStale();
  if (script.file) await becomeNode([script.file, ...(script.before ?? []), ...rest]);
}

main(process.argv.slice(2)).catch((error) => {
  if (!(error instanceof Refusal)) throw error;
  console.error(`\n${error.message}\n`);
  process.exitCode = 1;
});
