// Copying and printing of recovery codes. The buttons are of no use without this, so it is here that they appear.

const codes = document.getElementById('recovery-codes');

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copies]')) {
  button.hidden = false;
  button.addEventListener('click', () => void copy(codes?.dataset['text'] ?? '').then((done) => done && tell(button)));
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-prints]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

/** Over plain HTTP browsers have no clipboard of their own accord, but still copy what is selected. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (codes) getSelection()?.selectAllChildren(codes);
    return document.execCommand('copy');
  }
}

function tell(button: HTMLButtonElement): void {
  button.textContent = button.dataset['done'] ?? '';
}
