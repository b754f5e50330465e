import type { Words } from '../../src/i18n/words.ts';
import type { AccountBlock, LinkedItem } from '../../src/records/shapes.ts';
import { called } from '../conversation/card.tsx';
import { Hidden } from '../form/hidden.tsx';

type UnlinkProps = { sessionId: string; block: AccountBlock; item: LinkedItem; words: Words };

/** A first press asks, a second one does it. What asks is the browser's own, and needs no script. */
export const Unlink = ({ sessionId, block: { app }, item, words: { records, common } }: UnlinkProps) => {
  const id = `unlink-${item.id}`;
  const ask = records.unlinkAsk(item.title === null ? item.number : called(item.number, item.title));
  const action = `/sessions/${sessionId}/account/removal`;
  return (
    <>
      <button type="button" class="linked-off" popovertarget={id}>
        {records.unlink}
      </button>
      <div id={id} class="dialog" popover="auto" role="dialog" aria-label={ask}>
        <p>{records.unlinkText}</p>
        <form class="buttons" method="post" action={action} hx-post={action} hx-swap="frame">
          <Hidden values={{ app: app.id, item: item.id }} />
          <button type="submit" class="button danger">
            {ask}
          </button>
          <button type="button" class="button" popovertarget={id} popovertargetaction="hide">
            {common.cancel}
          </button>
        </form>
      </div>
    </>
  );
};
