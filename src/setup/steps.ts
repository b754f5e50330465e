import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** One step of a check: a name for people, and a command from node_modules/.bin with its arguments. */
export interface Step {
  readonly name: string;
  readonly run: readonly [command: string, ...args: string[]];
}

/** How a step ended: its exit code (null if a signal ended it), all it printed, and how long it took. */
interface Outcome {
  readonly step: Step;
  readonly ok: boolean;
  readonly output: string;
  readonly seconds: number;
}

/** Runs all steps, as many at once as there are processors; prints a line for each, and what the failed ones said. */
export async function runTogether(steps: readonly Step[]): Promise<{ passed: number; failed: number }> {
  const waiting = [...steps];
  const outcomes: Outcome[] = [];
  const worker = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const outcome = await runQuietly(step);
      outcomes.push(outcome);
      report(outcome);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  const passed = outcomes.filter((outcome) => outcome.ok).length;
  return { passed, failed: outcomes.length - passed };
}

/** Runs a step with its output shown as it comes; resolves to its exit code, 1 if a signal ended it. */
export async function runAloud(step: Step, env: Readonly<Record<string, string>> = {}): Promise<number> {
  const [command, ...args] = step.run;
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
  return await ended(child);
}

/** Seconds since `start` (of performance.now()), for people: "3.1 s". */
export function secondsSince(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

async function runQuietly(step: Step): Promise<Outcome> {
  const start = performance.now();
  const [command, ...args] = step.run;
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const pieces: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => pieces.push(text));
  const code = await ended(child);
  return { step, ok: code === 0, output: pieces.join(''), seconds: (performance.now() - start) / 1000 };
}

function ended(child: ReturnType<typeof spawn>): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

function report({ step, ok, output, seconds }: Outcome): void {
  console.log(`${ok ? '✓' : '✗'} ${step.name} (${seconds.toFixed(1)} s)`);
  if (!ok) console.log(`${output.trimEnd()}\n`);
}
