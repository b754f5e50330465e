/**
 * Puts a copy of `fresh` in the place of `old`, unless that says the same already. What only this page knows is carried over:
 * where it stands, where the person looks, what is being typed. Answers what came onto the page.
 */
export function replace(old: HTMLElement, fresh: HTMLElement): HTMLElement[] {
  // Somebody may be writing there: what can be done in it did not change.
  if (old.querySelector('[data-composer]') && fresh.querySelector('[data-composer]')) return [];
  const next = fresh.cloneNode(true);
  if (!(next instanceof HTMLElement)) return [];
  keepPlace(old, next);
  keepTyped(old, next);
  if (old.isEqualNode(next)) return [];
  const focused = focusIn(old);
  old.replaceWith(next);
  focused?.(next);
  return [next];
}

/** A frame is the same for all pages, so it knows no list to lead back to, and not which link is the current one. */
function keepPlace(old: HTMLElement, next: HTMLElement): void {
  const back = old.querySelector('a.back')?.getAttribute('href');
  if (back) next.querySelector('a.back')?.setAttribute('href', back);
  if (old.querySelector('[aria-current]')) next.querySelector('.row-link')?.setAttribute('aria-current', 'page');
}

/** Where nothing can be written any more, what was typed there can still be copied. */
function keepTyped(old: HTMLElement, next: HTMLElement): void {
  const area = writtenIn(old);
  if (!area || area.value.trim() === '' || next.querySelector('textarea')) return;
  keepReadable(next.querySelector('.cannot') ?? next, area);
}

/** What was being written somewhere, or could not be sent. */
export const writtenIn = (place: Element): HTMLTextAreaElement | null =>
  place.querySelector('[data-composer] textarea, textarea[readonly]');

/** Leaves what was typed where it can be read and copied. */
export function keepReadable(place: Element, { value, ariaLabel }: HTMLTextAreaElement): void {
  const kept = document.createElement('textarea');
  kept.readOnly = true;
  kept.textContent = value;
  kept.ariaLabel = ariaLabel;
  place.append(kept);
}

/** How to put the focus back where it was: on what is called the same, else on what stands at the same place. */
function focusIn(old: HTMLElement): ((next: HTMLElement) => void) | undefined {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !old.contains(active)) return undefined;
  const at = [...old.querySelectorAll('*')].indexOf(active);
  const name = active.getAttribute('aria-label') ?? active.textContent;
  return (next) => {
    const all = [...next.querySelectorAll<HTMLElement>('*')].filter((element) => element.tagName === active.tagName);
    const same = all.find((element) => (element.getAttribute('aria-label') ?? element.textContent) === name);
    const place = next.querySelectorAll<HTMLElement>('*')[at];
    (same ?? (place?.tagName === active.tagName ? place : undefined))?.focus({ preventScroll: true });
  };
}
