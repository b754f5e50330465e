import type { Reader } from '../db/doors.ts';
import type { Counters, LineBox } from '../sessions/shapes.ts';
import { type LineTotals, lineTotals, type PersonTotals, personTotals } from '../sessions/watched/totals.ts';
import type { Viewer } from './viewer.ts';

/**
 * All counters of everybody who looks on. Each line is counted once, each person's own numbers once; what somebody sees is a
 * sum of both in memory, so that a new session does not cost a query for each of 500 operators. Equal to `countersFor` and
 * `boxNumbers` at any time at which no fact is left to be looked at.
 */
export class Tally {
  readonly #lines = new Map<string, LineTotals>();
  readonly #people = new Map<string, PersonTotals>();

  /** Forgets the numbers of lines and people: they changed, or nobody asks for them any more. */
  forget(lines: Iterable<string>, people: Iterable<string>): void {
    for (const line of lines) this.#lines.delete(line);
    for (const person of people) this.#people.delete(person);
  }

  clear(): void {
    this.#lines.clear();
    this.#people.clear();
  }

  /** Counts what is not known for these viewers. Afterwards `countersOf` and `boxOf` answer for them. */
  async learn(db: Reader, viewers: readonly Viewer[]): Promise<void> {
    const lines = new Set<string>();
    const people = new Set<string>();
    for (const { personId, rights } of viewers) {
      if (!this.#people.has(personId)) people.add(personId);
      for (const line of rights.operates) if (!this.#lines.has(line)) lines.add(line);
      for (const line of rights.supervises) if (!this.#lines.has(line)) lines.add(line);
    }
    for (const line of lines) this.#lines.set(line, await lineTotals(db, line));
    for (const person of people) this.#people.set(person, await personTotals(db, person));
  }

  /** The numbers of the frame. */
  countersOf(viewer: Viewer): Counters {
    const { operates, supervises } = viewer.rights;
    const own = this.#personOf(viewer);
    return {
      lines: sum(operates, (line) => own.unread.get(line) ?? 0) + this.#unassignedOn(supervises, viewer),
      messages: own.messages,
      queue: operates.size === 0 ? null : this.#unassignedOn(operates, viewer),
    };
  }

  /** The number at a box. */
  boxOf(viewer: Viewer, line: string, box: Exclude<LineBox, 'closed'>): number {
    const own = this.#personOf(viewer);
    if (box === 'mine') return own.mine.get(line) ?? 0;
    return (this.#lines.get(line)?.[box] ?? 0) - (own.asClient.get(line) === box ? 1 : 0);
  }

  /** What a line is called. */
  nameOf(line: string): string {
    return this.#lines.get(line)?.name ?? '';
  }

  #unassignedOn(lines: ReadonlySet<string>, viewer: Viewer): number {
    return sum(lines, (line) => this.boxOf(viewer, line, 'unassigned'));
  }

  #personOf(viewer: Viewer): PersonTotals {
    const own = this.#people.get(viewer.personId);
    if (!own) throw new Error('The numbers of this person were not counted.');
    return own;
  }
}

const sum = (lines: ReadonlySet<string>, number: (line: string) => number): number => {
  let total = 0;
  for (const line of lines) total += number(line);
  return total;
};
