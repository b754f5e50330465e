import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** How many passed and how many did not. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

/** Counts Vitest's JSON report. A file that could not even be loaded is one failure, and so is a bad end without any. */
export function testsOf(file: string, exitCode: number): Tally {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { numPassedTests, testResults } = vitestReport.parse(JSON.parse(readFileSync(file, 'utf8')));
  const failures = testResults.map(({ status, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed').length;
    return status === 'failed' ? Math.max(failed, 1) : failed;
  });
  const failed = failures.reduce((sum, one) => sum + one, 0);
  return honest({ passed: numPassedTests, failed }, exitCode, false);
}

/** Counts Playwright's JSON report, in the same way. `noneIsFine`: there may be no journey at all. */
export function journeysOf(file: string, exitCode: number, noneIsFine: boolean): Tally {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { stats, errors } = playwrightReport.parse(JSON.parse(readFileSync(file, 'utf8')));
  const tally = { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
  return honest(tally, exitCode, noneIsFine);
}

/** A runner that ended badly, or that ran nothing, has failed whatever it counted. */
function honest(tally: Tally, exitCode: number, noneIsFine: boolean): Tally {
  const ranNothing = tally.passed + tally.failed === 0 && !noneIsFine;
  return (exitCode !== 0 || ranNothing) && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
