import type { Rights } from '../sessions/watched/rights.ts';
import type { Viewer } from './viewer.ts';

/** Everybody who looks on at the moment, found by who they are and by the lines they answer. */
export class Crowd {
  readonly #people = new Map<string, Viewer[]>();
  readonly #lines = new Map<string, Set<Viewer>>();

  /** A crowd of one: for replaying the past to somebody who just came. */
  static of(viewer: Viewer): Crowd {
    const crowd = new Crowd();
    crowd.add(viewer);
    return crowd;
  }

  get empty(): boolean {
    return this.#people.size === 0;
  }

  add(viewer: Viewer): void {
    const same = this.#people.get(viewer.personId);
    if (same) same.push(viewer);
    else this.#people.set(viewer.personId, [viewer]);
    for (const line of linesOf(viewer.rights)) {
      const desk = this.#lines.get(line);
      if (desk) desk.add(viewer);
      else this.#lines.set(line, new Set([viewer]));
    }
  }

  remove(viewer: Viewer): void {
    const left = this.ofPerson(viewer.personId).filter((other) => other !== viewer);
    if (left.length) this.#people.set(viewer.personId, left);
    else this.#people.delete(viewer.personId);
    for (const line of linesOf(viewer.rights)) {
      const desk = this.#lines.get(line);
      desk?.delete(viewer);
      if (desk?.size === 0) this.#lines.delete(line);
    }
  }

  /** The viewers who are this person: one for each language their browsers show. */
  ofPerson(id: string): readonly Viewer[] {
    return this.#people.get(id) ?? [];
  }

  /** The viewers who operate or supervise a line. */
  onLine(id: string): Iterable<Viewer> {
    return this.#lines.get(id) ?? [];
  }

  *everyone(): Iterable<Viewer> {
    for (const viewers of this.#people.values()) yield* viewers;
  }

  people(): string[] {
    return [...this.#people.keys()];
  }
}

const linesOf = (rights: Rights): ReadonlySet<string> => rights.operates.union(rights.supervises);
