import { defineConfig } from 'playwright/test';
import { findBrowser, launchArgs } from './browser.ts';

const executablePath = findBrowser();

// A name that is not localhost: the browser trusts this machine under it as little as any other in a company's network.
const foreignHost = '--host-resolver-rules=MAP lines.test 127.0.0.1';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  // What the others show in another way: walked by `npm run test:long`.
  ...(process.env['LONG'] === '1' ? { grep: /@long/ } : { grepInvert: /@long/ }),
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../.cache/test/journeys.json' }]],
  use: {
    headless: true,
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    launchOptions: { args: [...launchArgs, foreignHost], ...(executablePath === undefined ? {} : { executablePath }) },
    screenshot: 'only-on-failure',
    // Pictures of every moment would cost more than the journeys themselves.
    trace: { mode: 'retain-on-failure', screenshots: false },
  },
});
