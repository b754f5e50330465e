import htmx from 'htmx.org';
import { applyFrame } from './frames.ts';
import { keepReadable, writtenIn } from './replace.ts';

/**
 * Loads the page again in place: what is being typed, what is not sent yet and where one reads stay. Answers the fact up to
 * which the page is told now; undefined when it could not be loaded and has to be tried again.
 */
export async function reloadPanes(): Promise<number | undefined> {
  const fresh = await load();
  const main = document.getElementById('main');
  const freshMain = fresh?.getElementById('main');
  if (!fresh || !main || !freshMain) return undefined;
  const putBack = [...unsent(main), ...typed(main)];
  if (!isAnswer())
    await htmx.swap({ text: freshMain.outerHTML, target: main, sourceElement: main, swap: 'outerMorph' });
  for (const act of putBack) act();
  if (!isAnswer()) document.title = fresh.title;
  applyFrame(
    [...fresh.querySelectorAll('#me, #count-lines, #count-messages, #take-next')].map((one) => one.outerHTML).join(''),
  );
  return Number(fresh.body.dataset['cursor']);
}

/**
 * Whether this page is what a form was answered, such as the form once more with what is wrong with it: its address may be
 * another page's, and what was typed would be lost.
 */
const isAnswer = () => document.body.dataset['answer'] !== undefined;

let sent = 0;

addEventListener('submit', (event) => {
  if (!event.defaultPrevented) sent = Date.now();
});

/** The page as the server has it now. One that is somebody else's by now, in another language, theme or zone, or no more, is opened whole. */
async function load(): Promise<Document | undefined> {
  try {
    const headers = { Accept: 'text/html', 'Lines-Again': 'yes' };
    const answer = await fetch(isAnswer() ? '/' : location.href, { headers, cache: 'no-store' });
    if (answer.status >= 500) return undefined;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const here = document.documentElement;
    const there = fresh.documentElement;
    const same =
      here.lang === there.lang && ['me', 'theme', 'zone'].every((of) => here.dataset[of] === there.dataset[of]);
    if (answer.ok && same && sectionsOf(document) === sectionsOf(fresh)) return fresh;
    // Whoever just sent a form of this page is about to see the answer: a page opened now would take its place.
    if (Date.now() - sent > 10_000 && !isAnswer()) location.reload();
  } catch {
    // Nothing gets through: later.
  }
  return undefined;
}

/** Which sections stand in the navigation: an administrator's rail is another. */
const sectionsOf = (page: Document): string =>
  [...page.querySelectorAll('.rail > a')].map((link) => link.getAttribute('href')).join();

/** Messages that only this page knows: they are on their way, or wait for a retry. */
function unsent(main: HTMLElement): (() => void)[] {
  return [...main.querySelectorAll<HTMLElement>('[role="log"] > .pending, [role="log"] > .failed')].map(
    (article) => () => {
      const known = document.getElementById(article.id);
      if (known !== article && !known) document.getElementById(`log-${article.dataset['log']}`)?.append(article);
    },
  );
}

/** What was being typed: in its place again, or where that is no more, to be read and copied. */
function typed(main: HTMLElement): (() => void)[] {
  const area = writtenIn(main);
  if (area === null) return [];
  const { value: text, readOnly } = area;
  return [
    () => {
      const page = document.getElementById('main') ?? main;
      const now = writtenIn(page);
      const place = page.querySelector('.cannot, .session-gone');
      // What could not be sent comes back into an empty composer alone.
      if (now?.closest('[data-composer]')) now.value = readOnly ? now.value || text : text;
      else if (now !== null) now.value = text || now.value;
      else if (place !== null && text.trim() !== '') keepReadable(place, area);
    },
  ];
}
