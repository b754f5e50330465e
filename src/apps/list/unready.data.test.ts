import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Db } from '../../db/doors.ts';
import { itemKeys } from '../../db/schema.ts';
import { testDb } from '../../db/testing.ts';
import { addGroup, addUser } from '../../lines/testing.ts';
import type { App } from '../app.ts';
import { appById } from '../read.ts';
import { addApp, addItem, fieldNamed } from '../testing.ts';
import { planRekey } from '../upkeep/plan.ts';
import { workOnUpkeep } from '../upkeep/work.ts';
import type { Question } from './question.ts';
import { countItems, listItems } from './read.ts';
import { readQuestion } from './read-question.ts';

const names = ['c', undefined, 'a', undefined, 'b'];

it('answers right while the keys of a field are made, before and after they take the place of the old ones', async () => {
  const db = await testDb();
  const anna = await addUser(db, 'Anna');
  const group = await addGroup(db, 'Sellers', [anna]);
  const app = await addApp(db, 'Items', [{ kind: 'text', name: 'Name' }], { see: [group] });
  for (const name of names) await addItem(db, app, name === undefined ? {} : { Name: name });
  const field = fieldNamed(app, 'Name');
  const ask = (query: string): Question => readQuestion(app, new URLSearchParams(query), { language: 'en' }, 1);
  const answers = async (as: App) => {
    const told: Record<string, string> = {};
    for (const query of [`sort=f${field.n}`, `sort=-f${field.n}`, `f${field.n}.op=empty`, `f${field.n}.op=filled`]) {
      const pages: string[] = [];
      let after: Question['after'] = null;
      do {
        const page = await listItems(db.read, anna, as, { ...ask(query), after }, { length: 2 });
        pages.push(...page.items.map(({ doc }) => String(doc[field.n] ?? '-')));
        after = page.after;
      } while (after);
      expect((await countItems(db.read, anna, as, ask(query))).count).toBe(pages.length);
      told[query.replace(`f${field.n}`, 'Name')] = pages.join('');
    }
    return told;
  };
  const right = {
    'sort=Name': 'abc--',
    'sort=-Name': 'cba--',
    'Name.op=empty': '--',
    'Name.op=filled': 'bac',
  };
  expect(await answers(app)).toEqual(right);

  await db.write((tx) => planRekey(tx, field.id));
  // As a field that has just been added: nothing stands in its keys but of who holds something.
  await dropEmpty(db, field.keysN);
  expect(await answers(app)).toEqual(right);

  // Old keys go a quarter of an hour later.
  while (await workOnUpkeep(db, Date.now() + 3_600_000));
  const then = await appById(db.read, app.id);
  expect(then?.fields[0]?.keysN).not.toBe(field.keysN);
  expect(await db.read.$count(itemKeys, eq(itemKeys.field, field.keysN))).toBe(0);
  // Whoever read the app a moment ago asks where nothing stands any more.
  expect(await answers(app)).toEqual(right);
});

const dropEmpty = (db: Db, keysN: number): Promise<void> =>
  db.write(async (tx) => {
    for (const row of await tx.select().from(itemKeys).where(eq(itemKeys.field, keysN)))
      if (row.key === null) await tx.delete(itemKeys).where(eq(itemKeys.item, row.item));
  });
