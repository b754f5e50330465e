import { make } from '../page/dom.ts';
import { keep, kept } from '../page/store.ts';

/** From so many units on, only what stands at the top and around the chosen one is unfolded at first. */
const many = 60;

/** Gives each branch a button that folds it, and folds it as it was left. */
export function foldable(tree: HTMLElement, units: readonly HTMLElement[]): void {
  const left = remembered();
  const label = tree.dataset['tree'] ?? '#';
  for (const unit of units) {
    if (unit.querySelector('.units') === null) continue;
    unit.querySelector('.unit-row')?.prepend(buttonFor(label, unit));
    const open = left.get(idOf(unit)) ?? units.length < many;
    // What is shown is never hidden in a folded branch.
    show(unit, open || unit.querySelector('[aria-current]') !== null);
  }
  tree.addEventListener('click', ({ target }) => {
    const unit = target instanceof Element && target.closest('.unit-fold')?.closest<HTMLElement>('.unit');
    if (unit) fold(unit, !isOpen(unit));
  });
}

/** Whether a unit shows what is below it; undefined where nothing is. */
export const isOpen = (unit: HTMLElement): boolean | undefined =>
  unit.ariaExpanded === null ? undefined : unit.ariaExpanded === 'true';

/** Folds or unfolds a branch, and remembers it. */
export function fold(unit: HTMLElement, open: boolean): void {
  show(unit, open);
  // The last ones count: units come and go, and storage is small.
  const left = [...remembered()].filter(([id]) => id !== idOf(unit)).slice(-500);
  keep('org-folds', JSON.stringify([...left, [idOf(unit), open]]));
}

function show(unit: HTMLElement, open: boolean): void {
  unit.ariaExpanded = String(open);
  unit.querySelector('.unit-fold')?.setAttribute('aria-expanded', String(open));
}

function buttonFor(label: string, unit: HTMLElement): HTMLButtonElement {
  const name = unit.querySelector('.unit-name')?.textContent ?? '';
  const made = make('button', 'unit-fold');
  made.type = 'button';
  made.tabIndex = -1;
  made.ariaLabel = label.replace('#', name);
  return made;
}

function remembered(): Map<string, boolean> {
  try {
    const stored: unknown = JSON.parse(kept('org-folds') ?? '[]');
    return new Map(Array.isArray(stored) ? stored.filter(isEntry) : []);
  } catch {
    return new Map();
  }
}

const isEntry = (entry: unknown): entry is [string, boolean] =>
  Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[1] === 'boolean';

const idOf = (unit: HTMLElement): string => unit.dataset['unit'] ?? '';
