type Kept = { html: string; cursor: number };

/** How much is remembered for tabs that come a little late: so many frames, or so many characters. */
const most = { frames: 200, characters: 500_000 };

/** The last frames, and from where to where they are complete. */
export class Recent {
  #frames: Kept[] = [];
  #size = 0;
  #from = 0;
  #position = 0;

  /** Everything up to the fact with this number was received. */
  get position(): number {
    return this.#position;
  }

  /** Starts over: nothing before this fact is known. */
  reset(cursor: number): void {
    this.#frames = [];
    this.#size = 0;
    this.#from = cursor;
    this.#position = cursor;
  }

  reach(cursor: number): void {
    this.#position = Math.max(this.#position, cursor);
  }

  /** Remembers a frame, unless it tells of no fact: that somebody types is over when it is asked for. */
  add(html: string, cursor: number): void {
    if (cursor <= this.#position) return;
    this.#position = cursor;
    this.#frames.push({ html, cursor });
    this.#size += html.length;
    while (this.#frames.length > most.frames || this.#size > most.characters) {
      const gone = this.#frames.shift();
      this.#size -= gone?.html.length ?? 0;
      this.#from = gone?.cursor ?? this.#from;
    }
  }

  /** What came after the fact with this number; undefined when not all of it is remembered. */
  since(cursor: number): readonly Kept[] | undefined {
    return cursor < this.#from ? undefined : this.#frames.filter((frame) => frame.cursor > cursor);
  }
}
