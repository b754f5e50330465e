import { replace } from './replace.ts';

/** Puts a row into every list where it belongs, in its order, renews it there, and takes it from where it does not belong any more. */
export function placeRow(row: HTMLElement): HTMLElement[] {
  // What was taken away from this page came back to the person: only the server has the whole of it.
  const went = document.getElementById(row.id.replace(/^s-/, 'session-'))?.hasAttribute('data-went');
  if (went) document.dispatchEvent(new CustomEvent('lines:look-again', { detail: 'now' }));
  const lists = document.querySelectorAll<HTMLElement>('ul[data-list]');
  return [...lists].flatMap((list) => placeIn(list, row));
}

function placeIn(list: HTMLElement, row: HTMLElement): HTMLElement[] {
  const known = [...list.children].find((child) => child.id === row.id);
  const copy = row.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return [];
  if (!belongs(row, list)) {
    known?.remove();
    return [];
  }
  leadBack(copy, list);
  if (!(known instanceof HTMLElement)) return insert(list, copy);
  const renewed = replace(known, copy);
  const [standing = known] = renewed;
  if (inOrder(standing, list)) return renewed;
  // Moving takes the focus away as replacing does.
  const focused = standing.contains(document.activeElement) ? document.activeElement : null;
  standing.remove();
  const moved = insert(list, standing);
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return moved;
}

/** The same rules as the queries behind the lists. */
function belongs({ id, dataset: row }: HTMLElement, { dataset: list }: HTMLElement): boolean {
  if (id.startsWith('c-')) return list['box'] === 'conversations';
  const mine = row['state'] === 'active' && row['owner'] === document.documentElement.dataset['me'];
  if (list['box'] === 'waiting') {
    const supervised = (list['supervised'] ?? '').split(' ').includes(row['line'] ?? '');
    return (mine && Number(row['unread']) > 0) || (row['state'] === 'unassigned' && supervised);
  }
  return row['line'] === list['line'] && (list['box'] === 'mine' ? mine : row['state'] === list['box']);
}

/** Before (negative) or after (positive), by the list's order; equal moments by the id. */
function compare(a: HTMLElement, b: HTMLElement, list: HTMLElement): number {
  const order = list.dataset['order'] ?? 'recent';
  const by = Number(a.dataset[order]) - Number(b.dataset[order]) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  return order === 'waiting' ? by : -by;
}

const rowsOf = (list: HTMLElement): HTMLElement[] =>
  [...list.children].filter((child): child is HTMLElement => child instanceof HTMLElement);

function insert(list: HTMLElement, row: HTMLElement): HTMLElement[] {
  const next = rowsOf(list).find((other) => compare(row, other, list) < 0);
  // What comes behind the last one loaded comes with the next page.
  if (!next && list.hasAttribute('data-more')) return [];
  if (next) next.before(row);
  else list.append(row);
  return [row];
}

function inOrder(row: HTMLElement, list: HTMLElement): boolean {
  const rows = rowsOf(list);
  const at = rows.indexOf(row);
  const [before, next] = [rows[at - 1], rows[at + 1]];
  if (!next && before && list.hasAttribute('data-more')) return false;
  return (!before || compare(before, row, list) < 0) && (!next || compare(row, next, list) < 0);
}

/** A frame is shared by all lists: each adds where its sessions lead back to. */
function leadBack(row: HTMLElement, list: HTMLElement): void {
  const place = list.getAttribute('hx-vals:inherited')?.replace(/^in:/, '');
  const link = row.querySelector('a.row-link');
  const href = link?.getAttribute('href');
  if (place && href && !href.includes('?')) link?.setAttribute('href', `${href}?in=${place}`);
}
