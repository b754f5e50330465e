import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bringBrowser } from '../../e2e/browser.ts';
import { checks } from './checks.ts';
import { journeysOf, type Tally, testsOf } from './results.ts';
import { runAloud, runTogether, secondsSince } from './steps.ts';

// All that can be checked, a failed step never keeping the next from running; the last line counts them all.
const long = process.argv.includes('--long');
const cache = join(process.cwd(), '.cache/test');
const total = { passed: 0, failed: 0 };

rmSync(cache, { recursive: true, force: true });
if (!long) await count('checks', () => runTogether(checks));
await count('tests', tests);
await count('journeys', journeys);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

async function count(name: string, step: () => Promise<Tally>): Promise<void> {
  console.log(`\n── ${name}`);
  const start = performance.now();
  try {
    const { passed, failed } = await step();
    total.passed += passed;
    total.failed += failed;
  } catch (error) {
    total.failed += 1;
    console.error(error instanceof Error ? error.message : error);
  }
  console.log(`── ${name} took ${secondsSince(start)}`);
}

async function tests(): Promise<Tally> {
  const file = join(cache, 'tests.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const run = ['vitest', 'run', '--config=.config/vitest.config.ts', '--root=.', ...reporters] as const;
  const code = await runAloud({ name: 'tests', run }, environment());
  return testsOf(file, code);
}

async function journeys(): Promise<Tally> {
  const CHROMIUM = bringBrowser();
  const none = long ? ['--pass-with-no-tests'] : [];
  const run = ['playwright', 'test', '--config=e2e/playwright.config.ts', ...none] as const;
  const code = await runAloud({ name: 'journeys', run }, { ...environment(), CHROMIUM });
  return journeysOf(join(cache, 'journeys.json'), code, long);
}

function environment(): Record<string, string> {
  return long ? { LONG: '1' } : {};
}
