import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '../../db/doors.ts';
import { items } from '../../db/schema.ts';
import { testDb } from '../../db/testing.ts';
import { addGroup, addUser } from '../../lines/testing.ts';
import type { App } from '../app.ts';
import { newestFirst } from '../list/question.ts';
import { addApp } from '../testing.ts';
import { columnsWrong } from './columns.ts';
import { exportedColumns, itemsCsv } from './export.ts';
import { FileWrong, rowsOf } from './file.ts';
import { importer } from './testing.ts';

let db: Db;
let app: App;
let anna: string;
let imports: ReturnType<typeof importer>;
beforeAll(async () => {
  db = await testDb();
  anna = await addUser(db, 'Anna');
  const group = await addGroup(db, 'All', [anna]);
  const fields = [
    { kind: 'text', name: 'Name', required: true },
    { kind: 'long-text', name: 'Notes' },
  ] as const;
  app = await addApp(db, 'Clients', fields, { see: [group], create: [group] });
  imports = importer(db, anna);
});

/** What a file is refused for when it is given. */
const refused = async (content: string | Buffer): Promise<unknown> => {
  try {
    return await imports.give(app, content);
  } catch (error) {
    if (error instanceof FileWrong) return [error.found.problem, error.found.about];
    throw error;
  }
};

const good = (count: number): string => `Name;Notes\n${'Anna;x\n'.repeat(count)}`;

describe('a file that cannot be taken is refused when it is given', () => {
  it.each<[string, string | Buffer, string, string]>([
    ['nothing but empty lines', ' \r\n\n \n', 'nothing', ''],
    ['only the names of columns', 'Name,Notes\n', 'no-rows', ''],
    ['ten thousand columns', `${'Name,'.repeat(10_000)}\n1,2\n`, 'too-many-columns', '10001'],
    ['a spreadsheet', Buffer.from('PK\x03\x04 and so on'), 'workbook', ''],
    ['a zero at its very end', Buffer.from(`${good(50_000)}\0`), 'binary', ''],
    ['no text', Buffer.from([1, 0, 2, 0, 0, 0, 3, 4, 255]), 'binary', ''],
    ['a quote that is never closed', `Name,Notes\n"${'x'.repeat(2_000_000)}`, 'broken', '2'],
    ['a first line without end', 'x'.repeat(3_000_000), 'broken', '1'],
  ])('%s', async (_, content, problem, about) => {
    expect(await refused(content)).toEqual([problem, about]);
  });
});

describe('a file whose trouble comes later fails when it is read, and says where', () => {
  const failed = async (content: string) => {
    const { state, plan } = await imports.read(app, await imports.give(app, content));
    return [state, plan.failure?.why, plan.failure?.about];
  };

  it('a quote that is never closed', async () => {
    expect(await failed(`${good(500)}"open;\n${'y'.repeat(2_000_000)}`)).toEqual(['failed', 'broken', '502']);
    expect(await failed(`${good(500)}"open to the end\n`)).toEqual(['failed', 'broken', '502']);
  });

  it('a cell of a megabyte', async () => {
    expect(await failed(`${good(3)}${good(3)}Boris;${'z'.repeat(1024 * 1024)}\n`)).toEqual(['failed', 'broken', '9']);
  });

  it('more rows than are taken', async () => {
    const { plan, fileId } = await imports.give(app, good(100));
    const open = () => imports.files.open(fileId ?? '');
    expect(await Array.fromAsync(rowsOf(open, plan.file, 100))).toHaveLength(100);
    await expect(Array.fromAsync(rowsOf(open, plan.file, 99))).rejects.toThrow(FileWrong);
  });
});

it('a cell that is longer than its field is a bad row, and is shown shortened', async () => {
  const found = await imports.read(app, await imports.give(app, `${good(1)}${'Ж'.repeat(400_000)};\n`));
  expect(found.plan.found?.badRows).toMatchObject([{ line: 3, complaints: [{ problem: 'too-long' }] }]);
  expect(JSON.stringify(found.plan).length).toBeLessThan(5_000);
});

it('two columns of one name: the second is left out, and cannot go into the same field', async () => {
  const { plan } = await imports.give(app, 'Name,name,,Notes\nA,B,C,D\n');
  const [name, notes] = app.fields.map(({ id }) => id);
  expect(plan.columns).toEqual([name, null, null, notes]);
  expect(columnsWrong([name ?? '', name ?? '', null, null], app.fields)).toMatchObject([
    { column: 1, problem: 'twice' },
  ]);
});

it('without names of columns nothing is guessed, and what is required is asked for', async () => {
  const { plan } = await imports.give(app, 'Anna;friend\nBoris;foe\n');
  expect(plan.columns).toEqual([null, null]);
  expect(columnsWrong(plan.columns, app.fields).map(({ problem }) => problem)).toEqual(['none', 'required']);
  expect(columnsWrong(['no-such-field', null], app.fields)).toMatchObject([
    { problem: 'unknown' },
    { problem: 'required' },
  ]);
});

it('a formula is a text, and leaves as one', async () => {
  const formula = `=cmd|' /C calc'!A0`;
  const found = await imports.read(app, await imports.give(app, `Name\n${formula}\n`));
  expect(await imports.write(found)).toMatchObject({ state: 'done', progress: { written: 1 } });
  const question = {
    ...{ columns: null, sort: newestFirst, filters: [], text: '', after: null, at: { now: 0, zone: 'UTC' } },
  };
  const words = { number: 'No.', created: '=Created', changed: '' };
  const exported = { app, question, columns: exportedColumns(app, question, false) };
  const file = (await Array.fromAsync(itemsCsv(db.read, anna, exported, words))).join('');
  expect(file).toContain(`,'${formula},`);
  expect(file).toContain(`,'=Created`);
  expect(file.startsWith('\uFEFFNo.,Name')).toBe(true);
  expect(await db.read.$count(items)).toBe(1);
});
