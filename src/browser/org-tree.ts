import { foldable } from './org/folds.ts';
import { walkable } from './org/walk.ts';
import { drop, kept } from './page/store.ts';

// Lists in lists of links become a tree, as the ARIA practices describe it: it is one stop for Tab, the arrow keys walk in it and
// fold its branches. Without this the page is complete, all branches unfolded.

const tree = document.querySelector<HTMLElement>('[data-tree]');
if (tree !== null) grow(tree);

function grow(top: HTMLElement): void {
  const units = [...top.querySelectorAll<HTMLElement>('.unit')];
  top.setAttribute('role', 'tree');
  for (const list of top.querySelectorAll('.units')) list.setAttribute('role', 'group');
  for (const unit of units) describe(unit);
  foldable(top, units);
  walkable(top, units);
  const chosen = units.find((unit) => unit.ariaSelected === 'true');
  chosen?.querySelector('.unit-row')?.scrollIntoView({ block: 'nearest' });
  // Whoever came here by the keys goes on with them.
  if (kept('org-walks') !== undefined) chosen?.focus({ preventScroll: true });
  drop('org-walks');
}

function describe(unit: HTMLElement): void {
  const link = unit.querySelector<HTMLElement>('.unit-name');
  const row = unit.querySelector<HTMLElement>('.unit-row');
  unit.setAttribute('role', 'treeitem');
  unit.ariaSelected = String(link?.hasAttribute('aria-current'));
  unit.ariaLevel = String(depthOf(unit));
  unit.ariaLabel = [...(row?.children ?? [])].map((part) => part.getAttribute('title') ?? part.textContent).join(', ');
  link?.setAttribute('tabindex', '-1');
}

function depthOf(unit: HTMLElement): number {
  const around = unit.parentElement?.closest<HTMLElement>('.unit');
  return around ? depthOf(around) + 1 : 1;
}
