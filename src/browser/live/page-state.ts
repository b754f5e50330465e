import { signInAgain } from '../page/deliver.ts';
import { make } from '../page/dom.ts';
import { show } from '../page/notices.ts';
import { say } from '../page/words.ts';

/** A connection that is lost for less (ms) is nobody's concern. */
const patience = 5_000;

let timer: number | undefined;

/** Shows whether the page moves by itself: for the stylesheet at once, for the person after a moment. */
export function showState(on: boolean): void {
  document.documentElement.dataset['live'] = on ? 'on' : 'off';
  if (on) {
    clearTimeout(timer);
    timer = undefined;
    document.getElementById('live-lost')?.remove();
  } else timer ??= window.setTimeout(tellLost, patience);
}

/** What is typed stays: the person signs in again when it suits them. */
export function showSignedOut(): void {
  clearTimeout(timer);
  document.getElementById('live-lost')?.remove();
  document.documentElement.dataset['live'] = 'off';
  show(signInAgain());
}

function tellLost(): void {
  if (document.getElementById('live-lost')) return;
  const lost = make('p', 'notice quiet', say('reconnecting'));
  lost.id = 'live-lost';
  document.querySelector('.notices')?.append(lost);
}
