import { findViolations } from './arrows.ts';

// A check that reads nothing passes everything (it happened): the house never has fewer modules than this.
const leastModules = 60;
const leastArrows = 100;

const { arrows, modules, violations } = findViolations(process.cwd());
for (const violation of violations) console.error(violation);
if (modules < leastModules || arrows < leastArrows) {
  console.error(`Only ${modules} modules with ${arrows} imports were read: that cannot be the whole house.`);
  process.exitCode = 1;
}
console.log(`${modules} modules, ${arrows} imports, ${violations.length} against the direction`);
if (violations.length > 0) process.exitCode = 1;
