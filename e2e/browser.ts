import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

/** How Chromium has to be started; as root it refuses its sandbox. */
export const launchArgs: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of a Chromium that is on this machine: $CHROMIUM, one on the PATH, or Playwright's; undefined if none. */
export function findBrowser(): string | undefined {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, chromium.executablePath()].find(canRun);
}

/** Finds a Chromium or brings one: Playwright's, else Debian's. Throws in plain words what to do if none can be had. */
export function bringBrowser(): string {
  const there = findBrowser();
  if (there !== undefined) {
    if (works(there)) return there;
    throw new Error(`${there} does not start. Set CHROMIUM to a Chromium or Chrome that does, or remove it.`);
  }
  console.log('No Chromium found: fetching the one that belongs to Playwright …');
  tryCommand('playwright', ['install', 'chromium'], 180_000);
  const fetched = findBrowser();
  if (fetched === undefined || !works(fetched)) fromDebian();
  const brought = findBrowser();
  if (brought !== undefined && works(brought)) return brought;
  throw new Error(
    'The tests need a Chromium, and none could be brought: neither `npx playwright install chromium` nor Debian’s package ' +
      'worked. Install Chromium or Chrome (on Debian or Ubuntu, as root: apt-get install -y chromium), or set CHROMIUM to ' +
      'the path of one, and run the tests again.',
  );
}

function fromDebian(): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log('That did not work: installing Debian’s package …');
  tryCommand('apt-get', ['update', '-q'], 120_000);
  tryCommand('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], 300_000);
}

function tryCommand(command: string, args: readonly string[], timeout: number): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout, env });
}

function works(path: string): boolean {
  return spawnSync(path, ['--version', ...launchArgs], { timeout: 30_000 }).status === 0;
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
