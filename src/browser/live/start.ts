import { poll } from './poll.ts';
import type { ToHolder, ToTab } from './protocol.ts';
import { LiveTab } from './tab.ts';

const { live, liveWorker, cursor } = document.body.dataset;

if (live !== undefined) {
  const tab = new LiveTab(Number(cursor));
  if (typeof SharedWorker === 'function' && liveWorker !== undefined) share(tab, liveWorker, live);
  else poll(tab);
}

/** Joins the other tabs of this sign-in at their one stream. A page that sleeps leaves, and comes back when it wakes. */
function share(tab: LiveTab, address: string, name: string): void {
  let port: MessagePort | undefined;

  const tell = (message: ToHolder): void => port?.postMessage(message);

  const join = (): void => {
    if (!port) {
      const worker = new SharedWorker(address, { name: `${name} ${document.documentElement.lang}` });
      // One that cannot be started: the network went away between the page and it.
      worker.onerror = () => poll(tab);
      port = worker.port;
      port.onmessage = ({ data }: MessageEvent<ToTab>) =>
        data.kind === 'ping' ? tell({ kind: 'pong' }) : tab.hear(data);
    }
    tell({ kind: 'hello', cursor: tab.cursor, ...look() });
  };

  const leave = (): void => {
    tell({ kind: 'bye' });
    port?.close();
    port = undefined;
  };

  const tellLook = (): void => tell({ kind: 'look', ...look() });

  join();
  addEventListener('pagehide', leave);
  addEventListener('pageshow', (event) => event instanceof PageTransitionEvent && event.persisted && join());
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'visible' ? join() : tellLook()));
  for (const event of ['htmx:after:settle', 'popstate']) addEventListener(event, tellLook);
}

/** Whether the page is seen, and which sessions and conversations stand on it. */
function look(): { visible: boolean; shows: string[] } {
  const open = [...document.querySelectorAll<HTMLElement>('[data-session], section[data-conversation]')];
  const shows = open.flatMap(({ dataset }) => [dataset['session'], dataset['conversation']]);
  return { visible: document.visibilityState === 'visible', shows: shows.filter((id) => id !== undefined) };
}
