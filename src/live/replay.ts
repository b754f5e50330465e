import type { Db } from '../db/doors.ts';
import type { Fact } from '../db/facts.ts';
import { type OwnConversations, ownConversations } from '../sessions/watched/conversation.ts';
import { Bundle } from './bundle.ts';
import { compose, loadScenes } from './compose.ts';
import { Crowd } from './crowd.ts';
import { Post } from './post.ts';
import { postRecords } from './records.tsx';
import type { Tally } from './tally.ts';
import type { Viewer } from './viewer.ts';
import { isOfItems, isStanding, type OfItems, type Standing, workOf } from './work.ts';

/** So many facts are looked through, and so many conversations shown anew, before loading the page again is less work. */
const most = { facts: 2_000, conversations: 100 };

/**
 * What a viewer missed between `after` and `position` (both numbers of facts), from the present state of what was touched;
 * `'reload'` where the page itself must be loaded again: too much happened, or nobody knows what, or what may be seen changed.
 */
export const replay = async (
  db: Db,
  tally: Tally,
  viewer: Viewer,
  after: number,
  position: number,
  now: number,
): Promise<Bundle | 'reload'> => {
  const facts = await db.facts.since(after, most.facts);
  if (facts === 'gone' || facts.length === most.facts) return 'reload';
  const own = facts.length > 0 ? await ownConversations(db.read, viewer.personId) : noConversations;
  // Also beyond the position: what the viewer may see was asked after that, so that nobody else will tell this page.
  if (facts.some((fact) => isStanding(fact) && concerns(fact, viewer, own))) return 'reload';
  const missed = facts.filter((fact) => fact.seq <= position);
  const work = workOf(missed.filter((fact) => !isStanding(fact) && !isOfItems(fact) && isAbout(fact, viewer, own)));
  if (work.length > most.conversations) return 'reload';
  const crowd = Crowd.of(viewer);
  const scenes = await loadScenes(db.read, work, crowd);
  await tally.learn(db.read, [viewer]);
  const post = new Post();
  await postRecords(post, db.read, missed, crowd);
  compose(post, scenes, crowd, tally, now);
  return post.for(viewer) ?? new Bundle();
};

const noConversations: OwnConversations = new Map<string, string>();

/** Whether the page may show what the person may not see any more, or lack what they may. */
const concerns = (fact: Standing, { personId, rights }: Viewer, own: OwnConversations): boolean => {
  switch (fact.kind) {
    case 'line': {
      const { line } = fact.ids;
      return rights.operates.has(line) || rights.supervises.has(line) || [...own.values()].includes(line);
    }
    case 'rights':
      return fact.ids.person === undefined || fact.ids.person === personId;
    // Who does not see it may have, and what it is called stands where everybody at the desk reads it.
    case 'app':
      return rights.operates.size + rights.supervises.size + rights.apps.size > 0;
    case 'person':
      return fact.ids.person === personId;
    case 'sign-out':
      return false;
  }
};

const isAbout = (fact: Exclude<Fact, Standing | OfItems>, { rights }: Viewer, own: OwnConversations): boolean =>
  rights.operates.has(fact.ids.line) || rights.supervises.has(fact.ids.line) || own.has(fact.ids.conversation);
