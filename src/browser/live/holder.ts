import { ask } from './ask.ts';
import type { Notice } from './protocol.ts';
import { Recent } from './recent.ts';

/** What the holder has to say to all its tabs. */
export type Listener = {
  frame(html: string, cursor: number): void;
  notice(notice: Notice): void;
  reload(when: string, cursor: number): void;
  state(on: boolean): void;
  signedOut(how: 'ended' | 'lapsed'): void;
};

/** Without a sign of life for so long (ms) the connection is dead, whatever the browser says. The server beats every 15 s. */
const silence = 40_000;

/** Holds the one stream of this browser: keeps it alive, and knows how far it has got. */
export class Holder {
  readonly recent = new Recent();
  #language: string;
  #tell: Listener;
  #source: EventSource | undefined;
  #heardAt = 0;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;
  #on = false;

  /** `language`: that of the pages, which a worker's own requests need not carry. */
  constructor(language: string, tell: Listener) {
    this.#language = language;
    this.#tell = tell;
  }

  get on(): boolean {
    return this.#on;
  }

  get running(): boolean {
    return this.#watch !== undefined;
  }

  /** Begins to hold the stream, from the fact with this number on. */
  start(cursor: number): void {
    this.recent.reset(cursor);
    this.#failures = 0;
    this.#watch = setInterval(() => {
      if (this.#source && Date.now() - this.#heardAt > silence) this.#lost();
    }, 5_000);
    this.#open();
  }

  stop(): void {
    clearInterval(this.#watch);
    this.#watch = undefined;
    this.#on = false;
    this.#close();
  }

  /** The network is back, or somebody looks: no need to wait any longer. */
  hurry(): void {
    if (!this.running || this.#source) return;
    this.#failures = 0;
    this.#later(0);
  }

  #open(): void {
    const source = new EventSource(`/live?after=${this.recent.position}&language=${this.#language}`);
    this.#source = source;
    this.#heardAt = Date.now();
    const on = (name: string, act: (data: string, cursor: number) => void) =>
      source.addEventListener(name, (event) => {
        this.#heardAt = Date.now();
        if (event instanceof MessageEvent) act(String(event.data), Number(event.lastEventId));
      });
    on('hello', (_, cursor) => this.#present(cursor));
    on('beat', (_, cursor) => this.recent.reach(cursor));
    on('message', (html, cursor) => this.#frame(html, cursor));
    on('notice', (json, cursor) => {
      this.recent.reach(cursor);
      this.#tell.notice(JSON.parse(json));
    });
    on('reload', (when, cursor) => this.#reload(when, cursor));
    on('bye', (why) => this.#bye(why));
    source.onerror = () => this.#lost();
  }

  #present(cursor: number): void {
    this.#failures = 0;
    this.recent.reach(cursor);
    this.#say(true);
  }

  #frame(html: string, cursor: number): void {
    this.recent.add(html, cursor);
    this.#tell.frame(html, cursor);
  }

  #reload(when: string, cursor: number): void {
    this.recent.reset(cursor);
    this.#tell.reload(when, cursor);
  }

  #bye(why: string): void {
    this.#close();
    if (why === 'signed-out') this.#end('ended');
    // The server wants its streams opened anew, but not all in the same moment.
    else this.#later(Math.random() * 1_500);
  }

  #lost(): void {
    this.#close();
    this.#failures++;
    this.#say(false);
    const pause = Math.min(15_000, 500 * 2 ** this.#failures);
    this.#later(this.#failures === 1 ? 300 * Math.random() : pause * (0.5 + Math.random()));
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#source?.close();
    this.#source = undefined;
  }

  #later(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#again(), wait);
  }

  /** An event stream does not say why it failed: asking does, and brings what was missed even where no stream gets through. */
  async #again(): Promise<void> {
    this.#timer = undefined;
    const asked = await ask(this.recent.position, this.#language);
    if (!this.running || this.#source || this.#timer) return;
    if (asked.kind === 'signed-out') return this.#end('lapsed');
    if (asked.kind === 'later') return this.#later(asked.wait);
    if (asked.kind === 'unreachable') return this.#lost();
    const { html, cursor, notices, reload } = asked.polled;
    if (reload) this.#reload('soon', cursor);
    else if (html !== '') this.#frame(html, cursor);
    this.recent.reach(cursor);
    for (const notice of notices) this.#tell.notice(notice);
    this.#open();
  }

  #end(how: 'ended' | 'lapsed'): void {
    this.stop();
    this.#tell.signedOut(how);
  }

  #say(on: boolean): void {
    if (this.#on === on) return;
    this.#on = on;
    this.#tell.state(on);
  }
}
