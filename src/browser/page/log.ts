import { make } from './dom.ts';
import { dayOf } from './times.ts';
import { whenever } from './whenever.ts';

// However a message comes into a log (page, frame, sending, scrolling up), it then stands right: days divided in the viewer's own
// zone, an author's messages of one minute together, "Seen" below the last one that was.
whenever('[role="log"] > article, [data-seen], [role="log"] > [data-unread-line]', (found) => {
  const log = found.closest<HTMLElement>('[role="log"]');
  if (log === null || waiting.has(log)) return;
  waiting.add(log);
  queueMicrotask(() => {
    if (waiting.has(log)) arrange(log);
  });
});

const waiting = new Set<HTMLElement>();

/** Puts all that stands in a log right, at once. Who measures a log does this first: joined messages are less high. */
export function arrange(log: HTMLElement): void {
  waiting.delete(log);
  let before: HTMLElement | undefined;
  for (const article of log.querySelectorAll<HTMLElement>(':scope > article')) {
    const newDay = before === undefined || dayOf(atOf(before)) !== dayOf(atOf(article));
    divide(article, newDay);
    article.toggleAttribute('data-joined', !newDay && before !== undefined && speaksOn(article, before));
    before = article;
  }
  placeSeen(log);
}

const atOf = (article: HTMLElement): number => Number(article.dataset['at']);

/** The number of a message in its conversation; the highest there is while it has none yet. */
export const seqOf = (article: HTMLElement): number => Number(article.dataset['seq']);

const minute = 60_000;

function speaksOn(article: HTMLElement, before: HTMLElement): boolean {
  return (
    article.classList.contains('message') &&
    before.classList.contains('message') &&
    !before.nextElementSibling?.hasAttribute('data-unread-line') &&
    article.dataset['author'] === before.dataset['author'] &&
    Math.floor(atOf(article) / minute) === Math.floor(atOf(before) / minute)
  );
}

function divide(article: HTMLElement, wanted: boolean): void {
  const there = article.querySelector(':scope > .day');
  if (!wanted) there?.remove();
  else if (there === null) {
    const time = make('time', '');
    time.dateTime = new Date(atOf(article)).toISOString();
    time.dataset['time'] = 'day';
    article.prepend(make('p', 'day', time));
  }
}

function placeSeen(log: HTMLElement): void {
  const seen = log.querySelector<HTMLElement>(':scope > [data-seen]');
  if (seen === null) return;
  const upTo = Number(seen.dataset['seen']);
  const last = [...log.querySelectorAll<HTMLElement>(':scope > .ours')].findLast((article) => seqOf(article) <= upTo);
  seen.hidden = last === undefined;
  if (last !== undefined && last.nextElementSibling !== seen) last.after(seen);
}
