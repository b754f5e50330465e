import { join } from 'node:path';
import { gt } from 'drizzle-orm';
import type { App } from '../../src/apps/app.ts';
import { createItem } from '../../src/apps/items/write.ts';
import { pageLength } from '../../src/apps/list/question.ts';
import { countItems, listItems } from '../../src/apps/list/read.ts';
import type { Db } from '../../src/db/doors.ts';
import { migrationsFolder } from '../../src/db/migrations-folder.ts';
import { openSqlite } from '../../src/db/open.sqlite.ts';
import { items } from '../../src/db/schema.ts';
import { newId } from '../../src/id.ts';
import { addGroup, addUser } from '../../src/lines/testing.ts';
import type { Effort, Figure, Result } from '../harness/figure.ts';
import { newFolder } from '../harness/folder.ts';
import { median, quantile } from '../harness/median.ts';
import { benchApp } from '../items/app.ts';
import { docOf, fillItems } from '../items/fill.ts';
import { type Asked, askedOf } from '../items/questions.ts';
import { repeated, timed } from '../layouts/ask.ts';
import { fields, type Item, valueIn } from '../layouts/fields.ts';
import { makeUp } from '../layouts/made-up.ts';

export const itemLists: Figure = {
  name: 'items',
  help: 'each question to a list of 200,000 items of 20 fields, its count, and adding an item',
  measure: async (effort) => {
    const db = await openSqlite({ file: join(newFolder(), 'lines.db'), migrations: migrationsFolder() });
    try {
      const { app, person, made, more } = await furnish(db);
      const floor = median((await repeated(effort.runs, () => bare(db))).flat());
      const results: Result[] = [];
      for (const asked of askedOf(app, made)) results.push(await measureLine(effort, db, person, app, asked, floor));
      results.push(await measureCreate(db, app, more));
      return results;
    } finally {
      await db.close();
    }
  },
};

const size = 200_000;

const furnish = async (db: Db): Promise<{ app: App; person: string; made: readonly Item[]; more: readonly Item[] }> => {
  const person = await addUser(db, 'Anna');
  const group = await addGroup(db, 'Sellers', [person]);
  const next = makeUp();
  const made = next(size);
  const wordsIn = (field: (typeof fields)[keyof typeof fields]): string[] =>
    [
      ...new Set(
        made
          .slice(0, 5_000)
          .flatMap((item) => [valueIn(item, field) ?? []].flat(2))
          .map(String),
      ),
    ].sort();
  const app = await benchApp(db, group, { status: wordsIn(fields.status), tags: wordsIn(fields.tags) });
  await fillItems(db, app, made);
  return { app, person, made, more: next(200) };
};

/** As many items, found by nothing but their numbers. */
const bare = (db: Db): Promise<unknown> =>
  Promise.resolve(
    db.read
      .select()
      .from(items)
      .where(gt(items.seq, size / 2))
      .orderBy(items.seq)
      .limit(pageLength),
  );

/** How long the event loop stands still, ms: the processor's time, since all that is read lies in the system's memory. */
const measureLine = async (
  { runs }: Effort,
  db: Db,
  person: string,
  app: App,
  { what, questions, count = false }: Asked,
  floor: number,
): Promise<Result> => {
  const times: number[] = [];
  let worst = { time: 0, question: 0 };
  for (const [index, question] of questions.entries()) {
    const ask = () => (count ? countItems(db.read, person, app, question) : listItems(db.read, person, app, question));
    const time = median(await repeated(runs, ask));
    if (time > worst.time) worst = { time, question: index };
    times.push(time);
  }
  const note = `worst ${worst.time.toFixed(1)} ms (question ${worst.question + 1} of ${questions.length}); p95 ${quantile(times, 0.95).toFixed(1)}; 50 items by their numbers: ${floor.toFixed(2)} ms`;
  return { what, unit: 'ms', ours: median(times), wanted: { most: 50 }, note };
};

/** One after another; the floor is a row of the same size in a table of its own, as durable. */
const measureCreate = async (db: Db, app: App, more: readonly Item[]): Promise<Result> => {
  const times: number[] = [];
  for (const item of more) {
    // Nobody is behind these ids, and an item that names what is not there is refused.
    const unnamed = { ...docOf(app, item) };
    for (const field of app.fields)
      if (['user', 'reference', 'references', 'account', 'files'].includes(field.kind)) delete unnamed[String(field.n)];
    times.push(
      await timed(() =>
        db.write(async (tx) => {
          const made = await createItem(tx, app, { id: newId(), doc: unnamed }, { actor: null, at: 1 });
          if ('refused' in made) throw new Error(`An item was refused: ${JSON.stringify(made)}`);
        }),
      ),
    );
  }
  return { what: 'add an item', unit: 'ms', ours: median(times), note: `p95 ${quantile(times, 0.95).toFixed(1)} ms` };
};
