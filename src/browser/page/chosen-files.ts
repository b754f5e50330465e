import { around, button, make } from './dom.ts';
import { say } from './words.ts';

// Files add up, by button, paste and drop, and can be taken out again one by one before sending.
const chosen = new WeakMap<HTMLElement, File[]>();

/** What a composer will send along. */
export const filesOf = (form: HTMLElement): File[] => chosen.get(form) ?? [];

/** Puts these in place of what a composer would send along. */
export function setFiles(form: HTMLElement, files: File[]): void {
  chosen.set(form, files);
  const list = form.querySelector<HTMLElement>('.chips');
  if (list === null) return;
  list.hidden = files.length === 0;
  list.replaceChildren(...files.map((file) => chip(form, file)));
}

function chip(form: HTMLElement, file: File): HTMLLIElement {
  const remove = button('', '×', () =>
    setFiles(
      form,
      filesOf(form).filter((one) => one !== file),
    ),
  );
  remove.setAttribute('aria-label', `${say('remove')} ${file.name}`);
  return make('li', '', make('span', '', file.name), remove);
}

document.addEventListener('change', (event) => {
  const form = around(event, '[data-composer]');
  if (form === null || !(event.target instanceof HTMLInputElement) || event.target.type !== 'file') return;
  add(form, event.target.files);
  event.target.value = '';
});

document.addEventListener('paste', (event) => {
  const form = around(event, '[data-composer]');
  const files = event.clipboardData?.files;
  if (form === null || files === undefined || files.length === 0) return;
  event.preventDefault();
  add(form, files);
});

document.addEventListener('dragover', (event) => {
  const place = dropPlace(event);
  if (place === null || event.dataTransfer?.types.includes('Files') !== true) return;
  event.preventDefault();
  place.classList.add('dropping');
});

document.addEventListener('dragleave', (event) => {
  const place = dropPlace(event);
  if (place !== null && !(event.relatedTarget instanceof Node && place.contains(event.relatedTarget)))
    place.classList.remove('dropping');
});

document.addEventListener('drop', (event) => {
  const place = dropPlace(event);
  const form = place?.querySelector<HTMLElement>('[data-composer]');
  if (place === null || !form) return;
  event.preventDefault();
  place.classList.remove('dropping');
  add(form, event.dataTransfer?.files ?? null);
});

/** The conversation below the pointer, if one can write in it. */
function dropPlace(event: Event): HTMLElement | null {
  const place = around(event, '.conversation');
  return place?.querySelector('[data-composer]') ? place : null;
}

function add(form: HTMLElement, files: FileList | null): void {
  if (files !== null) setFiles(form, [...filesOf(form), ...files]);
}
