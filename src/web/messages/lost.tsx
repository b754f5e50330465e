import { draftOf } from '../../sessions/drafts.ts';
import type { Asked, SignedIn } from '../env.ts';
import { isAgain, isHtmx } from '../htmx.ts';
import { showMessages } from './show.tsx';

/**
 * A line that the person may not write to and never did, or none: both look the same. What they once typed for it is theirs to copy,
 * and a page on which its chat stood open says that it is over.
 */
export const showLost = async (c: Asked<SignedIn>, lineId: string): Promise<Response> => {
  const { house, person } = c.var;
  const typed = await draftOf(house.db.read, person.id, `line:${lineId}`);
  const again = isAgain(c);
  if (isHtmx(c) || (typed === '' && !again)) return await c.notFound();
  return await showMessages(c, { lost: { lineId, typed }, status: again ? 200 : 404 });
};
