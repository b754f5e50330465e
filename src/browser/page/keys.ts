import { around } from './dom.ts';

// Single keys press what stands on the page anyway (`data-key`); nothing happens while one types.

let prefix = '';

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || isTyping(event.target)) return;
  if (document.querySelector('dialog[open]') !== null) return;
  const key = prefix + keyOf(event);
  prefix = '';
  if (key === 'g') {
    prefix = 'g ';
    setTimeout(() => (prefix = ''), 1_000);
  } else if (act(key)) event.preventDefault();
});

document.addEventListener('click', (event) => {
  // Pressing beside a dialog, on what it dims, closes it; not where somebody fills in a form.
  if (event.target instanceof HTMLDialogElement && !event.target.querySelector('.form')) event.target.close();
});

// A menu opens by itself; through it one goes by arrows.
document.addEventListener('keydown', (event) => {
  const items = [...(around(event, '[role="menu"]')?.querySelectorAll('a') ?? [])];
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0 || items.length === 0) return;
  event.preventDefault();
  items.at((items.findIndex((item) => item.matches(':focus')) + by) % items.length)?.focus();
});

/** The same key does the same in every layout: its place counts, not the letter that it writes there. */
function keyOf(event: KeyboardEvent): string {
  if (event.key === '?' || (event.code === 'Slash' && event.shiftKey)) return '?';
  if (event.code === 'Slash') return '/';
  return event.code.startsWith('Key') && !event.shiftKey ? event.code.slice(3).toLowerCase() : '';
}

function act(key: string): boolean {
  if (key === '') return false;
  if (key === 'j') return step(1);
  if (key === 'k') return step(-1);
  if (key === '?') return help();
  const found = [...document.querySelectorAll<HTMLElement>(`[data-key="${key}"]`)].find((one) => one.checkVisibility());
  if (found === undefined) return false;
  if (found.matches('input, textarea')) found.focus();
  else found.click();
  return true;
}

/** Opens the next or previous row of the list. */
function step(by: 1 | -1): boolean {
  const links = [...document.querySelectorAll<HTMLElement>('.row-link')];
  const here = links.findIndex((link) => link.hasAttribute('aria-current'));
  const next = here === -1 ? links[0] : links[here + by];
  next?.scrollIntoView({ block: 'nearest' });
  next?.focus();
  next?.click();
  return next !== undefined;
}

function help(): boolean {
  const dialog = document.getElementById('keys');
  if (dialog instanceof HTMLDialogElement) dialog.showModal();
  return true;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, select, input:not([type="checkbox"], [type="radio"])'));
