import { LookAgain } from '../../views/streams/look-again.tsx';
import type { Reader } from '../db/doors.ts';
import type { Fact } from '../db/facts.ts';
import { linesWithApp, type SeenAccount, whoSawAccount } from '../sessions/watched/records.ts';
import type { Crowd } from './crowd.ts';
import type { Post } from './post.ts';
import type { Viewer } from './viewer.ts';

type Told = { viewer: Viewer; id: string };

/**
 * Tells pages of the desk that a client's account was linked or unlinked, or that an item which they show changed: they look again. What
 * it is now is nobody's here to say: each page asks for itself.
 */
export const postRecords = async (post: Post, db: Reader, facts: readonly Fact[], crowd: Crowd): Promise<void> => {
  const told = [...(await toldOfAccounts(db, facts, crowd)), ...(await toldOfItems(db, facts, crowd))];
  for (const [viewer, news] of Map.groupBy(told, (one) => one.viewer)) {
    const at = [...new Set(news.map(({ id }) => id))].sort().join(' ');
    post.html(viewer, `look ${at}`, () => <LookAgain at={at} />);
  }
};

const toldOfAccounts = async (db: Reader, facts: readonly Fact[], crowd: Crowd): Promise<Told[]> => {
  const told: Told[] = [];
  for (const id of new Set(facts.flatMap((fact) => (fact.kind === 'account' ? fact.ids.account : []))))
    for (const seen of await whoSawAccount(db, id))
      told.push(...[...crowd.onLine(seen.line)].filter(mayHaveSeen(seen)).map((viewer) => ({ viewer, id })));
  return told;
};

const mayHaveSeen =
  (seen: SeenAccount) =>
  ({ personId, rights }: Viewer): boolean =>
    personId !== seen.clientUserId &&
    (rights.supervises.has(seen.line) || seen.waits || seen.participants.has(personId));

/** Who does not see an app is told nothing of its items. */
const toldOfItems = async (db: Reader, facts: readonly Fact[], crowd: Crowd): Promise<Told[]> => {
  const told: Told[] = [];
  const changed = facts.flatMap((fact) => (fact.kind === 'item' ? fact.ids : []));
  for (const [app, items] of Map.groupBy(changed, (ids) => ids.app)) {
    const lines = [...(await linesWithApp(db, app))];
    const viewers = lines.flatMap((line) => [...crowd.onLine(line)]).filter(({ rights }) => rights.apps.has(app));
    for (const viewer of new Set(viewers)) told.push(...items.map(({ item: id }) => ({ viewer, id })));
  }
  return told;
};
