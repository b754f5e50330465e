import { clearFailure, showFailure, showPending } from './bubble.ts';
import { filesOf, setFiles } from './chosen-files.ts';
import { deliver } from './deliver.ts';
import { around } from './dom.ts';
import { sent } from './drafts.ts';
import { newId } from './ids.ts';
import { toNewest } from './reading.ts';
import { forget, remember, type Unsent, unsentAt } from './unsent.ts';
import { whenever } from './whenever.ts';
import { say } from './words.ts';

// Sending is immediate: the bubble stands at once, the server's copy replaces it. What fails stays in place and can be sent again.

type Sending = { message: Unsent; files: File[]; article: HTMLElement; form: HTMLElement };

/** One after another, so that they arrive in the order in which they were written. */
let lane: Promise<void> = Promise.resolve();

whenever('[data-composer]', (form) => {
  const log = logOf(form);
  if (log === null) return;
  for (const message of unsentAt(baseOf(form))) {
    if (document.getElementById(`m-${message.id}`) === null)
      fail({ message, files: [], form, article: showPending(log, message, []) }, say('notSent'));
    else forget(message.id);
  }
});

document.addEventListener('submit', (event) => {
  const form = around(event, '[data-composer]');
  if (form === null || event.submitter?.hasAttribute('formaction')) return;
  event.preventDefault();
  if (event.submitter instanceof HTMLButtonElement && event.submitter.name === 'put') put(form, event.submitter.value);
  else write(form);
});

// Pressing Send leaves the focus where one writes: a phone keeps its keyboard for the next message.
document.addEventListener('mousedown', (event) => {
  if (around(event, '[data-composer] .send') !== null) event.preventDefault();
});

// On a phone's keyboard Enter starts a line, as everywhere there.
const keyboard = !matchMedia('(pointer: coarse)').matches;

document.addEventListener('keydown', (event) => {
  const form = around(event, '[data-composer]');
  if (!(form instanceof HTMLFormElement) || !(event.target instanceof HTMLTextAreaElement)) return;
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !keyboard) return;
  event.preventDefault();
  form.requestSubmit();
});

document.addEventListener('input', (event) => {
  if (event.target instanceof HTMLTextAreaElement && around(event, '[data-composer]') !== null) grow(event.target);
});

function write(form: HTMLElement): void {
  const area = form.querySelector('textarea');
  const log = logOf(form);
  const files = filesOf(form);
  if (area === null || log === null || (area.value.trim() === '' && files.length === 0)) return;
  const message = { id: newId(), base: baseOf(form), text: area.value, at: Date.now() };
  remember(message);
  const article = showPending(log, message, files);
  empty(form, area);
  toNewest(log);
  enqueue({ message, files, article, form });
}

/** What stands elsewhere on the page goes where the cursor is. */
function put(form: HTMLElement, text: string): void {
  const area = form.querySelector('textarea');
  if (area === null) return;
  const { value, selectionStart, selectionEnd } = area;
  const glue = /\S$/.test(value.slice(0, selectionStart)) ? ' ' : '';
  area.setRangeText(glue + text, selectionStart, selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
  area.focus();
}

function enqueue(sending: Sending): void {
  const settled = sent(sending.message.base);
  lane = lane.then(() => settled).then(() => attempt(sending));
}

async function attempt(sending: Sending): Promise<void> {
  const { message, files, article } = sending;
  const outcome = await deliver(message, files);
  if (!outcome.arrived) return fail(sending, outcome.reason, outcome.taken);
  forget(message.id);
  article.classList.remove('pending');
}

function fail(sending: Sending, reason: Node | string, taken = false): void {
  const { article, form, files } = sending;
  const retry = (): void => {
    clearFailure(article);
    if (taken) rename(sending);
    enqueue(sending);
  };
  const edit = (): void => {
    forget(sending.message.id);
    article.remove();
    putBack(form, sending.message.text, files);
  };
  showFailure(article, reason, retry, edit);
}

/** Under a name that the server does not know yet, it is a message of its own. */
function rename({ message, article }: Sending): void {
  forget(message.id);
  message.id = newId();
  article.id = `m-${message.id}`;
  remember(message);
}

function putBack(form: HTMLElement, text: string, files: File[]): void {
  const area = form.querySelector('textarea');
  if (area === null) return;
  area.value = area.value === '' ? text : `${text}\n${area.value}`;
  setFiles(form, [...files, ...filesOf(form)]);
  area.dispatchEvent(new Event('input', { bubbles: true }));
  area.focus();
}

function empty(form: HTMLElement, area: HTMLTextAreaElement): void {
  area.value = '';
  grow(area);
  setFiles(form, []);
  form.querySelector('[data-reason]')?.remove();
}

/** Where the stylesheet alone cannot let it grow with its text. */
function grow(area: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return;
  area.rows = Math.min(10, area.value.split('\n').length);
}

const baseOf = (form: HTMLElement): string => form.dataset['composer'] ?? '';

const logOf = (form: HTMLElement): HTMLElement | null =>
  form.closest('.conversation')?.querySelector<HTMLElement>('[role="log"]') ?? null;
