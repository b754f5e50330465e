import type { Words } from '../../src/i18n/words.ts';
import type { Offered } from '../../src/records/suggest.ts';
import { called } from '../conversation/card.tsx';
import { Hidden } from '../form/hidden.tsx';

type CandidatesProps = { sessionId: string; appId: string; items: readonly Offered[]; words: Words };

/** Items to which the client can be linked, each with the button that does it. */
export const Candidates = ({ sessionId, appId, items, words: { records } }: CandidatesProps) => {
  const action = `/sessions/${sessionId}/account`;
  return (
    <ul class="people">
      {items.map((item) => (
        <li>
          <div class="person-name">
            <a href={`/items/${item.id}`} target="_blank" rel="noopener">
              {called(item.number, item.title)}
            </a>
            {item.reached.length > 0 && <p class="hint">{item.reached.join(' · ')}</p>}
          </div>
          <form method="post" action={action} hx-post={action} hx-swap="frame">
            <Hidden values={{ app: appId, item: item.id }} />
            <button type="submit" class="button" aria-label={records.linkTo(called(item.number, item.title))}>
              {records.link}
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
};
