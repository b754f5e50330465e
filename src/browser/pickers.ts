import { whenever } from './page/whenever.ts';

// What forms of items need where HTML cannot do it.

// Enter in a picker's search looks at once, without sending the form that it stands in.
document.addEventListener('keydown', (event) => {
  const field = event.target;
  // A dialog brings this with every form: once is enough.
  if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented) return;
  if (!(field instanceof HTMLInputElement && field.matches('[data-finds]'))) return;
  event.preventDefault();
  field.dispatchEvent(new Event('find'));
});

// A dialog gives the focus back to what opened it. When its work is done that is gone: the menu has closed, the block was replaced. Then
// it goes to what is next: "Create", where it stands and can be pressed.
document.addEventListener(
  'close',
  ({ target }) => {
    if (target instanceof HTMLDialogElement && document.activeElement === document.body)
      document.querySelector<HTMLElement>('.create > button:enabled')?.focus();
  },
  true,
);

// Whoever has chosen no zone means their own clock. The server knows none then, and has told the moment in UTC.
whenever('input[data-moment]', tellHere);

function tellHere(input: HTMLElement): void {
  if (!(input instanceof HTMLInputElement) || input.form === null) return;
  const id = input.name.slice(2);
  const was = input.form.elements.namedItem(`was.${id}`);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const told = input.form.elements.namedItem(`zone.${id}`) !== null;
  // A time that was typed without scripts is UTC's, and stays it.
  if (told || !timeZone || (input.value !== '' && was === null)) return;
  if (was instanceof HTMLInputElement) input.value = minuteOf(new Date(Number(was.value)));
  const zone = document.createElement('input');
  Object.assign(zone, { type: 'hidden', name: `zone.${id}`, value: timeZone });
  input.after(zone);
  const note = document.getElementById(`${input.id}-help`);
  if (note) note.textContent = note.textContent.replace(/UTC$/, timeZone);
}

/** As an input of the type datetime-local takes it. */
function minuteOf(at: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = [String(at.getFullYear()).padStart(4, '0'), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
