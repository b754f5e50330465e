import { performance } from 'node:perf_hooks';

/** Keeps the work on a file out of everybody's way: it is done in small parts, and between them it rests for as long as it has worked. */
export class Pace {
  #worked = 0;

  /** Works while everybody waits. */
  async work<T>(part: () => Promise<T>): Promise<T> {
    const began = performance.now();
    try {
      return await part();
    } finally {
      this.#worked += performance.now() - began;
    }
  }

  /** For how many milliseconds to rest now. */
  rest(): number {
    const rest = Math.min(longest, this.#worked);
    this.#worked = 0;
    return rest;
  }
}

/** Rows of one part: some milliseconds' work. Written ones cost five times as much, and everybody's messages wait for them. */
export const rowsAtOnce = { read: 20, written: 8 };

/** Milliseconds of rest: where the machine is busy with other things, resting longer helps nobody. */
const longest = 20;
