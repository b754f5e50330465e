import type { Db } from '../db/doors.ts';
import type { Fact } from '../db/facts.ts';
import { signal } from './bundle.ts';
import { compose, loadScenes, recount } from './compose.ts';
import type { Crowd } from './crowd.ts';
import { Post } from './post.ts';
import type { Queue } from './queue.ts';
import { postRecords } from './records.tsx';
import { settle } from './standing.ts';
import { deliver, type Streams } from './streams.ts';
import type { Tally } from './tally.ts';
import { isStanding, workOf } from './work.ts';
import { postWriters } from './writers.tsx';

/** Between two looks at what happened, ms: under load they are taken together, each thing rendered once. */
const pause = 10;

/** So many facts are taken in one turn: when a line is archived thousands come at once, and nobody else may wait for all of them. */
const most = 200;

export type TurnsOf = { db: Db; crowd: Crowd; tally: Tally; streams: Streams; queue: Queue; now: () => number };

/**
 * Takes what happened, in the order of the commits, and sends what is to be seen of it. Whoever wrote never waits for it.
 */
export class Turns {
  readonly #of: TurnsOf;
  readonly #onError: (error: unknown) => void;
  readonly #unsubscribe: () => void;
  #pending: Fact[] = [];
  #position: number;
  /** Up to this fact it is settled what everybody may see. */
  #settledTo: number;
  #last = 0;
  #due: NodeJS.Timeout | boolean = false;

  constructor(of: TurnsOf, onError: (error: unknown) => void) {
    this.#of = of;
    this.#onError = onError;
    this.#position = of.db.facts.cursor();
    this.#settledTo = this.#position;
    this.#unsubscribe = of.db.facts.subscribe((facts) => {
      for (const fact of facts) this.#pending.push(fact);
      this.#schedule();
    });
  }

  /** Everything up to the fact with this number was sent to whoever was there. */
  get position(): number {
    return this.#position;
  }

  /** Ends the streams of whoever lost a right by now. To be called between the last look at the data and sending. */
  async settle(): Promise<void> {
    const { db, crowd, streams } = this.#of;
    for (let last = this.#pending.at(-1); last && last.seq > this.#settledTo; last = this.#pending.at(-1)) {
      const news = this.#pending.filter(isStanding).filter((fact) => fact.seq > this.#settledTo);
      this.#settledTo = last.seq;
      if (news.length > 0) await settle(db.read, crowd, streams, news, last.seq);
    }
  }

  /** Resolves when everything that happened so far was sent. */
  async settled(): Promise<void> {
    while (this.#due !== false) await new Promise((resolve) => setTimeout(resolve, 1));
    await this.#of.queue.idle();
  }

  stop(): void {
    this.#unsubscribe();
    if (typeof this.#due === 'object') clearTimeout(this.#due);
    this.#due = false;
  }

  #schedule(): void {
    if (this.#due !== false) return;
    const wait = this.#last + pause - performance.now();
    this.#due = wait <= 0 || setTimeout(this.#begin, wait);
    if (wait <= 0) this.#begin();
  }

  #begin = (): void => this.#of.queue.add(this.#turn, true);

  #turn = async (): Promise<void> => {
    this.#due = false;
    this.#last = performance.now();
    const { crowd, tally } = this.#of;
    let last = this.#pending.at(-1);
    try {
      await this.settle();
      const facts = this.#pending.splice(0, most);
      last = facts.at(-1);
      if (this.#pending.length > 0) this.#schedule();
      if (crowd.empty) tally.clear();
      else if (last) await this.#show(facts, last.seq);
    } catch (error) {
      this.#startOver(last?.seq ?? this.#position);
      this.#onError(error);
    }
    if (last) this.#position = last.seq;
  };

  async #show(facts: readonly Fact[], seq: number): Promise<void> {
    const { db, crowd, tally, now } = this.#of;
    const scenes = await loadScenes(db.read, workOf(facts), crowd);
    await recount(db.read, tally, facts, scenes, crowd);
    const post = new Post();
    await postWriters(post, db.read, facts, crowd);
    await postRecords(post, db.read, facts, crowd);
    await this.settle();
    compose(post, scenes, crowd, tally, now());
    for (const [viewer, bundle] of post) deliver(viewer, bundle.encode(seq));
  }

  /** Nobody knows who got what: all pages are loaded again. */
  #startOver(seq: number): void {
    this.#of.tally.clear();
    for (const viewer of this.#of.crowd.everyone()) deliver(viewer, signal('reload', 'soon', seq));
  }
}
