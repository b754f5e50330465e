import { compared, type Effort, isMet, type Result } from './figure.ts';
import type { Machine } from './machine.ts';

/** Prints what is measured on, and the head of the table. */
export const printMachine = (about: Machine, { runs, seconds }: Effort): void => {
  console.log(`${about.processors}, ${about.memory}, ${about.system}`);
  console.log(`${about.versions}; a durable commit takes ${about.commit}`);
  console.log(`what else the machine did before (load): ${about.load} processors`);
  console.log(`medians of ${runs} runs of ${seconds} s; load generator and servers share the processors\n`);
  console.log(row('', 'ours', 'floor', 'ratio', 'wanted'));
};

export const printResult = (result: Result): void => {
  const { what, unit, ours, floor, note } = result;
  const ratio = floor === undefined ? '' : `${compared(result).toFixed(2)} ×`;
  const shown = floor === undefined ? '' : number(floor);
  console.log(row(`${what}, ${unit}`, number(ours), shown, ratio, verdict(result)));
  if (note !== undefined) console.log(`    ${note}`);
};

const row = (what: string, ours: string, floor: string, ratio: string, wanted: string): string =>
  `${what.padEnd(62)} ${ours.padStart(10)} ${floor.padStart(10)} ${ratio.padStart(9)}  ${wanted}`;

const verdict = (result: Result): string => {
  const { wanted, floor } = result;
  if (!wanted) return '';
  const times = floor === undefined ? '' : ' ×';
  const sign = 'least' in wanted ? `≥ ${wanted.least}${times}` : `≤ ${wanted.most}${times}`;
  return `${sign} ${isMet(result) ? '✓' : '✗'}`;
};

const number = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en').replaceAll(',', ' ') : value.toPrecision(3);
