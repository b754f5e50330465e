import type { Rights } from '../sessions/watched/rights.ts';
import { signal } from './bundle.ts';
import type { Crowd } from './crowd.ts';
import { finish, type Outlet, type Stream, send } from './stream.ts';
import type { Tally } from './tally.ts';
import type { Viewer } from './viewer.ts';

/** Who opens a stream: a person, as the guard at the door found them. */
export type Caller = { person: { id: string; language: Viewer['language'] }; signIn: string };

/** How many streams there may be, and how long (ms) one lives before it has to be opened again. */
export type Limits = { total: number; perPerson: number; lifetime: number };

/** All open streams. */
export class Streams {
  readonly #all = new Set<Stream>();
  /** Thousands of people may write to the same lines: they share one set of them. */
  readonly #sets = new Map<string, ReadonlySet<string>>();
  readonly #crowd: Crowd;
  readonly #tally: Tally;
  readonly #limits: Limits;

  constructor(crowd: Crowd, tally: Tally, limits: Limits) {
    this.#crowd = crowd;
    this.#tally = tally;
    this.#limits = limits;
  }

  get size(): number {
    return this.#all.size;
  }

  /** Whether one more is too many. */
  isFull(personId: string): boolean {
    if (this.#all.size >= this.#limits.total) return true;
    const open = this.#crowd.ofPerson(personId).reduce((sum, viewer) => sum + viewer.streams.size, 0);
    return open >= this.#limits.perPerson;
  }

  /** The viewer whom a caller is, already known or new; it looks on only once it has a stream. */
  viewer({ person }: Caller, rights: Rights, writes: ReadonlySet<string>): Viewer {
    const known = this.#crowd.ofPerson(person.id).find((viewer) => viewer.language === person.language);
    return (
      known ?? {
        personId: person.id,
        language: person.language,
        rights,
        writes: this.#shared(writes),
        streams: new Set(),
      }
    );
  }

  open(outlet: Outlet, viewer: Viewer, signIn: string, now: number): Stream {
    // So that those who came together after a restart do not come together for ever.
    const lifetime = this.#limits.lifetime * (0.8 + 0.4 * Math.random());
    const stream = { outlet, viewer, signIn, endsAt: now + lifetime };
    if (viewer.streams.size === 0) this.#crowd.add(viewer);
    viewer.streams.add(stream);
    this.#all.add(stream);
    return stream;
  }

  /** Forgets a stream. Any number of times, in any order with its end. */
  drop(stream: Stream): void {
    const { viewer } = stream;
    if (!this.#all.delete(stream)) return;
    viewer.streams.delete(stream);
    if (viewer.streams.size > 0) return;
    this.#crowd.remove(viewer);
    if (this.#crowd.ofPerson(viewer.personId).length === 0) this.#tally.forget([], [viewer.personId]);
  }

  /** Sends the last bytes to a stream and ends it. */
  end(stream: Stream, bytes: Buffer): void {
    this.drop(stream);
    finish(stream, bytes);
  }

  /** Tells every stream that it lives, and how far it has got; ends those whose time is over. */
  beat(position: number, now: number): void {
    const beat = signal('beat', '', position);
    const again = signal('bye', 'again', position);
    for (const stream of [...this.#all]) {
      if (stream.endsAt <= now) this.end(stream, again);
      else send(stream, beat);
    }
  }

  /** Ends all, so that they resume elsewhere. */
  close(): void {
    const again = signal('bye', 'again');
    for (const stream of [...this.#all]) this.end(stream, again);
  }

  #shared(lines: ReadonlySet<string>): ReadonlySet<string> {
    const key = [...lines].sort().join(' ');
    const known = this.#sets.get(key);
    if (known) return known;
    if (this.#sets.size >= mostSets) this.#sets.clear();
    this.#sets.set(key, lines);
    return lines;
  }
}

/** So many different sets of lines are remembered; with one more it starts over. */
const mostSets = 500;

/** Sends the same bytes to all streams of a viewer. */
export const deliver = (viewer: Viewer, bytes: Buffer): void => {
  for (const stream of viewer.streams) send(stream, bytes);
};
