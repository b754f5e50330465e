import { defineConfig } from 'vitest/config';

const long = process.env['LONG'] === '1';

// Everything runs on SQLite; what is said of the data is said of PostgreSQL as well.
const project = (name: string, include: string, more: { env?: Record<string, string>; isolate?: boolean } = {}) => ({
  extends: true as const,
  test: { name, include: [include], ...more },
});
// All files of a process share one PGlite, which takes seconds to load.
const onPostgres = project('data-pg', 'src/**/*.data.test.ts', {
  env: { DATABASE_URL: 'postgres://pglite' },
  isolate: false,
});

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    projects: long
      ? [project('long', '{src,views,e2e,bench}/**/*.long.ts')]
      : [project('unit', '{src,views,e2e,bench}/**/*.test.{ts,tsx}'), onPostgres],
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
