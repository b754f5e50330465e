import { AsyncResource } from 'node:async_hooks';

/**
 * Runs jobs strictly one after another. Whoever adds one never waits for it, and nothing of what surrounds the caller (a
 * unit of work, a request) comes along.
 */
export class Queue {
  #jobs: (() => Promise<void>)[] = [];
  #running = false;
  #whenIdle: (() => void)[] = [];
  readonly #onError: (error: unknown) => void;
  readonly #start: () => void;

  /** @param onError gets what a job throws; the next one runs all the same */
  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
    this.#start = AsyncResource.bind(() => setImmediate(() => this.#run()));
  }

  /** Adds a job at the end; `first`, before all that wait. */
  add(job: () => Promise<void>, first = false): void {
    if (first) this.#jobs.unshift(job);
    else this.#jobs.push(job);
    if (this.#running) return;
    this.#running = true;
    this.#start();
  }

  /** Adds a job and answers what it answers. */
  ask<T>(job: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.add(() => job().then(resolve, reject));
    });
  }

  /** Resolves when nothing runs and nothing waits. */
  idle(): Promise<void> {
    return this.#running ? new Promise((resolve) => this.#whenIdle.push(resolve)) : Promise.resolve();
  }

  async #run(): Promise<void> {
    for (let job = this.#jobs.shift(); job; job = this.#jobs.shift()) {
      try {
        await job();
      } catch (error) {
        this.#onError(error);
      }
    }
    this.#running = false;
    for (const resolve of this.#whenIdle.splice(0)) resolve();
  }
}
