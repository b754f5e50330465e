import Database from 'better-sqlite3';
import { expect, it, vi } from 'vitest';
import { testDb, testFile } from '../../db/testing.ts';
import { newId } from '../../id.ts';
import { addGroup, addUser } from '../../lines/testing.ts';
import { addApp, addItem, fieldNamed } from '../testing.ts';
import { countItems, listItems } from './read.ts';
import { readQuestion } from './read-question.ts';

const state = newId();

it('lists and counts without going through whole tables, whatever is asked for', async () => {
  const db = await testDb();
  const anna = await addUser(db, 'Anna');
  const group = await addGroup(db, 'Sellers', [anna]);
  const app = await addApp(
    db,
    'Items',
    [
      { kind: 'text', name: 'Name' },
      { kind: 'number', name: 'Age', options: { decimals: 0 } },
      { kind: 'choices', name: 'State', options: { choices: [{ id: state, name: 'Open', retired: false }] } },
    ],
    { see: [group] },
  );
  for (let age = 0; age < 8; age++) await addItem(db, app, { Name: `N${age}`, Age: age, State: [state] });
  const f = (name: string) => `f${fieldNamed(app, name).n}`;
  const filters = [
    '',
    `${f('Name')}=n`,
    `${f('Name')}.op=is&${f('Name')}=n1`,
    `${f('Age')}.from=2&${f('State')}=${state}`,
  ];
  const sorts = ['', 'number', '-changed', f('Name'), `-${f('Age')}`, f('State')];
  const asked = vi.spyOn(Database.prototype, 'prepare');
  for (const filter of [...filters, `${f('Age')}.op=empty`, 'q=n', `q=n&${f('Age')}.to=5`])
    for (const sort of sorts) {
      const question = readQuestion(app, new URLSearchParams(`${filter}&sort=${sort}`), { language: 'en' }, 1);
      const page = await listItems(db.read, anna, app, question, { length: 2, patience: 3 });
      await listItems(db.read, anna, app, { ...question, after: page.after }, { length: 2, patience: 3 });
      await countItems(db.read, anna, app, question);
    }
  const queries = [...new Set(asked.mock.calls.map(([text]) => text))].filter((text) => /item_keys|"items"/.test(text));
  asked.mockRestore();
  expect(queries.length).toBeGreaterThan(20);

  const empty = new Database(testFile());
  for (const query of queries) {
    const given = Array.from({ length: query.split('?').length - 1 }, () => null);
    const plan = empty.prepare(`explain query plan ${query}`).all(given) as { detail: string }[];
    const steps = plan.map(({ detail }) => detail);
    // `i` and `"items"` are items, `k` and `s` their keys.
    expect([query, steps.filter((step) => /^SCAN (i|s|k|items)\b/.test(step))]).toEqual([query, []]);
    // Whether an item passes is looked up at the item, and not in the stretch of an index in which all stand that pass.
    const looks = steps.filter((step) => /^SEARCH k EXISTS\b/.test(step));
    expect([query, looks.filter((step) => !step.includes('PRIMARY KEY (field=? AND item=?)'))]).toEqual([query, []]);
    expect([query, looks.length > 0]).toEqual([query, /and exists \(|where exists \(/.test(query)]);
    // What is walked stands in its order already: nothing is sorted but the page.
    const sorts = steps.filter((step) => step.includes('TEMP B-TREE')).length;
    if (!/exists|materialized| match |count\(/.test(query)) expect([query, sorts <= 1]).toEqual([query, true]);
  }
  empty.close();
});
