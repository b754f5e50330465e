import { around } from './dom.ts';
import { drop, keep, kept } from './store.ts';
import { whenever } from './whenever.ts';

// What is typed is copied here at once and saved on the server a moment later; the copy goes when the server has it. So it outlives a
// lost connection, a closed tab and an expired sign-in.

type Pending = { base: string; text: string; timer: number };

let pending: Pending | undefined;
let saving: Promise<unknown> = Promise.resolve();

whenever('[data-composer]', (form) => {
  const text = kept(copyOf(baseOf(form)));
  const area = form.querySelector('textarea');
  if (text === undefined || area === null) return;
  area.value = text;
  schedule(baseOf(form), text);
});

document.addEventListener('input', (event) => {
  const form = around(event, '[data-composer]');
  if (form !== null && event.target instanceof HTMLTextAreaElement) schedule(baseOf(form), event.target.value);
});
addEventListener('pagehide', saveNow);
addEventListener('htmx:before:swap', saveNow);
document.addEventListener('visibilitychange', saveNow);

/** Forgets the draft of a place: its text is on its way as a message. Resolves when no older save can overtake it. */
export function sent(base: string): Promise<unknown> {
  if (pending?.base === base) {
    clearTimeout(pending.timer);
    pending = undefined;
  }
  drop(copyOf(base));
  return saving;
}

function schedule(base: string, text: string): void {
  if (pending !== undefined && pending.base !== base) saveNow();
  clearTimeout(pending?.timer);
  keep(copyOf(base), text);
  pending = { base, text, timer: window.setTimeout(saveNow, 800) };
}

function saveNow(): void {
  if (pending === undefined) return;
  const { base, text, timer } = pending;
  clearTimeout(timer);
  pending = undefined;
  // A slow save that is still on its way must not be forgotten over this one.
  saving = Promise.all([saving, save(base, text)]);
}

async function save(base: string, text: string): Promise<void> {
  try {
    const body = new URLSearchParams({ text });
    const answer = await fetch(`${base}/draft`, {
      method: 'POST',
      headers: { 'HX-Request': 'true' },
      body,
      keepalive: true,
    });
    // 202: it was heard, but the place is not the person's any more.
    if (answer.status === 204 && kept(copyOf(base)) === text) drop(copyOf(base));
  } catch {
    // The copy stays, and is saved when the page is opened again.
  }
}

const baseOf = (form: HTMLElement): string => form.dataset['composer'] ?? '';

const copyOf = (base: string): string => `draft:${base}`;
