import type { Machine } from '../harness/machine.ts';
import { median, quantile } from '../harness/median.ts';

/** Prints what is measured on, and the head of the table. */
export const printHead = (about: Machine, what: string): void => {
  console.log(`${about.processors}, ${about.memory}, ${about.system}; ${about.versions}`);
  console.log(`a durable commit takes ${about.commit}; load before: ${about.load} processors`);
  console.log(`${what}; ms of the processor; "worst": the highest of the medians of a line's questions`);
  console.log(row('', 'median', 'p95', 'worst', 'longest'));
};

export const printTitle = (name: string, help: string): void => console.log(`\n${name}: ${help}`);

/** @param time ms @param size bytes */
export const printSize = (time: number, size: number): void =>
  console.log(`  filled in ${(time / 1000).toFixed(0)} s; ${(size / 2 ** 20).toFixed(0)} MB`);

/** @param times of each question, ms */
export const printLine = (what: string, times: readonly (readonly number[])[]): void => {
  const every = times.flat();
  if (every.length === 0) return;
  const worst = Math.max(...times.map((one) => median(one)));
  const cells = [median(every), quantile(every, 0.95), worst, Math.max(...every)].map(ms);
  console.log(row(what, ...cells));
};

/** @param times of each unit of work, ms: the disk's part comes on top */
export const printUnits = (what: string, times: readonly number[]): void => {
  if (times.length === 0) return;
  const total = times.reduce((all, one) => all + one, 0);
  const about = `${times.length} ×`.padStart(9);
  console.log(
    `${row(what, ms(total / times.length))}${about} = ${(total / 1000).toFixed(2)} s, longest ${ms(Math.max(...times))}`,
  );
};

const row = (what: string, ...cells: readonly string[]): string =>
  `  ${what.padEnd(54)}${cells.map((cell) => cell.padStart(9)).join('')}`;

const ms = (time: number): string => (time >= 100 ? time.toFixed(0) : time.toPrecision(3));
