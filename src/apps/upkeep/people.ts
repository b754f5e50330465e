import { inArray } from 'drizzle-orm';
import type { Db, Tx } from '../../db/doors.ts';
import { accounts, fields } from '../../db/schema.ts';
import { addJob, jobs, setDone } from './jobs.ts';
import { planRekey, planRelabels, planRetitle } from './plan.ts';

/**
 * Looks at what was told of people since the last time, and plans that items are found by the names they have now: the room of people knows
 * nothing of apps. Whether anything was told.
 */
export const followPeople = async (db: Db): Promise<boolean> => {
  const upTo = db.facts.cursor();
  const [place] = (await jobs(db.read)).filter(({ task }) => task.kind === 'people');
  if (place?.task.kind !== 'people') {
    await db.write((tx) => addJob(tx, { kind: 'people', seq: 0 }));
    return true;
  }
  if (place.task.seq === upTo) return false;
  const told = await db.facts.since(place.task.seq, atOnce);
  const people = told === 'gone' ? [] : told.flatMap((fact) => (fact.kind === 'person' ? fact.ids.person : []));
  // A place that is a little behind costs nothing but to look again: not every message shall move it.
  if (told !== 'gone' && people.length === 0 && told.length < atOnce) return false;
  const seq = told === 'gone' ? upTo : (told.at(-1)?.seq ?? upTo);
  await db.write(async (tx) => {
    await (told === 'gone' ? followEverybody(tx) : follow(tx, [...new Set(people)]));
    await setDone(tx, { id: place.id, task: { kind: 'people', seq } }, 0);
  });
  return true;
};

const atOnce = 200;

const follow = async (tx: Tx, people: readonly string[]): Promise<void> => {
  if (people.length === 0) return;
  await planRelabels(tx, 'user', people);
  const theirs = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(inArray(accounts.userId, [...people]));
  const ids = theirs.map(({ id }) => id);
  if (ids.length > 0) await planRelabels(tx, 'account', ids);
};

/** The facts are gone: the data were put back, or nobody looked for a week. */
const followEverybody = async (tx: Tx): Promise<void> => {
  const naming = await tx
    .select({ id: fields.id, appId: fields.appId })
    .from(fields)
    .where(inArray(fields.kind, ['user', 'account']));
  for (const { id } of naming) await planRekey(tx, id);
  for (const app of new Set(naming.map(({ appId }) => appId))) await planRetitle(tx, app);
};
