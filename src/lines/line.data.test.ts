import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Db } from '../db/doors.ts';
import { audit, facts } from '../db/schema.ts';
import { testDb } from '../db/testing.ts';
import { newId } from '../id.ts';
import { archiveLine, changeLine, createLine, refusal } from './line.ts';
import { stampOf } from './merge.ts';
import { lineById, linesForAdministrator } from './read.ts';
import type { LineSettings } from './settings.ts';
import { type Company, makeCompany } from './testing.ts';

const at = 1_700_000_000_000;

const blank = (name: string): LineSettings => ({
  name,
  description: '',
  avatar: null,
  showOperator: false,
  audienceGroups: [],
  audienceUsers: [],
  audienceUnits: [],
  operatorGroups: [],
  supervisorGroups: [],
  linkApp: null,
  createdApps: [],
});

const stored = async (db: Db, id: string) => {
  const line = await lineById(db.read, id);
  if (!line) throw new Error('no such line');
  return line;
};

const create = (db: Db, company: Company, settings: LineSettings, id = newId()): Promise<string> =>
  db.write(async (tx) => {
    await createLine(tx, id, settings, { actor: company.admin, at });
    return id;
  });

const change = (db: Db, company: Company, id: string, stamp: string, typed: Partial<LineSettings>) =>
  db.write((tx) => changeLine(tx, id, stamp, typed, { actor: company.admin, at }));

const told = async (db: Db) => (await db.read.select().from(facts).orderBy(asc(facts.seq))).map((fact) => fact.kind);

const logged = async (db: Db) =>
  await db.read
    .select({ action: audit.action, before: audit.before, after: audit.after })
    .from(audit)
    .orderBy(audit.id);

test('a line is stored as it was set, and told to the screens and the audit log', async () => {
  const db = await testDb();
  const company = await makeCompany(db);
  const settings = {
    ...blank('  HR  '),
    name: 'HR',
    showOperator: true,
    audienceGroups: [company.groups.everyone],
    audienceUsers: [company.vera],
    operatorGroups: [company.groups.operators],
    supervisorGroups: [company.groups.operators, company.groups.supervisors].sort(),
  };
  const id = await create(db, company, settings);
  expect(await stored(db, id)).toEqual({ ...settings, id, archivedAt: null, avatarAddress: null });
  expect(await told(db)).toEqual(['line', 'rights']);
  expect(await logged(db)).toEqual([{ action: 'line.created', before: null, after: settings }]);
});

test('two lines cannot have one name, however it is written', async () => {
  const db = await testDb();
  const company = await makeCompany(db);
  await create(db, company, blank('Приёмная'));
  const second = create(db, company, blank('ПРИЕМНАЯ'));
  await expect(second).rejects.toSatisfy((error) => refusal(error) === 'taken');
  expect(await told(db)).toEqual(['line', 'rights']);
});

test('a group that is gone refuses the whole change', async () => {
  const db = await testDb();
  const company = await makeCompany(db);
  const before = await stored(db, company.lines.support);
  const work = change(db, company, before.id, stampOf(before), { name: 'Other', operatorGroups: [newId()] });
  await expect(work).rejects.toSatisfy((error) => refusal(error) === 'choiceGone');
  expect(await stored(db, before.id)).toEqual(before);
});

test('a change touches what was typed and nothing else, and logs just that', async () => {
  const db = await testDb();
  const company = await makeCompany(db);
  const before = await stored(db, company.lines.support);
  const typed = { description: 'Printers', operatorGroups: [company.groups.supervisors] };
  expect(await change(db, company, before.id, stampOf(before), typed)).toEqual({ kind: 'changed', rights: true });
  expect(await stored(db, before.id)).toEqual({ ...before, ...typed });
  expect(await told(db)).toEqual(['line', 'rights']);
  expect(await logged(db)).toEqual([
    {
      action: 'line.changed',
      before: { description: '', operatorGroups: before.operatorGroups },
      after: typed,
    },
  ]);
});

test('a change of texts alone touches no right; the same form again changes nothing', async () => {
  const db = await testDb();
  const company = await makeCompany(db);
  const before = await stored(db, company.lines.support);
  const typed = { description: 'Printers' };
  expect(await change(db, company, before.id, stampOf(before), typed)).toEqual({ kind: 'changed', rights: false });
  expect(await change(db, company, before.id, stampOf(before), typed)).toEqual({ kind: 'same' });
  expect(await told(db)).toEqual(['line']);
});

test('two who save at once: different settings are both kept, the same setting is a conflict and nothing is lost', async () => {
  const db = await testDb();
  const company = await makeCompany(db);
  const shown = await stored(db, company.lines.support);
  const whole = { name: shown.name, description: shown.description, operatorGroups: shown.operatorGroups };
  await change(db, company, shown.id, stampOf(shown), { ...whole, description: 'Printers' });
  await change(db, company, shown.id, stampOf(shown), { ...whole, name: 'Helpdesk' });
  expect(await stored(db, shown.id)).toEqual({ ...shown, name: 'Helpdesk', description: 'Printers' });

  const late = { ...whole, name: 'Service', showOperator: !shown.showOperator };
  const refused = await change(db, company, shown.id, stampOf(shown), late);
  expect(refused).toMatchObject({ kind: 'conflict', settings: ['name'], stored: { name: 'Helpdesk' } });
  expect(await stored(db, shown.id)).toMatchObject({ name: 'Helpdesk', showOperator: shown.showOperator });
  const again = stampOf(await stored(db, shown.id));
  expect(await change(db, company, shown.id, again, late)).toMatchObject({ kind: 'changed' });
});

test('a save without a trustworthy stamp overwrites nobody', async () => {
  const db = await testDb();
  const company = await makeCompany(db);
  for (const stamp of ['', '.......', 'x'])
    expect(await change(db, company, company.lines.support, stamp, { name: 'Mine' })).toMatchObject({
      kind: 'conflict',
    });
});

test('an archived line stays as it is, its name stays taken, and it is archived once', async () => {
  const db = await testDb();
  const company = await makeCompany(db);
  const before = await stored(db, company.lines.support);
  const archive = () => db.write((tx) => archiveLine(tx, before.id, { actor: company.admin, at }));
  expect(await archive()).toBe(true);
  expect(await archive()).toBe(false);
  expect(await change(db, company, before.id, stampOf(before), { name: 'X' })).toEqual({ kind: 'archived' });
  expect(await change(db, company, newId(), '', { name: 'X' })).toEqual({ kind: 'missing' });
  expect(await stored(db, before.id)).toEqual({ ...before, archivedAt: at });
  await expect(create(db, company, blank('it SUPPORT'))).rejects.toSatisfy((error) => refusal(error) === 'taken');
  expect((await logged(db)).map((entry) => entry.action)).toEqual(['line.archived']);
});

test('the list of all lines goes by name, archived ones last, and marks those that nobody operates', async () => {
  const db = await testDb();
  const company = await makeCompany(db);
  await create(db, company, blank('аптека'));
  await create(db, company, blank('Ёлки'));
  await db.write((tx) => archiveLine(tx, company.lines.customers, { actor: company.admin, at }));
  const listed = await linesForAdministrator(db.read);
  expect(listed.map((line) => line.name)).toEqual(['IT support', 'аптека', 'Ёлки', 'Customers']);
  expect(listed.map((line) => line.operated)).toEqual([true, false, false, true]);
});
