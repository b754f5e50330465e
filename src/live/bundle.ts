/** A piece of a live event, encoded once and shared by everybody who gets it. */
export type Part = { kind: 'frame' | 'notice'; bytes: Buffer };

/** HTML for the page, as lines of the event `frame` that all frames of one bundle share. */
export const framePart = (html: string): Part => ({ kind: 'frame', bytes: Buffer.from(dataLines(html)) });

/** A notice as an event of its own, so that one tab of a browser can be picked to show it. */
export const noticePart = (notice: object): Part => ({
  kind: 'notice',
  bytes: Buffer.from(`event: notice\n${dataLines(JSON.stringify(notice))}`),
});

/** An event without content; with `seq` the browser remembers to have everything up to it. */
export const signal = (name: 'hello' | 'beat' | 'reload' | 'bye', data: string, seq?: number): Buffer =>
  Buffer.from(`${seq === undefined ? '' : `id: ${seq}\n`}event: ${name}\ndata: ${data}\n\n`);

/**
 * What one viewer gets in one go. Viewers with the same parts in the same order share the same bundle, found without
 * comparing anything: each bundle remembers what became of it with one part more.
 */
export class Bundle {
  readonly #parts: readonly Part[];
  readonly #longer = new Map<Part, Bundle>();
  #encoded: { seq: number | undefined; bytes: Buffer } | undefined;

  constructor(parts: readonly Part[] = []) {
    this.#parts = parts;
  }

  /** The bundle with one part more. */
  plus(part: Part): Bundle {
    let longer = this.#longer.get(part);
    if (!longer) {
      longer = new Bundle([...this.#parts, part]);
      this.#longer.set(part, longer);
    }
    return longer;
  }

  /**
   * The bytes on the wire, made once. The last event carries `seq`, and it is the one with the frames: a connection that is cut
   * before resumes from an earlier place, and gets the same again.
   */
  encode(seq: number | undefined): Buffer {
    if (this.#encoded?.seq !== seq || !this.#encoded) this.#encoded = { seq, bytes: this.#join(seq) };
    return this.#encoded.bytes;
  }

  /** The HTML of all frames, and the notices, for who polls. */
  read(): { html: string; notices: unknown[] } {
    const text = (kind: Part['kind']) => this.#parts.filter((part) => part.kind === kind).map(dataOf);
    return { html: text('frame').join('\n'), notices: text('notice').map((json): unknown => JSON.parse(json)) };
  }

  #join(seq: number | undefined): Buffer {
    const id = seq === undefined ? nothing : Buffer.from(`id: ${seq}\n`);
    const frames = this.#parts.filter((part) => part.kind === 'frame').map((part) => part.bytes);
    const notices = this.#parts.filter((part) => part.kind === 'notice').map((part) => part.bytes);
    const events = [...notices, ...(frames.length ? [Buffer.concat(frames)] : [])];
    return Buffer.concat(events.flatMap((event, i) => [event, i === events.length - 1 ? id : nothing, end]));
  }
}

const nothing = Buffer.alloc(0);
const end = Buffer.from('\n');

// A carriage return ends a line of an event stream too, so one in a message must not get through.
const dataLines = (text: string): string => `data: ${text.replace(/\r\n|\r|\n/g, '\ndata: ')}\n`;

const dataOf = (part: Part): string =>
  part.bytes
    .toString()
    .split('\n')
    .filter((line) => line.startsWith('data: '))
    .map((line) => line.slice(6))
    .join('\n');
