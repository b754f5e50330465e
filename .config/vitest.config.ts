import { defineConfig } from 'vitest/config';

const long = process.env['LONG'] === '1';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    name: 'unit',
    include: long ? ['{src,views,e2e,bench}/**/*.long.ts'] : ['{src,views,e2e,bench}/**/*.test.{ts,tsx}'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: long ? 600_000 : 20_000,
    hookTimeout: 30_000,
    passWithNoTests: false,
    allowOnly: false,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
