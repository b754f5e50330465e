import { signInAgain } from './deliver.ts';
import { button, make } from './dom.ts';
import { ring } from './ring.ts';
import { whenever } from './whenever.ts';
import { say } from './words.ts';

const shownFor = 8_000;

whenever('#count-lines, #count-messages', countInTitle);
addEventListener('htmx:after:settle', countInTitle);
whenever('#notice > .notice', (notice) => {
  setTimeout(() => !notice.matches(':hover, :focus-within') && notice.remove(), shownFor);
});

/** The live connection tells one tab alone, so that it rings once. */
document.addEventListener('lines:notice', (event) => {
  const detail: unknown = event instanceof CustomEvent ? event.detail : undefined;
  if (!isNews(detail) || isOnScreen(detail.href)) return;
  const link = make('a', '', make('b', '', detail.title), ` ${detail.text}`);
  link.href = detail.href;
  show(link);
  if (document.body.hasAttribute('data-sound')) ring();
});

document.addEventListener('htmx:response:error', (event) => {
  const context = contextOf(event);
  const status = context?.response?.status ?? 0;
  if (status === 401) show(signInAgain());
  else if (status >= 500) show(say('failed'), retryOf(context));
});

document.addEventListener('htmx:error', (event) => {
  const context = contextOf(event);
  if (context !== undefined && context.response === undefined) show(say('offline'), retryOf(context));
});

/** Says something at the edge of the page, in place of what was said before. */
export function show(text: Node | string, ...actions: HTMLElement[]): void {
  const span = make('span', '', text);
  document.getElementById('notice')?.replaceChildren(make('p', 'notice', span, ...actions));
}

type Context = { sourceElement?: unknown; response?: { status: number } };

function contextOf(event: Event): Context | undefined {
  return event instanceof CustomEvent ? event.detail?.ctx : undefined;
}

function retryOf(context: Context | undefined): HTMLElement {
  return button('button', say('retry'), () => {
    show('');
    const source = context?.sourceElement;
    if (source instanceof HTMLFormElement) source.requestSubmit();
    else if (source instanceof HTMLElement && source !== document.body) source.click();
    else location.reload();
  });
}

type News = { title: string; text: string; href: string };

const isNews = (one: unknown): one is News =>
  typeof one === 'object' && one !== null && 'title' in one && 'text' in one && 'href' in one;

const isOnScreen = (href: string): boolean =>
  document.visibilityState === 'visible' && new URL(href, location.href).pathname === location.pathname;

function countInTitle(): void {
  const counts = document.querySelectorAll<HTMLElement>('#count-lines, #count-messages');
  const count = [...counts].reduce((sum, one) => sum + Number(one.dataset['count']), 0);
  const plain = document.title.replace(/^\(\d+\) /, '');
  const title = count > 0 ? `(${count}) ${plain}` : plain;
  if (document.title !== title) document.title = title;
}
