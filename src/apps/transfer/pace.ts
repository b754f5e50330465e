import { performance } from 'node:perf_hooks';

/** Keeps the work on a file out of everybody's way: it is done in small parts, and between them it rests for half as long as it has worked. */
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
    const rest = Math.min(longest, this.#worked / 2);
    this.#worked = 0;
    return rest;
  }
}

/** Rows of one part: some milliseconds' work. Fewer would have to be committed more often. */
export const rowsAtOnce = 20;

/** Milliseconds of rest: where the machine is busy with other things, resting longer helps nobody. */
const longest = 20;
