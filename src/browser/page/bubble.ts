import { button, icon, make } from './dom.ts';
import type { Unsent } from './unsent.ts';
import { me, say } from './words.ts';

/** Above all that the server has numbered, so that it stays below. */
const notYet = Number.MAX_SAFE_INTEGER;

/** Shows a message before the server has it, with a clock. The server's copy takes its place by the id. */
export function showPending(log: HTMLElement, message: Unsent, files: readonly File[]): HTMLElement {
  const time = make('time', '');
  time.dateTime = new Date(message.at).toISOString();
  time.dataset['time'] = 'time';
  const meta = make('p', 'meta', time, icon('clock'), make('span', 'sr-only', say('sending')));
  const names = make('ul', 'files', ...files.map((file) => make('li', 'file', file.name)));
  const bubble = make('div', 'bubble', make('p', 'author', myName()));
  if (message.text !== '') bubble.append(make('div', 'text', message.text));
  if (files.length > 0) bubble.append(names);
  bubble.append(meta);

  const article = make('article', 'message ours pending', bubble);
  article.id = `m-${message.id}`;
  Object.assign(article.dataset, {
    log: log.id.replace('log-', ''),
    seq: String(notYet),
    at: String(message.at),
    author: message.base.startsWith('/messages/') ? 'me' : me,
  });
  log.append(article);
  return article;
}

/** Says at the message why it did not arrive, and offers what helps. */
export function showFailure(article: HTMLElement, reason: Node | string, retry: () => void, edit: () => void): void {
  clearFailure(article);
  article.classList.replace('pending', 'failed');
  const failure = make('p', 'failure', reason, button('', say('retry'), retry), button('', say('edit'), edit));
  failure.setAttribute('role', 'alert');
  article.append(failure);
}

/** Back to the clock, for another attempt. */
export function clearFailure(article: HTMLElement): void {
  article.classList.replace('failed', 'pending');
  article.querySelector('.failure')?.remove();
}

const myName = (): string => document.querySelector<HTMLElement>('.rail-me')?.title ?? '';
