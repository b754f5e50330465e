import { describe, expect, test } from 'vitest';
import { groups, units } from '../../../db/schema.ts';
import { testDb } from '../../../db/testing.ts';
import { newId } from '../../../id.ts';
import { createCompany } from '../../../people/company.ts';
import { createGroup } from '../../../people/groups.ts';
import { createUnit } from '../../../people/units/change.ts';
import { readPeople } from './read.ts';

const company = async () => {
  const db = await testDb();
  const ada = { company: 'T', name: 'Ada', email: 'Ada@Example.com', passwordHash: 'x', at: 1 };
  const actor = await db.write((tx) => createCompany(tx, { ...ada, administrators: 'Admins', everyone: 'All' }));
  const support = await db.write((tx) => createGroup(tx, actor, { name: 'Поддержка', at: 2 }));
  const odd = await db.write((tx) => createGroup(tx, actor, { name: 'R&D; labs', at: 2 }));
  const unit = async (name: string, parentId: string | null) => {
    const id = newId();
    await db.write((tx) => createUnit(tx, actor, { id, parentId, kind: 'department', name, at: 3 }));
    return id;
  };
  const head = await unit('Head office', null);
  const sales = await unit('Sales / East', head);
  const branch = await unit('Branch', null);
  const desks = [await unit('Desk', head), await unit('Desk', branch)];
  const read = (given: string | Buffer) => readPeople(db.read, Buffer.from(given));
  return { db, read, support, odd, head, sales, branch, desks };
};

const people = async (found: ReturnType<typeof readPeople>) => {
  const read = await found;
  return 'problem' in read ? read : read.newcomers.map(({ name, email }) => `${name} <${email}>`);
};

const russian = 'ФИО;Эл. почта;Группы\r\nАнна Ёлкина;anna@example.com;поддержка\r\n';

/** As spreadsheets on Windows write Cyrillic. */
const windows1251 = (text: string): Buffer =>
  Buffer.from(
    [...text].map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      if (letter === 'Ё') return 0xa8;
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    }),
  );

