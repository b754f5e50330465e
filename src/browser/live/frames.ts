import htmx from 'htmx.org';
import { adopt } from './adopt.ts';
import { placeRow } from './lists.ts';
import { placeMessage } from './logs.ts';
import { replace } from './replace.ts';

/**
 * Applies a frame: HTML whose top-level elements say by their ids what they are and where they belong. The same frame twice,
 * or one's own echo, changes nothing. Afterwards the event `lines:frame-applied` tells which messages were added.
 */
export function applyFrame(html: string): void {
  const template = document.createElement('template');
  template.innerHTML = html;
  applyElements(template.content.children);
}

// The answer to a form is the same kind of fragment: `hx-swap="frame"`, wherever it was pressed.
htmx.registerExtension('frame', {
  handle_swap: (style: string, _target: Element, fragment: DocumentFragment) => {
    if (style !== 'frame') return false;
    applyElements(fragment.children);
    // Everything is in its place and processed; nothing is left to be settled.
    return [];
  },
});

function applyElements(children: Iterable<Element>): void {
  const elements = [...children].filter((child) => child instanceof HTMLElement);
  for (const element of elements) if (element.matches('li[data-conversation]')) adopt(element);
  const inserted = elements.flatMap((element) => apply(element));
  for (const element of inserted) htmx.process(element);
  const articles = inserted.filter((element) => element.matches('article'));
  document.dispatchEvent(new CustomEvent('lines:frame-applied', { detail: { articles } }));
}

/** Answers the elements that came onto the page. */
function apply(element: HTMLElement, session?: string): HTMLElement[] {
  const { ofSession } = element.dataset;
  if (ofSession !== undefined) {
    return [...element.children].flatMap((child) => (child instanceof HTMLElement ? apply(child, ofSession) : []));
  }
  if (element.dataset['gone'] !== undefined) return remove(element.id);
  if (element.dataset['look'] !== undefined) return lookAgain(element.dataset['look']);
  if (element.dataset['writers'] !== undefined) return writersChanged(element.dataset);
  if (element.matches('article[data-log]')) return placeMessage(element, session);
  if (element.matches('li[id]')) return placeRow(element);
  return [...withId(element.id)].flatMap((old) => {
    // What stands beside an open session that was taken away belongs to it.
    if (element.dataset['went'] !== undefined) while (old.nextElementSibling) old.nextElementSibling.remove();
    return replace(old, element);
  });
}

/** Only a page that shows one of the lines, or all that can be written to, has to look again. */
function writersChanged({ writers = '', when }: DOMStringMap): [] {
  const chat = document.querySelector<HTMLElement>('[data-chat]')?.dataset['chat'] ?? 'none';
  if (writers.split(' ').includes(chat) || document.querySelector('[data-picker]') !== null)
    document.dispatchEvent(new CustomEvent('lines:look-again', { detail: when }));
  return [];
}

/** What shows one of these things asks for itself again. */
function lookAgain(ids: string): [] {
  for (const one of document.querySelectorAll<HTMLElement>('[data-follows]'))
    if (ids.split(' ').some((id) => one.dataset['follows']?.includes(id))) htmx.trigger(one, 'look');
  return [];
}

/** A row can stand in several lists at once. */
const withId = (id: string): Iterable<HTMLElement> =>
  id === '' ? [] : document.querySelectorAll<HTMLElement>(`[id="${CSS.escape(id)}"]`);

function remove(id: string): [] {
  for (const element of [...withId(id)]) element.remove();
  return [];
}
