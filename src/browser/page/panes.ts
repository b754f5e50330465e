import { drop, keep, kept } from './store.ts';
import { whenever } from './whenever.ts';

// What swapping panes leaves to be put right: the chosen row, the end of a list, the dialog, what was folded, the drawer of boxes.

whenever('.row', markRow);
whenever('[data-session], [data-chat]', () => {
  for (const row of document.querySelectorAll<HTMLElement>('.row')) markRow(row);
});

function markRow(row: HTMLElement): void {
  const link = row.querySelector('.row-link');
  const open = document.querySelector<HTMLElement>('[data-session], [data-chat]')?.dataset;
  const id = open?.['session'] === undefined ? `c-${open?.['chat']}` : `s-${open['session']}`;
  if (row.id === id) link?.setAttribute('aria-current', 'page');
  else link?.removeAttribute('aria-current');
}

// Whoever pressed Show more goes on where the new rows begin: the link that had the focus is gone.
let lastShown: Element | null | undefined;
document.addEventListener('htmx:before:request', ({ target }) => {
  if (!(target instanceof Element) || !target.matches('.show-more')) return;
  lastShown = target.parentElement?.querySelector(':scope > ul > li:last-child');
});
document.addEventListener('htmx:after:settle', () => {
  const next = lastShown?.nextElementSibling?.querySelector<HTMLElement>('.row-link');
  if (next === undefined || next === null) return;
  next.focus({ preventScroll: true });
  lastShown = undefined;
});

whenever('[data-list-end]', (end) => {
  document.getElementById(end.dataset['listEnd'] ?? '')?.removeAttribute('data-more');
  end.remove();
});

// The dialog opens when something was put into it, and closes when what was pressed in it is done: an answer that goes elsewhere in it, or
// none at all, leaves it open.
whenever('#dialog > *', (inside) => {
  const dialog = inside.parentElement;
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
});
document.addEventListener('htmx:after:request', ({ detail: { ctx } }) => {
  const { sourceElement, target, response } = ctx;
  const over = sourceElement.closest<HTMLElement>('.dialog');
  const failed = response === undefined || response.status === 401 || response.status >= 500;
  if (over === null || failed || target !== sourceElement || response.headers.has('HX-Retarget')) return;
  if (over instanceof HTMLDialogElement) over.close();
  else over.hidePopover();
});
// A session that is not one's own any more cannot be given to anybody. It goes by a frame, or as its page is loaded again in place.
whenever('.session-gone', closeDialog);
document.addEventListener('htmx:after:settle', () => {
  if (document.querySelector('.session-gone') !== null) closeDialog();
});
document.addEventListener(
  'close',
  (event) => {
    if (event.target instanceof HTMLDialogElement && event.target.id === 'dialog') event.target.replaceChildren();
  },
  true,
);

function closeDialog(): void {
  document.querySelector<HTMLDialogElement>('dialog#dialog[open]')?.close();
}

whenever('details[data-fold]', (details) => {
  const what = `fold:${details.dataset['fold']}`;
  if (details instanceof HTMLDetailsElement && matchMedia('(width >= 80rem)').matches)
    details.open = kept(what) === undefined;
  details.addEventListener('toggle', () =>
    details instanceof HTMLDetailsElement && details.open ? drop(what) : keep(what, '1'),
  );
});

// A drawer is left by Escape as by its cross.
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || document.querySelector(':is(dialog[open], :popover-open)') !== null) return;
  document.querySelector<HTMLElement>(':is(.boxes, .client):target .narrow')?.click();
});

// A pushed address does not end a `:target`: once a box was chosen the drawer is closed by going to the page itself.
addEventListener('htmx:after:settle', () => {
  if (document.querySelector('#boxes:target') === null) return;
  const { state } = history;
  const address = location.pathname + location.search;
  location.replace('#main');
  history.replaceState(state, '', address);
});
