import { performance } from 'node:perf_hooks';

/** Keeps the work on a file from taking all of the processor: it rests as long as it has worked. */
export class Pace {
  #last = 0;

  /** Works, and remembers how long it took. */
  async measure<T>(work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    try {
      return await work();
    } finally {
      this.#last = performance.now() - began;
    }
  }

  /** Milliseconds to rest now. */
  rest(): number {
    return Math.min(longest, this.#last / 2);
  }
}

const longest = 50;
