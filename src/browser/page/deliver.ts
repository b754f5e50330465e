import { applyFrame } from '../live/frames.ts';
import { make } from './dom.ts';
import type { Unsent } from './unsent.ts';
import { say } from './words.ts';

/** How sending ended: `arrived`, or why not (`taken`: the server knows this id with other content). */
export type Outcome = { arrived: true } | { arrived: false; reason: Node | string; taken: boolean };

/** Sends a message. Sent again with the same id and content it stays one, so trying twice does no harm. */
export async function deliver({ id, base, text }: Unsent, files: readonly File[]): Promise<Outcome> {
  const body = new FormData();
  body.set('id', id);
  body.set('text', text);
  for (const file of files) body.append('files', file);
  try {
    const answer = await fetch(`${base}/messages`, { method: 'POST', headers: { 'HX-Request': 'true' }, body });
    const html = await answer.text();
    if (!answer.ok) return { arrived: false, reason: whyNot(answer.status, html), taken: answer.status === 409 };
    applyFrame(html);
    return { arrived: true };
  } catch {
    return { arrived: false, reason: `${say('notSent')} ${say('offline')}`, taken: false };
  }
}

/** The server's own words where it gave some, else what the status means. */
function whyNot(status: number, html: string): Node | string {
  if (status === 401) return signInAgain();
  const said = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-reason]')?.textContent?.trim();
  return `${say('notSent')} ${said || say(meaning(status))}`;
}

function meaning(status: number): string {
  if (status === 413) return 'tooLarge';
  if (status === 409) return 'conflict';
  return status >= 500 ? 'failed' : 'refused';
}

/** What is typed stays kept while one signs in. */
export function signInAgain(): DocumentFragment {
  const link = make('a', '', say('signIn'));
  link.href = `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`;
  const fragment = document.createDocumentFragment();
  fragment.append(`${say('signedOut')} `, link);
  return fragment;
}
