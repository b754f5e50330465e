import type { Db } from '../db/doors.ts';
import { linesWritableBy } from '../lines/roles.ts';
import { countersFor } from '../sessions/counters.ts';
import { deskBoxes } from '../sessions/navigation.ts';
import { rightsOf } from '../sessions/watched/rights.ts';
import type { Hub } from './hub.ts';
import { look, type Screen } from './testing.ts';

/** A page as a browser holds it: rendered once, moved by what the stream brings. */
export class Page {
  readonly person: string;
  readonly #db: Db;
  readonly #hub: Hub;
  #numbers: Numbers = {};
  #writable = '';
  #screen: Screen | undefined;

  constructor(db: Db, hub: Hub, person: string) {
    this.#db = db;
    this.#hub = hub;
    this.person = person;
  }

  /** Loads the page: what it shows may be older, or newer, than the place of the hub. Whoever is deactivated gets none. */
  async load(): Promise<void> {
    const after = this.#db.facts.cursor();
    this.#screen?.close();
    this.#screen = undefined;
    if (!(await rightsOf(this.#db.read, this.person))) return;
    this.#numbers = await numbersOf(this.#db, this.person);
    this.#writable = await writableOf(this.#db, this.person);
    this.#screen = await look(this.#db, this.#hub, this.person, { after });
  }

  get isOpen(): boolean {
    return this.#screen !== undefined;
  }

  /** Whether the page was asked to load itself again since it last did, with all it shows. */
  get isAskedAgain(): boolean {
    return this.#screen !== undefined && (this.#screen.ended || this.#screen.signals().length > 0);
  }

  /** Whether it was told that its person may write to other lines now. */
  get isToldOfWriters(): boolean {
    return this.#screen?.html.includes('data-writers') ?? false;
  }

  /** What stands on it, and what would stand on it were it loaded now. A page that was told of lines asks for those itself. */
  async shown(): Promise<{ shown: Numbers; fresh: Numbers }> {
    const fresh = { ...(await numbersOf(this.#db, this.person)), writable: await writableOf(this.#db, this.person) };
    const writable = this.isToldOfWriters ? fresh.writable : this.#writable;
    return { shown: { ...this.#numbers, ...numbersIn(this.#screen?.html ?? ''), writable }, fresh };
  }
}

type Numbers = Record<string, number | string>;

const writableOf = async (db: Db, person: string): Promise<string> =>
  (await linesWritableBy(db.read, person))
    .map(({ id }) => id)
    .sort()
    .join(' ');

const numbersOf = async (db: Db, id: string): Promise<Numbers> => {
  const counters = await countersFor(db.read, id);
  const boxes = await deskBoxes(db.read, id);
  const all = boxes.lines.flatMap(({ line, boxes: of }) =>
    of.map(({ box, count }) => [`box-${line.id}-${box}`, count ?? 0] as const),
  );
  return {
    'count-lines': counters.lines,
    'count-messages': counters.messages,
    'take-next': counters.queue ?? 0,
    'box-waiting': boxes.waiting,
    ...Object.fromEntries(all),
  };
};

const numbersIn = (html: string): Numbers =>
  Object.fromEntries(
    [...html.matchAll(/<(?:span|form|div) id="(count-[a-z]+|take-next|box-[^"]+)"(.*)/g)].map(([, id, rest]) => {
      const badge = /(?:badge[^>]*|take-next-count")>(\d+)</.exec(rest ?? '');
      return [id, Number(badge?.[1] ?? 0)];
    }),
  );
