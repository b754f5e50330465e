import { AsyncLocalStorage } from 'node:async_hooks';
import { type Connection, connection, type Orm } from './connection.ts';
import type { Told, Tx } from './doors.ts';
import { recordAudit, recordFact } from './facts.record.ts';
import type { AuditEntry, Fact, NewFact } from './facts.ts';

/** The unit of work around whoever asks, over every `await`. */
export const around = new AsyncLocalStorage<Unit>();

/** One unit of work: what its author gets as `tx`, alive from its start to its last word. */
export class Unit implements Tx {
  alive = false;
  /** What it told so far. */
  readonly facts: Fact[] = [];
  readonly #connection: Connection;
  readonly #now: () => number;

  constructor(of: Connection, now: () => number) {
    this.#connection = of;
    this.#now = now;
  }

  get [connection](): Connection {
    if (!this.alive) throw new Error('This unit of work is over: its tx cannot be used any more.');
    return this.#connection;
  }

  get select(): Orm['select'] {
    return this.#orm.select.bind(this.#orm);
  }
  get selectDistinct(): Orm['selectDistinct'] {
    return this.#orm.selectDistinct.bind(this.#orm);
  }
  get $count(): Orm['$count'] {
    return this.#orm.$count.bind(this.#orm);
  }
  get $with(): Orm['$with'] {
    return this.#orm.$with.bind(this.#orm);
  }
  get with(): Orm['with'] {
    return this.#orm.with.bind(this.#orm);
  }
  get insert(): Orm['insert'] {
    return this.#orm.insert.bind(this.#orm);
  }
  get update(): Orm['update'] {
    return this.#orm.update.bind(this.#orm);
  }
  get delete(): Orm['delete'] {
    return this.#orm.delete.bind(this.#orm);
  }

  async record(told: Told | NewFact, entry?: AuditEntry): Promise<void> {
    await this.#tell(told, entry ? [entry] : []);
  }

  async recordAll(told: Told, entries: readonly AuditEntry[]): Promise<void> {
    await this.#tell(told, entries);
  }

  async #tell(told: Told | NewFact, entries: readonly AuditEntry[]): Promise<void> {
    const at = this.#now();
    await recordAudit(this, at, entries);
    const facts = told === null ? [] : 'kind' in told ? [told] : told;
    for (const fact of facts) this.facts.push(await recordFact(this, at, fact));
  }

  get #orm(): Orm {
    return this[connection].orm;
  }
}

/** The unit that is running around the caller, if any. */
export const current = (): Unit | undefined => {
  const unit = around.getStore();
  return unit?.alive ? unit : undefined;
};

/** Refuses what would wait for itself, or would not see what the unit around it has written. */
export const refuseInside = (what: 'read' | 'write'): void => {
  if (current()) throw new Error(`db.${what} inside db.write: use the tx that the unit of work was given.`);
};
