import { AsyncLocalStorage } from 'node:async_hooks';
import { DatabaseBusy } from '../errors.ts';
import type { Fact } from '../facts.ts';
import { translated } from '../translated.ts';
import { around, type Unit } from '../unit.ts';
import type { Client } from './connect.ts';
import { Transaction } from './transaction.ts';

/** So many units, or so much time (ms), and the batch is committed: others on the event loop want to breathe. */
const most = { units: 256, time: 10 };

/** How long to wait before asking for the lock again, ms: mostly it is a matter of moments. */
const pauses = [1, 2, 5, 10, 20, 50];

type Job = {
  unit: Unit;
  run: () => Promise<unknown>;
  since: number;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
};
type Outcome = { job: Job; value: unknown; facts: readonly Fact[] } | { job: Job; error: unknown };

/**
 * The queue in front of the connection that writes. All units that wait run one after another in one transaction, each in a
 * savepoint of its own, and are answered after its commit.
 *
 * The whole batch runs in microtasks. Right behind the callback that starts it in the event loop's queue stands one that
 * finds a unit still running: it has waited for something else than the database, and is thrown out.
 */
export class GroupCommit {
  #queue: Job[] = [];
  #outcomes: Outcome[] = [];
  #running: Job | undefined;
  #busy = false;
  #refusals = 0;
  #began = 0;
  #whenIdle: (() => void)[] = [];
  readonly #transaction: Transaction;
  readonly #patience: number;
  readonly #committed: (facts: readonly Fact[]) => void;

  /**
   * @param patience how long a unit may wait for the lock that another process holds, ms
   * @param committed gets the facts of each commit, in order; must not throw
   */
  constructor(client: Client, patience: number, committed: (facts: readonly Fact[]) => void) {
    this.#transaction = new Transaction(client);
    this.#patience = patience;
    this.#committed = committed;
  }

  /** Queues a unit of work. @returns what it returns, after its commit @throws what it throws, or a `DatabaseError` */
  add<T>(unit: Unit, work: (unit: Unit) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      // The batch starts in the context of whoever came first; each unit shall find its own caller's around it.
      const inContext = AsyncLocalStorage.snapshot();
      const run = () => inContext(() => around.run(unit, async () => work(unit)));
      this.#queue.push({ unit, run, since: performance.now(), resolve: resolve as (value: unknown) => void, reject });
      if (!this.#busy) this.#schedule();
    });
  }

  /** Resolves when nothing runs and nothing waits. */
  idle(): Promise<void> {
    return this.#busy ? new Promise((resolve) => this.#whenIdle.push(resolve)) : Promise.resolve();
  }

  // Not a microtask: requests that came in the same round of the event loop shall share the commit.
  #schedule = (): void => {
    this.#busy = true;
    setImmediate(this.#start);
    setImmediate(this.#guard);
  };

  #start = (): void => {
    try {
      this.#transaction.begin();
    } catch (error) {
      this.#notBegun(translated(error));
      return;
    }
    this.#refusals = 0;
    this.#began = performance.now();
    this.#next();
  };

  #next(): void {
    const full = this.#outcomes.length >= most.units || performance.now() - this.#began > most.time;
    const job = full && this.#outcomes.length > 0 ? undefined : this.#queue.shift();
    if (!job) {
      this.#commit();
      return;
    }
    try {
      this.#transaction.save();
    } catch (error) {
      this.#outcomes.push({ job, error });
      this.#fail(error);
      return;
    }
    this.#running = job;
    job.unit.alive = true;
    job.run().then(
      (value) => this.#settle({ job, value, facts: job.unit.facts }),
      (error: unknown) => this.#settle({ job, error }),
    );
  }

  /** A late unit's outcome finds another one running, or none, and is nobody's. */
  #settle(outcome: Outcome): void {
    if (this.#running !== outcome.job) return;
    if (this.#end(outcome)) this.#next();
  }

  #guard = (): void => {
    if (!this.#running) return;
    const error = new Error('A unit of work waited for something else than the database: nothing of it was stored.');
    if (this.#end({ job: this.#running, error })) this.#commit();
  };

  /** Keeps or undoes what the running unit did. Answers whether there is still a transaction to go on with. */
  #end(outcome: Outcome): boolean {
    this.#running = undefined;
    outcome.job.unit.alive = false;
    this.#outcomes.push(outcome);
    try {
      // Some errors, a full disk among them, make SQLite undo the whole transaction at once, even if the unit swallows them.
      if (!this.#transaction.open)
        throw 'error' in outcome ? outcome.error : new Error('SQLite undid the transaction.');
      if ('error' in outcome) this.#transaction.undo();
      else this.#transaction.keep();
      return true;
    } catch (error) {
      this.#fail(error);
      return false;
    }
  }

  #commit(): void {
    try {
      this.#transaction.commit();
    } catch (error) {
      this.#fail(error);
      return;
    }
    const outcomes = this.#finish();
    for (const outcome of outcomes) {
      if ('error' in outcome) outcome.job.reject(translated(outcome.error));
      else outcome.job.resolve(outcome.value);
    }
    this.#committed(outcomes.flatMap((outcome) => ('error' in outcome ? [] : outcome.facts)));
  }

  /** Nothing of the batch happened: whoever was refused for a reason of his own may have met a row that is gone now. */
  #fail(error: unknown): void {
    this.#transaction.rollback();
    const known = translated(error);
    for (const { job } of this.#finish()) job.reject(known);
  }

  #finish(): Outcome[] {
    const outcomes = this.#outcomes;
    this.#outcomes = [];
    if (this.#queue.length > 0) this.#schedule();
    else this.#rest();
    return outcomes;
  }

  #rest(): void {
    this.#busy = false;
    for (const resolve of this.#whenIdle.splice(0)) resolve();
  }

  #notBegun(error: unknown): void {
    const refused = this.#queue;
    const locked = error instanceof DatabaseBusy;
    const earliest = performance.now() - this.#patience;
    this.#queue = locked ? refused.filter((job) => job.since > earliest) : [];
    for (const job of refused) if (!locked || job.since <= earliest) job.reject(error);
    if (this.#queue.length === 0) this.#rest();
    else setTimeout(this.#schedule, pauses[Math.min(this.#refusals++, pauses.length - 1)]);
  }
}
