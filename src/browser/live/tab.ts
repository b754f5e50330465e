import { ask } from './ask.ts';
import { applyFrame } from './frames.ts';
import { showSignedOut, showState } from './page-state.ts';
import type { Notice, ToTab } from './protocol.ts';
import { reloadPanes } from './reload.ts';
import { again, received } from './since-asked.ts';

/** The page's side of the live connection: applies what comes, in order, and knows how far the page is told. */
export class LiveTab {
  #cursor: number;
  /** While the page is brought up to date by other means, what comes waits. */
  #waiting: ToTab[] | undefined;

  constructor(cursor: number) {
    this.#cursor = cursor;
    document.addEventListener('lines:look-again', (event) => {
      const when = event instanceof CustomEvent ? String(event.detail) : 'now';
      this.hear({ kind: 'reload', when, cursor: this.#cursor });
    });
  }

  /** The last fact that the page shows. */
  get cursor(): number {
    return this.#cursor;
  }

  hear(message: ToTab): void {
    if (this.#waiting && message.kind === 'frame') this.#waiting.push(message);
    else if (message.kind === 'frame') this.#apply(message.html, message.cursor);
    else if (message.kind === 'gap') void this.#hold(() => this.#catchUp());
    else if (message.kind === 'reload') void this.#hold(() => this.#reload(message.when, message.cursor));
    else if (message.kind === 'state') showState(message.on);
    else if (message.kind === 'notice') tellNotice(message.notice);
    else if (message.kind === 'signed-out') signedOut(message.how);
  }

  #apply(html: string, cursor: number): void {
    this.#cursor = Math.max(this.#cursor, cursor);
    received(html);
    applyFrame(html);
  }

  async #hold(act: () => Promise<void>): Promise<void> {
    if (this.#waiting) return;
    this.#waiting = [];
    try {
      await act();
    } finally {
      const waiting = this.#waiting;
      this.#waiting = undefined;
      for (const message of waiting) this.hear(message);
    }
  }

  async #catchUp(): Promise<void> {
    const asked = await ask(this.#cursor, document.documentElement.lang);
    if (asked.kind === 'signed-out') return showSignedOut();
    if (asked.kind !== 'answer') {
      await pause(asked.kind === 'later' ? asked.wait : 2_000);
      return await this.#catchUp();
    }
    if (asked.polled.reload) return await this.#reload('soon', asked.polled.cursor);
    this.#apply(asked.polled.html, asked.polled.cursor);
  }

  /** `soon`: many pages are asked at once, and shall not all come in the same moment. */
  async #reload(when: string, cursor: number): Promise<void> {
    await pause(when === 'soon' ? Math.random() * 1_500 : 0);
    const told = await reloadPanes();
    if (told === undefined) return await pause(3_000).then(() => this.#reload('now', cursor));
    // Not the larger of the two: a data folder that was put back counts from further below.
    this.#cursor = told;
    again();
  }
}

/** Whoever presses Sign out here need not be told. */
let leaving = false;
document.addEventListener('submit', ({ target }) => {
  leaving ||= target instanceof HTMLFormElement && target.getAttribute('action') === '/sign-out';
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What this page was told to tell: the next page of the tab may be told the same once more. */
function tellNotice(notice: Notice): void {
  const told = (sessionStorage.getItem('told') ?? '').split(' ');
  if (told.includes(notice.id)) return;
  sessionStorage.setItem('told', [...told.slice(-20), notice.id].join(' '));
  document.dispatchEvent(new CustomEvent('lines:notice', { detail: notice }));
}

/** Whoever signed out in another tab is done here, too; a sign-in that lapsed may have met somebody writing. */
function signedOut(how: 'ended' | 'lapsed'): void {
  if (leaving) return;
  if (how === 'ended')
    location.assign(`/sign-in?ended&next=${encodeURIComponent(location.pathname + location.search)}`);
  else showSignedOut();
}
