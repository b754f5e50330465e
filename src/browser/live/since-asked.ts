import { applyFrame } from './frames.ts';

// An answer that htmx puts into the page was rendered after it was asked for, but frames that came while it was on its way may
// tell of something later. They are applied once more after the swap; to what shows them already they do nothing.

type Received = { at: number; html: string };

/** So long (ms) an answer may be on its way. */
const longest = 60_000;

let frames: Received[] = [];
const askedAt = new WeakMap<object, number>();

/** Remembers a frame for the answers that are on their way. */
export function received(html: string): void {
  const now = performance.now();
  frames = frames.filter((frame) => now - frame.at < longest);
  frames.push({ at: now, html });
}

/** Forgets all: the page was loaded anew. */
export function again(): void {
  frames = [];
}

document.addEventListener('htmx:before:request', (event) => {
  const context = contextOf(event);
  if (context) askedAt.set(context, performance.now());
});

document.addEventListener('htmx:after:swap', (event) => {
  const since = askedAt.get(contextOf(event) ?? {});
  if (since === undefined) return;
  for (const frame of frames) if (frame.at >= since) applyFrame(frame.html);
});

function contextOf(event: Event): object | undefined {
  const context: unknown = event instanceof CustomEvent ? event.detail?.ctx : undefined;
  return typeof context === 'object' && context !== null ? context : undefined;
}
