import type { Step } from './steps.ts';

/** What `npm run check` looks at. Each is a command of its own, and all run side by side. */
export const checks: readonly Step[] = [
  { name: 'format and lint', run: ['biome', 'check', '--config-path=.config/lint.jsonc', '--error-on-warnings'] },
  { name: 'types of the server and the views', run: ['tsc', '-p', '.'] },
  { name: 'types of the browser code', run: ['tsc', '-p', 'src/browser'] },
  { name: 'types of the journeys', run: ['tsc', '-p', 'e2e'] },
  {
    name: 'dead code',
    run: ['knip', '--config=.config/knip.jsonc', '--no-progress'],
  },
  { name: 'directions between rooms', run: ['node', 'src/setup/directions.ts'] },
  { name: 'the checks themselves, on planted violations', run: ['node', 'src/setup/planted.ts'] },
];
