import { checks } from './checks.ts';
import { runTogether } from './steps.ts';

const { failed, passed } = await runTogether(checks);
console.log(`${passed} checks passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
