// Offers to copy what stands in a field; without scripts there is no such button.
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copies]')) {
  const field = document.getElementById(button.dataset['copies'] ?? '');
  if (!(field instanceof HTMLInputElement)) continue;
  button.hidden = false;
  button.addEventListener('click', () => void copy(field, button));
}

async function copy(field: HTMLInputElement, button: HTMLButtonElement): Promise<void> {
  field.select();
  if (!(await copied(field.value))) return;
  // Read aloud as well: a button that keeps the focus says its new name.
  button.textContent = button.dataset['done'] ?? '';
  button.focus();
}

/** On plain HTTP browsers have no clipboard; there the old way works, on what is selected. */
async function copied(text: string): Promise<boolean> {
  if (!('clipboard' in navigator)) return document.execCommand('copy');
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return document.execCommand('copy');
  }
}
