import { around } from './dom.ts';
import { whenever } from './whenever.ts';

const every = 3_000;
const shownFor = 6_000;

let lastTold = 0;
let lastBase = '';

// That somebody types is worth telling now and then, and forgotten when it is not told again.
document.addEventListener('input', (event) => {
  const base = around(event, '[data-composer]')?.dataset['composer'];
  if (base === undefined || !(event.target instanceof HTMLTextAreaElement) || event.target.value === '') return;
  if (base === lastBase && Date.now() - lastTold < every) return;
  lastTold = Date.now();
  lastBase = base;
  fetch(`${base}/typing`, { method: 'POST', headers: { 'HX-Request': 'true' } }).catch(() => {
    // A hint that is lost is no loss.
  });
});

whenever('[data-typing]', (hint) => {
  if (hint.textContent?.trim()) setTimeout(() => hint.replaceChildren(), shownFor);
});
