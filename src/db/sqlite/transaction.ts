import type { Client } from './connect.ts';

/** The statements around a batch and around each unit in it, prepared once. */
export class Transaction {
  readonly #client: Client;
  readonly #begin;
  readonly #commit;
  readonly #save;
  readonly #keep;
  readonly #undo;

  constructor(client: Client) {
    this.#client = client;
    this.#begin = client.prepare('BEGIN IMMEDIATE');
    this.#commit = client.prepare('COMMIT');
    this.#save = client.prepare('SAVEPOINT unit');
    this.#keep = client.prepare('RELEASE unit');
    this.#undo = client.prepare('ROLLBACK TO unit');
  }

  get open(): boolean {
    return this.#client.inTransaction;
  }

  begin(): void {
    this.#begin.run();
  }
  save(): void {
    this.#save.run();
  }
  keep(): void {
    this.#keep.run();
  }
  undo(): void {
    this.#undo.run();
    this.#keep.run();
  }
  commit(): void {
    this.#commit.run();
  }

  /** Undoes everything, if SQLite has not done so itself. */
  rollback(): void {
    if (this.open) this.#client.exec('ROLLBACK');
  }
}
