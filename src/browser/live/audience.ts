import type { Notice, ToTab } from './protocol.ts';

/** A tab that listens. */
export type Tab = { visible: boolean; shows: readonly string[]; heardAt: number };

/** A tab that gives no answer for so long (ms) is gone, or sleeps, and says hello again when it wakes. */
const patience = 120_000;

/** The tabs of this browser. */
export class Audience {
  readonly #tabs = new Map<MessagePort, Tab>();
  readonly #told = new Set<string>();

  get empty(): boolean {
    return this.#tabs.size === 0;
  }

  set(port: MessagePort, visible: boolean, shows: readonly string[]): void {
    this.#tabs.set(port, { visible, shows, heardAt: Date.now() });
  }

  heard(port: MessagePort): void {
    const tab = this.#tabs.get(port);
    if (tab) tab.heardAt = Date.now();
  }

  remove(port: MessagePort): void {
    this.#tabs.delete(port);
  }

  toAll(message: ToTab): void {
    for (const port of this.#tabs.keys()) port.postMessage(message);
  }

  /** Asks who is still there; forgets who was not for long. */
  ping(): void {
    for (const [port, tab] of this.#tabs) {
      if (Date.now() - tab.heardAt > patience) this.#tabs.delete(port);
      else port.postMessage({ kind: 'ping' } satisfies ToTab);
    }
  }

  /** Has one tab tell a notice, once, preferably one that is seen; none, if what it is about is on the screen. */
  tell(notice: Notice): void {
    if (this.#told.has(notice.id)) return;
    this.#told.add(notice.id);
    const [oldest] = this.#told;
    if (oldest !== undefined && this.#told.size > 500) this.#told.delete(oldest);
    const tabs = [...this.#tabs];
    if (tabs.some(([, tab]) => tab.visible && tab.shows.includes(notice.about))) return;
    const [port] = tabs.find(([, tab]) => tab.visible) ?? tabs.at(-1) ?? [];
    port?.postMessage({ kind: 'notice', notice } satisfies ToTab);
  }
}
