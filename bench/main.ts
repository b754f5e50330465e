import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { figures } from './figures/index.ts';
import type { Result } from './harness/figure.ts';
import { removeFolders } from './harness/folder.ts';
import { machine } from './harness/machine.ts';
import { printMachine, printResult } from './harness/print.ts';
import { killAll, profileInto } from './harness/process.ts';

// Measures what the product does against a bare floor on the same machine in the same run: `npm run bench -- post desk`.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    json: { type: 'string' },
    profile: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const unknown = positionals.filter((name) => !figures.some((figure) => figure.name === name));
const effort = { runs: Number(values.runs), seconds: Number(values.seconds) };

if (values.help || unknown.length > 0 || !(effort.runs >= 1 && effort.seconds > 0)) {
  console.log('bench [FIGURE …] [--runs 5] [--seconds 2] [--json FILE] [--profile FOLDER]\n');
  for (const { name, help } of figures) console.log(`  ${name.padEnd(10)} ${help}`);
  process.exitCode = values.help ? 0 : 64;
} else await run();

async function run(): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupted);
  const wanted = figures.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  if (values.profile !== undefined) profileInto(resolve(values.profile));
  const about = machine();
  printMachine(about, effort);
  const results: Result[] = [];
  try {
    for (const figure of wanted) {
      for (const result of await figure.measure(effort)) {
        results.push(result);
        printResult(result);
      }
    }
  } finally {
    killAll();
    removeFolders();
  }
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ about, effort, results }, null, 2)}\n`);
}

function interrupted(): void {
  killAll();
  removeFolders();
  process.exit(1);
}
