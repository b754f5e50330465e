import type { Tx } from '../../db/doors.ts';
import { namesFor } from '../fields/names.ts';
import { titleOf } from '../fields/title.ts';
import { type Definition, lockAnyApp } from '../items/definition.ts';
import type { Item } from '../items/item.ts';
import { writeWords } from '../items/keys.ts';
import { isNamed } from '../items/title.ts';
import { type JobOf, removeJob, setDone } from './jobs.ts';
import { planRelabels } from './plan.ts';
import { nextItems, rewriteTitle, type Unit } from './walk.ts';

/** Makes the titles and words of the next items of an app anew. */
export const retitle = async (tx: Tx, job: JobOf<'titles'>, unit: Unit): Promise<void> => {
  const of = await lockAnyApp(tx, job.task.app);
  if (!of) return removeJob(tx, job);
  let done = job.done;
  for (;;) {
    const items = await nextItems(tx, of.app.id, done, { deleted: false, limit: unit.slice });
    await callAnew(tx, of, items, 'all words');
    done = items.at(-1)?.number ?? done;
    if (items.length < unit.slice) return removeJob(tx, job);
    unit.did(items.length);
    if (unit.tired) return setDone(tx, job, done);
  }
};

/**
 * Calls items what they are called now, and plans the same for who refers to them by name.
 *
 * @param words whether they are found by other words, too
 */
export const callAnew = async (
  tx: Tx,
  { app }: Definition,
  items: readonly Item[],
  words: 'all words' | 'same words',
): Promise<void> => {
  const docs = items.map(({ doc }) => doc);
  const names = await namesFor(tx, app.fields, docs, null);
  const renamed: string[] = [];
  for (const item of items) {
    const title = titleOf(app, item.number, item.doc, names);
    if (words === 'all words') await writeWords(tx, app, item, names);
    if (title === item.title) continue;
    await rewriteTitle(tx, { seq: item.seq, title });
    if (await isNamed(tx, item.id)) renamed.push(item.id);
  }
  if (renamed.length > 0) await planRelabels(tx, 'item', renamed);
};
