import { ask } from './ask.ts';
import type { LiveTab } from './tab.ts';

/** How often (ms) a page asks that is seen, and one that is not. */
const pace = { seen: 3_000, hidden: 15_000 };

/** For browsers that cannot share a stream between tabs: the page asks by itself. */
export function poll(tab: LiveTab): void {
  let failures = 0;
  let timer = 0;

  const round = async (): Promise<void> => {
    const asked = await ask(tab.cursor, document.documentElement.lang);
    failures = asked.kind === 'answer' ? 0 : failures + 1;
    tab.hear({ kind: 'state', on: failures === 0 });
    if (asked.kind === 'signed-out') return tab.hear({ kind: 'signed-out', how: 'lapsed' });
    if (asked.kind === 'answer') {
      const { html, cursor, notices, reload } = asked.polled;
      if (reload) tab.hear({ kind: 'reload', when: 'soon', cursor });
      else tab.hear({ kind: 'frame', html, cursor });
      for (const notice of notices) tab.hear({ kind: 'notice', notice });
    }
    next(asked.kind === 'later' ? asked.wait : 0);
  };

  const next = (atLeast: number): void => {
    clearTimeout(timer);
    const usual = document.visibilityState === 'visible' ? pace.seen : pace.hidden;
    timer = window.setTimeout(() => void round(), Math.max(atLeast, usual * Math.min(5, failures + 1)));
  };

  document.addEventListener('visibilitychange', () => next(0));
  void round();
}
