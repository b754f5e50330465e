type Watcher = { selector: string; act: (found: HTMLElement) => void };

const watchers: Watcher[] = [];

/** Calls `act` with every element that matches `selector`: those on the page now, and each that comes onto it later, however it comes. */
export function whenever(selector: string, act: (found: HTMLElement) => void): void {
  watchers.push({ selector, act });
  // Once every module has been read: what an act needs may stand further below.
  queueMicrotask(() => {
    for (const found of document.querySelectorAll<HTMLElement>(selector)) act(found);
  });
}

new MutationObserver((records) => {
  for (const record of records) {
    for (const node of record.addedNodes) {
      if (node instanceof HTMLElement && node.isConnected) show(node);
    }
  }
}).observe(document.documentElement, { childList: true, subtree: true });

function show(added: HTMLElement): void {
  for (const { selector, act } of watchers) {
    if (added.matches(selector)) act(added);
    for (const found of added.querySelectorAll<HTMLElement>(selector)) act(found);
  }
}
