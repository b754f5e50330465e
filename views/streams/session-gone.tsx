import type { Words } from '../../src/i18n/words.ts';
import type { SessionRow } from '../../src/sessions/shapes.ts';
import { Typed } from '../conversation/kept.tsx';

type GoneProps = {
  id: string;
  now: Pick<SessionRow, 'state' | 'owner'>;
  words: Words;
  /** What the viewer had typed there. */
  typed?: string;
};

/** Takes the place of an open session that went to somebody else, and tells whose it is now; nothing else of it. */
export const SessionGone = ({ id, now, words, typed = '' }: GoneProps) => (
  <section id={`session-${id}`} class="pane session-gone" aria-label={words.desk.session} data-went="">
    <p role="status">{whereTo(now, words)}</p>
    {typed !== '' && <Typed text={typed} words={words} />}
    <a class="button" href="/lines">
      {words.live.gone.back}
    </a>
  </section>
);

const whereTo = ({ state, owner }: GoneProps['now'], { live: { gone } }: Words): string => {
  if (state === 'active' && owner) return gone.taken(owner.name);
  return state === 'closed' ? gone.closed : gone.elsewhere;
};