describe('a file is read however a spreadsheet wrote it', async () => {
  const { read } = await company();
  const bigEndian = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
  test.each([
    ['UTF-8', Buffer.from(russian)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${russian}`)],
    ['UTF-16', Buffer.from(`\uFEFF${russian}`, 'utf16le')],
    ['UTF-16, the other way round', bigEndian(Buffer.from(`\uFEFF${russian}`, 'utf16le'))],
    ['UTF-16 without its mark', Buffer.from(russian, 'utf16le')],
    ['Windows-1251', windows1251(russian)],
    ['commas', Buffer.from(russian.replaceAll(';', ','))],
    ['tabs', Buffer.from(russian.replaceAll(';', '\t'))],
    ['ends of lines as once on a Mac', Buffer.from(russian.replaceAll('\r\n', '\r'))],
    ['quotes around everything', Buffer.from(russian.replace(/[^;\r\n]+/g, '"$&"'))],
  ])('%s', async (_, bytes) => {
    expect(await people(read(bytes))).toEqual(['Анна Ёлкина <anna@example.com>']);
  });
});

test('columns come in any order, in either language, and what is not known is named', async () => {
  const { read } = await company();
  const read1 = await read('Phone,E-MAIL,Full name\n1,a@example.com,Bea\n');
  expect(read1).toMatchObject({ unused: ['Phone'], newcomers: [{ line: 2, name: 'Bea', email: 'a@example.com' }] });
  expect(await people(read('email\tимя\nb@example.com\tБорис\n'))).toEqual(['Борис <b@example.com>']);
});

test('groups and units are found by name, several in a cell, units by the whole path or an end that only one has', async () => {
  const { read, support, odd, sales, branch } = await company();
  const file = [
    'name,email,groups,units',
    'A,a@x.y,"поддержка | R&D; labs","head office / sales / east|Branch"',
    'B,b@x.y,R&D; labs,Sales/East',
    'C,c@x.y,Поддержка|поддержка,',
    'D,d@x.y,Nobody,Head office / Desk / Chair',
    'E,e@x.y,,Desk',
    'F,f@x.y,,Branch / Desk',
  ].join('\n');
  const found = await read(file);
  if ('problem' in found) throw new Error(found.problem);
  expect(found.newcomers).toMatchObject([
    // The sign between two groups is one that a name may have as well: then the cell is taken apart.
    { name: 'B', groups: [odd], units: [sales] },
    { name: 'C', groups: [support], units: [] },
    { name: 'F' },
  ]);
  expect(
    found.bad.map(({ line, complaints }) => [line, ...complaints.map(({ problem, about }) => `${problem} ${about}`)]),
  ).toEqual([
    [2, 'group-unknown R&D', 'group-unknown labs'],
    [5, 'group-unknown Nobody', 'unit-unknown Head office / Desk / Chair'],
    [6, 'unit-ambiguous Desk'],
  ]);
  expect(branch).toBeTruthy();
});

test('of ten thousand rows the thirty bad ones are told, each with its line and all that is wrong', async () => {
  const { read } = await company();
  const rows = Array.from({ length: 10_000 }, (_, i) => `Person ${i},p${i}@example.com,`);
  const spoiled: Record<number, string> = {};
  const wrongs = [
    ',missing@example.com,',
    'No mail,,',
    'Bad mail,nobody,',
    'Twice,P1@EXAMPLE.com,',
    'Taken,ADA@example.com,',
    'Cells,c@example.com',
  ];
  for (let i = 0; i < 30; i++) {
    const at = 100 + i * 300;
    spoiled[at + 2] = wrongs[i % wrongs.length] ?? '';
    rows[at] = spoiled[at + 2] ?? '';
  }
  const found = await read(`name,email,groups\n${rows.join('\n')}\n`);
  if ('problem' in found) throw new Error(found.problem);
  expect(found.newcomers).toHaveLength(9970);
  expect(found.badCount).toBe(30);
  expect(found.bad.map(({ line }) => line)).toEqual(Object.keys(spoiled).map(Number));
  const told = ['name-missing', 'email-missing', 'email-bad', 'email-twice', 'email-taken', 'columns'];
  expect(found.bad.map(({ complaints }) => complaints[0]?.problem)).toEqual(
    found.bad.map((_, i) => told[i % told.length]),
  );
  expect(found.bad[3]).toMatchObject({ complaints: [{ about: '3' }], text: 'Twice | P1@EXAMPLE.com |' });
});

test('lines are counted through empty ones and through cells of several lines', async () => {
  const { read } = await company();
  const found = await read('name,email\r\n\r\n"Two\r\nlines",a@x.y\r\n;;\r\n,b@x.y\r\n');
  expect(found).toMatchObject({
    newcomers: [{ line: 3, name: 'Two lines' }],
    bad: [{ line: 5, complaints: [{ problem: 'columns' }] }, { line: 6 }],
  });
});

test('what is no list of people is refused as a whole, and says why', async () => {
  const { read } = await company();
  const wrong = async (given: string | Buffer) => {
    const found = await read(given);
    return 'problem' in found ? [found.problem, found.about] : found;
  };
  expect(await wrong('')).toEqual(['nothing', '']);
  expect(await wrong(' \r\n\t\n')).toEqual(['nothing', '']);
  expect(await wrong(Buffer.from('PK\x03\x04rest of a workbook'))).toEqual(['workbook', '']);
  expect(await wrong(Buffer.from([1, 0, 2, 0, 0, 0, 3, 4, 255]))).toEqual(['binary', '']);
  expect(await wrong('\0\x01\x02 no table')).toEqual(['binary', '']);
  expect(await wrong(`name,email\nA\0,a@x.y\n${'x'.repeat(2000)}`)).toEqual(['binary', '']);
  expect(await wrong(Buffer.from(Array.from({ length: 5000 }, (_, i) => ((i * 7919) % 255) + 1)))).toEqual([
    'no-header',
    '',
  ]);
  expect(await wrong('Anna,anna@example.com\n')).toEqual(['no-header', '']);
  expect(await wrong('name,phone\nA,1\n')).toEqual(['no-header', '']);
  expect(await wrong('name,email,почта\nA,a@x.y,b@x.y\n')).toEqual(['column-twice', 'почта']);
  expect(await wrong('name,email\n')).toEqual(['no-rows', '']);
  expect(await wrong('name,email\n,\n;\n , \n')).toMatchObject({ badCount: 1 });
  expect(await wrong('name,email\nA,a@x.y\n"B,b@x.y\nC,c@x.y\n')).toEqual(['broken', '3']);
  expect(await wrong(`name,email\nA,a@x.y\n${'x'.repeat(3_000_000)}`)).toEqual(['broken', '3']);
  expect(await wrong(`name,email\n${'A,a@x.y\n'.repeat(10_001)}`)).toEqual(['too-many-rows', '']);
  expect(await wrong(Buffer.alloc(5 * 1024 * 1024 + 1, 'x'))).toEqual(['too-large', '']);
});

test('hostile cells are shortened and cleaned, and never a mistake of ours', async () => {
  const { read } = await company();
  const found = await read(`name,email\n"${'Ж'.repeat(20_000)}",\u0007\u202Eevil@x.y\n=cmd()|"x",=1+1\n`);
  if ('problem' in found) throw new Error(found.problem);
  expect(found.newcomers).toEqual([]);
  expect(found.bad).toMatchObject([
    { line: 2, complaints: [{ problem: 'name-long' }] },
    { line: 3, complaints: [{ problem: 'email-bad', about: '=1+1' }] },
  ]);
  expect(found.bad[0]?.text.length).toBeLessThan(200);
});

test('a file with bad rows alone keeps the first two hundred', async () => {
  const { db, read } = await company();
  const found = await read(`name,email\n${'nobody,\n'.repeat(500)}`);
  expect(found).toMatchObject({ newcomers: [], badCount: 500 });
  expect('bad' in found && found.bad).toHaveLength(200);
  expect(await db.read.$count(groups)).toBe(4);
  expect(await db.read.$count(units)).toBe(5);
});

test('of a cell of very many names it says enough, and not of each', async () => {
  const { read } = await company();
  const names = Array.from({ length: 5_000 }, (_, number) => `G${number}`).join('|');
  const found = await read(
    `name;email;groups\nAnn;a@example.com;${names}\nBob;b@example.com;${'Поддержка|'.repeat(2_000)}\n`,
  );
  if ('problem' in found) throw new Error(found.problem);
  expect(found.bad.map(({ complaints }) => complaints.length)).toEqual([20]);
  expect(found.newcomers).toMatchObject([{ name: 'Bob', groups: [expect.any(String)] }]);
});
