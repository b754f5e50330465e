import { WritersChanged } from '../../views/streams/writers-changed.tsx';
import type { Reader } from '../db/doors.ts';
import type { Fact } from '../db/facts.ts';
import { writableByMany } from '../sessions/watched/rights.ts';
import type { Crowd } from './crowd.ts';
import type { Post } from './post.ts';
import { whoseRights } from './standing.ts';
import type { Viewer } from './viewer.ts';

/** If more people than this are concerned, their pages shall not all be loaded again in the same moment. */
const mostAtOnce = 50;

/**
 * Tells the pages of whoever may write to a line since these facts, or may not any more: those that show it bring their composer,
 * or the reason why there is none.
 */
export const postWriters = async (post: Post, db: Reader, facts: readonly Fact[], crowd: Crowd): Promise<void> => {
  const people = whoseRights(facts, crowd);
  if (people.length === 0) return;
  const moved = new Map<Viewer, string>();
  for (const [person, now] of await writableByMany(db, people)) {
    for (const viewer of crowd.ofPerson(person)) {
      const lines = viewer.writes.symmetricDifference(now);
      viewer.writes = now;
      if (lines.size > 0) moved.set(viewer, [...lines].sort().join(' '));
    }
  }
  const when = moved.size > mostAtOnce ? 'soon' : 'now';
  for (const [viewer, lines] of moved) {
    post.html(viewer, `writers ${lines}`, () => <WritersChanged lines={lines} when={when} />);
  }
};
