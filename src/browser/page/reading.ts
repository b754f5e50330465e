import { applyFrame } from '../live/frames.ts';
import { arrange, seqOf } from './log.ts';
import { whenever } from './whenever.ts';
import { sayNew } from './words.ts';

// Who closes a session says what was on the page, so that what comes in at that moment is not closed unread.
document.addEventListener(
  'submit',
  (event) => {
    const field =
      event.target instanceof Element ? event.target.querySelector<HTMLInputElement>('[data-newest]') : null;
    const last = field
      ?.closest('.conversation')
      ?.querySelectorAll<HTMLElement>('[role="log"] > .message:not(.pending, .failed)');
    const newest = last?.[last.length - 1];
    if (field && newest) field.value = String(seqOf(newest));
  },
  true,
);

// A conversation opens at its first unread message, says how much comes in below what is read, and tells the server how far it was
// read while the page could be seen.
whenever('[data-scroll]', (scroller) => {
  const log = scroller.querySelector<HTMLElement>('[role="log"]');
  const section = scroller.closest<HTMLElement>('[data-read]');
  if (log !== null && section !== null) follow(scroller, log, section);
});

function follow(scroller: HTMLElement, log: HTMLElement, section: HTMLElement): void {
  const jump = section.querySelector<HTMLElement>('[data-jump]');
  let known = readBefore(log);
  let told = known;
  let timer = 0;
  let newest = lastOf(log);
  let height = scroller.scrollHeight;

  // A search or a link may have led to one message: then that is what is looked at.
  if (log.querySelector(':target') === null)
    log.querySelector('[data-unread-line]')?.scrollIntoView({ block: 'center' });
  if (scroller.scrollTop > -almost) scroller.scrollTop = 0;
  let atEnd = scroller.scrollTop === 0;

  const look = (): void => {
    if (!scroller.isConnected) stop();
    if (!scroller.isConnected || document.visibilityState !== 'visible') return;
    const bottom = scroller.getBoundingClientRect().bottom;
    const unseen = theirsAfter(log, known);
    for (const article of unseen) {
      if (article.getBoundingClientRect().top < bottom - 16) known = seqOf(article);
    }
    showJump(jump, unseen.filter((article) => seqOf(article) > known).length);
    if (known > told && timer === 0) timer = window.setTimeout(tell, 300);
  };

  const tell = async (): Promise<void> => {
    timer = 0;
    const seq = known;
    const answer = await post(section.dataset['read'] ?? '', seq);
    if (answer !== undefined) told = Math.max(told, seq);
  };

  const grown = new MutationObserver(() => {
    arrange(log);
    if (atEnd) scroller.scrollTop = 0;
    else if (lastOf(log) !== newest) keepPlace(scroller, height);
    newest = lastOf(log);
    height = scroller.scrollHeight;
    look();
  });

  const scrolled = (): void => {
    atEnd = scroller.scrollTop > -almost;
    look();
  };

  const stop = (): void => {
    grown.disconnect();
    document.removeEventListener('visibilitychange', look);
  };

  grown.observe(log, { childList: true });
  scroller.addEventListener('scroll', scrolled, { passive: true });
  document.addEventListener('visibilitychange', look);
  jump?.addEventListener('click', () => toNewest(log));
  requestAnimationFrame(look);
}

/** So near to the end, in pixels, one means the end. */
const almost = 24;

/** Shows the end of a conversation: it is scrolled from there. */
export function toNewest(log: HTMLElement): void {
  const scroller = log.closest('[data-scroll]');
  if (scroller !== null) scroller.scrollTop = 0;
}

/** The number up to which all was read when the page came. */
function readBefore(log: HTMLElement): number {
  const first = log.querySelector<HTMLElement>('[data-unread-line] ~ article');
  const articles = log.querySelectorAll<HTMLElement>(':scope > article');
  const last = articles[articles.length - 1];
  if (first !== null) return seqOf(first) - 1;
  return last === undefined ? 0 : seqOf(last);
}

const lastOf = (log: HTMLElement): Element | undefined => [...log.querySelectorAll(':scope > article')].at(-1);

const theirsAfter = (log: HTMLElement, seq: number): HTMLElement[] =>
  [...log.querySelectorAll<HTMLElement>(':scope > .theirs')].filter((article) => seqOf(article) > seq);

function showJump(jump: HTMLElement | null, count: number): void {
  if (jump === null) return;
  jump.hidden = count === 0;
  const label = jump.querySelector('[data-jump-count]');
  if (label !== null && count > 0) label.textContent = sayNew(count);
}

/** Where the browser does not hold the place itself, what is read would move up by what came in below. */
function keepPlace(scroller: HTMLElement, before: number): void {
  if (scroller.scrollTop < -1 && !CSS.supports('overflow-anchor', 'auto'))
    scroller.scrollTop -= scroller.scrollHeight - before;
}

async function post(address: string, seq: number): Promise<Response | undefined> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'HX-Request': 'true' },
      body: new URLSearchParams({ seq: String(seq) }),
      keepalive: true,
    });
    if (!answer.ok) return undefined;
    if (answer.status === 200) applyFrame(await answer.text());
    return answer;
  } catch {
    // The next look tries again.
    return undefined;
  }
}
