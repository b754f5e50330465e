import { draftOf } from '../../sessions/drafts.ts';
import type { Place } from '../../sessions/shapes.ts';
import type { Asked, SignedIn } from '../env.ts';
import { isAgain, isHtmx } from '../htmx.ts';
import { showDesk } from './show.tsx';

/**
 * A session that is not the person's, or does not exist: both look the same. What they once typed there is theirs to copy, and a page
 * on which it stood open goes on without it.
 */
export const showGone = async (c: Asked<SignedIn>, id: string, place: Place): Promise<Response> => {
  const { house, person } = c.var;
  const typed = await draftOf(house.db.read, person.id, `session:${id}`);
  const again = isAgain(c);
  if (isHtmx(c) || (typed === '' && !again)) return await c.notFound();
  return await showDesk(c, { place, gone: { id, typed }, status: again ? 200 : 404 });
};
