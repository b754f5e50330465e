import { keep } from '../page/store.ts';
import { fold, isOpen } from './folds.ts';

/** Makes the tree one stop for Tab, at the unit where one was last, and lets the keys walk from there. */
export function walkable(tree: HTMLElement, units: readonly HTMLElement[]): void {
  const start = units.find((unit) => unit.ariaSelected === 'true') ?? units[0];
  for (const unit of units) unit.tabIndex = unit === start ? 0 : -1;
  tree.addEventListener('focusin', ({ target }) => {
    const here = target instanceof Element ? target.closest<HTMLElement>('.unit') : null;
    if (here === null) return;
    for (const unit of units) unit.tabIndex = unit === here ? 0 : -1;
  });
  tree.addEventListener('keydown', (event) => {
    const { target } = event;
    if (!(target instanceof HTMLElement && target.matches('.unit')) || isChord(event)) return;
    if (!isLetter(event.key)) typed = '';
    const to = isLetter(event.key) ? startingWith(units, target, event.key) : destination(units, target, event.key);
    if (to === undefined) return;
    // What is pressed in the tree is for the tree: elsewhere letters open other sections.
    event.preventDefault();
    event.stopPropagation();
    to?.focus();
  });
}

const isChord = (event: KeyboardEvent): boolean => event.ctrlKey || event.altKey || event.metaKey || event.isComposing;

const isLetter = (key: string): boolean => /^[\p{L}\p{N}]$/u.test(key);

/** Where a key leads: a unit; null, where it does something else here or nothing; undefined, when it means nothing to the tree. */
function destination(units: readonly HTMLElement[], here: HTMLElement, key: string): HTMLElement | null | undefined {
  const seen = units.filter(isSeen);
  const at = seen.indexOf(here);
  switch (key) {
    case 'ArrowDown':
      return seen[at + 1] ?? null;
    case 'ArrowUp':
      return seen[at - 1] ?? null;
    case 'Home':
      return seen[0] ?? null;
    case 'End':
      return seen.at(-1) ?? null;
    case 'ArrowRight':
      return inward(here);
    case 'ArrowLeft':
      return outward(here);
    case 'Enter':
    case ' ':
      keep('org-walks', '1');
      here.querySelector<HTMLElement>('.unit-name')?.click();
      return null;
    default:
      return undefined;
  }
}

function inward(unit: HTMLElement): HTMLElement | null {
  if (isOpen(unit) === true) return unit.querySelector<HTMLElement>('.unit');
  if (isOpen(unit) === false) fold(unit, true);
  return null;
}

function outward(unit: HTMLElement): HTMLElement | null {
  if (isOpen(unit) !== true) return unit.parentElement?.closest<HTMLElement>('.unit') ?? null;
  fold(unit, false);
  return null;
}

// Letters that follow one another quickly are the beginning of a name; the same one again leads to the next with it.
let typed = '';
let timer = 0;

function startingWith(units: readonly HTMLElement[], here: HTMLElement, letter: string): HTMLElement | null {
  clearTimeout(timer);
  timer = setTimeout(() => (typed = ''), 700);
  typed += letter.toLowerCase();
  const beginning = [...typed].every((one) => one === letter.toLowerCase()) ? letter.toLowerCase() : typed;
  const seen = units.filter(isSeen);
  const at = seen.indexOf(here) + (beginning.length === 1 ? 1 : 0);
  return [...seen.slice(at), ...seen.slice(0, at)].find((unit) => nameOf(unit).startsWith(beginning)) ?? null;
}

const nameOf = (unit: HTMLElement): string => unit.querySelector('.unit-name')?.textContent?.toLowerCase() ?? '';

const isSeen = (unit: HTMLElement): boolean => unit.parentElement?.closest('.unit[aria-expanded="false"]') === null;
