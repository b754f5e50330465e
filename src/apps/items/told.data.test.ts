import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeEach, expect, it } from 'vitest';
import type { Db } from '../../db/doors.ts';
import { testDb } from '../../db/testing.ts';
import { fileStore } from '../../files/disk.ts';
import { keepFiles } from '../../files/rows.ts';
import { sweepFiles } from '../../files/sweep.ts';
import { newId } from '../../id.ts';
import { addGroup, addUser } from '../../lines/testing.ts';
import type { App } from '../app.ts';
import { addApp, addItem, docOf, fieldNamed } from '../testing.ts';
import { changeItem } from './change.ts';
import { docAt } from './changes.ts';
import { addComment, commentsOf, longestComment, takeBack } from './comments.ts';
import { fileForViewer } from './files.ts';
import { historyOf } from './history.ts';
import { deleteItem } from './remove.ts';
import { itemById } from './rows.ts';
import { createItem } from './write.ts';

const folder = mkdtempSync(join(tmpdir(), 'lines-items-'));
afterAll(() => rmSync(folder, { recursive: true }));

let db: Db;
let app: App;
let anna: string;
let boris: string;
let nobody: string;
beforeEach(async () => {
  db = await testDb();
  [anna, boris, nobody] = [await addUser(db, 'Anna'), await addUser(db, 'Boris'), await addUser(db, 'Nobody')];
  const [editors, readers] = [await addGroup(db, 'Editors', [anna]), await addGroup(db, 'Readers', [boris])];
  const given = [
    { kind: 'text', name: 'Name' },
    { kind: 'number', name: 'Age', options: { decimals: 0 } },
    { kind: 'files', name: 'Papers' },
  ] as const;
  app = await addApp(db, 'Clients', given, { edit: [editors], see: [readers] });
});

it('tells who changed what, newest first, and what an item held at each version', async () => {
  const { id } = await addItem(db, app, { Name: 'Ivan' }, { actor: anna, at: 10, session: 'from the chat' });
  const change = (base: number, values: Record<string, string | number>, at: number, actor: string) =>
    db.write((tx) => changeItem(tx, app, id, { base, doc: docOf(app, values) }, { actor, at }));
  await change(1, { Name: 'Ivan', Age: 3 }, 20, boris);
  // The clock was put back.
  await change(2, { Name: 'Petr' }, 5, anna);
  const history = await historyOf(db.read, id);
  const told = history.map(({ kind, actor, at, sessionId, fields }) => [
    ...[kind, actor?.name, at, sessionId],
    fields.map(({ field, before, after }) => [field.name, before, after]),
  ]);
  expect(told).toEqual([
    [
      'changed',
      'Anna',
      20,
      null,
      [
        ['Name', 'Ivan', 'Petr'],
        ['Age', 3, null],
      ],
    ],
    ['changed', 'Boris', 20, null, [['Age', null, 3]]],
    ['created', 'Anna', 10, 'from the chat', []],
  ]);
  const [, second] = history;
  expect((await historyOf(db.read, id, { before: second })).map(({ kind }) => kind)).toEqual(['created']);
  const item = await itemById(db.read, id);
  if (!item) throw new Error('It is gone.');
  const held = await Promise.all([1, 2, 3].map((version) => docAt(db.read, item, version)));
  expect(held).toEqual(
    [{ Name: 'Ivan' }, { Name: 'Ivan', Age: 3 }, { Name: 'Petr' }].map((values) => docOf(app, values)),
  );
});

it('keeps what people say, once, and lets them take back what is their own', async () => {
  const { id } = await addItem(db, app, { Name: 'Ivan' });
  const comment = { id: newId(), text: ' He called.\r\nTwice. ' };
  const add = (text: string, author: string, its = comment.id) =>
    db.write((tx) => addComment(tx, id, { id: its, text }, { author, at: 1 }));
  expect(await add(comment.text, boris)).toBe('added');
  expect(await add(comment.text, boris)).toBe('added');
  expect(await add('Other', boris)).toBe('other-content');
  expect(await add(comment.text, anna)).toBe('other-content');
  expect(await add('  ', anna, newId())).toBe('empty');
  expect(await add('x'.repeat(longestComment + 1), anna, newId())).toBe('too-long');
  expect(await commentsOf(db.read, id)).toMatchObject([{ author: { name: 'Boris' }, text: 'He called.\nTwice.' }]);
  const take = (author: string) => db.write((tx) => takeBack(tx, id, comment.id, { author, at: 2 }));
  expect([await take(anna), await take(boris), await take(boris)]).toEqual([false, true, false]);
  expect(await commentsOf(db.read, id)).toMatchObject([{ author: { name: 'Boris' }, text: null }]);
});

it('keeps files of items for who sees the item, also those that it held before', async () => {
  const store = fileStore(folder, 100);
  const receive = (text: string) => store.receive(Readable.from([Buffer.from(text)]), `${text}.txt`);
  const [first, second, foreign] = [await receive('one'), await receive('two'), await receive('foreign')];
  const papers = String(fieldNamed(app, 'Papers').n);
  const id = newId();
  const create = (files: (typeof first)[]) =>
    db.write((tx) =>
      createItem(tx, app, { id, doc: { [papers]: files.map((file) => file.id) }, files }, { actor: anna, at: 1 }),
    );
  const made = await create([first]);
  expect(made).toMatchObject({ number: 1 });
  // The same form once more, with the same file stored anew; and with another.
  expect(await create([await receive('one')])).toEqual(made);
  expect(await create([second])).toEqual({ refused: 'other-content' });
  const change = (base: number, ids: string[], files: (typeof first)[]) =>
    db.write((tx) => changeItem(tx, app, id, { base, doc: { [papers]: ids }, files }, { actor: anna, at: 1 }));
  await db.write((tx) => keepFiles(tx, [foreign], 1));
  expect(await change(1, [first.id, foreign.id], [])).toMatchObject({ kind: 'refused' });
  expect(await change(1, [second.id], [second])).toMatchObject({ kind: 'changed' });
  expect(await change(2, [second.id, first.id], [])).toMatchObject({ kind: 'changed' });

  await sweepFiles(db, store, Date.now() - 60_000);
  const seen = async (person: string) =>
    (await Promise.all([first, second, foreign].map((file) => fileForViewer(db.read, person, file.id)))).map(
      (file) => file?.name,
    );
  expect(await seen(boris)).toEqual(['one.txt', 'two.txt', undefined]);
  expect(await seen(nobody)).toEqual([undefined, undefined, undefined]);
  await db.write((tx) => deleteItem(tx, app, id, { actor: anna, at: 2 }));
  expect(await seen(boris)).toEqual([undefined, undefined, undefined]);
  expect(await seen(anna)).toEqual(['one.txt', 'two.txt', undefined]);
});
