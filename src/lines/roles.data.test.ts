import { eq, inArray, type SQLWrapper } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Db, Reader } from '../db/doors.ts';
import { lines, users } from '../db/schema.ts';
import { testDb } from '../db/testing.ts';
import { noPassword } from '../people/password/password.ts';
import { rolesOfAll } from './of-all.ts';
import { linesOperatedBy, linesSupervisedBy, linesWritableBy, operatorsOf, rolesOf } from './roles.ts';
import { addGroup, addLine, addUnit, addUser, join, makeCompany } from './testing.ts';

const namesOf = async (
  db: Db,
  scope: (db: Reader, userId: string) => SQLWrapper,
  userId: string,
): Promise<string[]> => {
  const found = await db.read
    .select({ name: lines.name })
    .from(lines)
    .where(inArray(lines.id, scope(db.read, userId)))
    .orderBy(lines.nameKey);
  return found.map((line) => line.name);
};

const deactivate = (db: Db, userId: string) =>
  db.write(async (tx) => {
    await tx.update(users).set({ active: false }).where(eq(users.id, userId));
  });

test('who is what on which line follows from groups alone', async () => {
  const db = await testDb();
  const { anna, vera, gleb, pavel, admin } = await makeCompany(db);
  const both = ['Customers', 'IT support'];
  expect(await namesOf(db, linesOperatedBy, anna)).toEqual(both);
  expect(await namesOf(db, linesSupervisedBy, anna)).toEqual([]);
  expect(await namesOf(db, linesOperatedBy, vera)).toEqual([]);
  expect(await namesOf(db, linesSupervisedBy, vera)).toEqual(both);
  expect(await namesOf(db, linesOperatedBy, gleb)).toEqual(both);
  expect(await namesOf(db, linesSupervisedBy, gleb)).toEqual(both);
  for (const nobody of [pavel, admin]) {
    expect(await namesOf(db, linesOperatedBy, nobody)).toEqual([]);
    expect(await namesOf(db, linesSupervisedBy, nobody)).toEqual([]);
  }
});

test('roles differ from line to line, and another group of the same person gives none', async () => {
  const db = await testDb();
  const mara = await addUser(db, 'Mara');
  const operators = await addGroup(db, 'Night shift', [mara]);
  const supervisors = await addGroup(db, 'Heads', [mara]);
  await addGroup(db, 'Choir', [mara]);
  const night = await addLine(db, 'Night', { operators: [operators] });
  const day = await addLine(db, 'Day', { supervisors: [supervisors] });
  expect(await rolesOf(db.read, mara, night)).toEqual({ operator: true, supervisor: false });
  expect(await rolesOf(db.read, mara, day)).toEqual({ operator: false, supervisor: true });
  expect(await rolesOf(db.read, mara, 'no such line')).toEqual({ operator: false, supervisor: false });
  expect(await namesOf(db, linesOperatedBy, mara)).toEqual(['Night']);
});

test('whoever is deactivated operates, supervises and writes to nothing', async () => {
  const db = await testDb();
  const company = await makeCompany(db);
  await addLine(db, 'Payroll', { people: [company.gleb] });
  expect(await namesOf(db, linesWritableBy, company.gleb)).toContain('Payroll');
  await deactivate(db, company.gleb);
  expect(await namesOf(db, linesOperatedBy, company.gleb)).toEqual([]);
  expect(await namesOf(db, linesSupervisedBy, company.gleb)).toEqual([]);
  expect(await namesOf(db, linesWritableBy, company.gleb)).toEqual([]);
  expect(await rolesOf(db.read, company.gleb, company.lines.support)).toEqual({ operator: false, supervisor: false });
  const left = await operatorsOf(db.read, company.lines.support);
  expect(left.map((person) => person.name)).toEqual(['Anna', 'Boris']);
});

test('whoever was invited operates and supervises nothing until they come', async () => {
  const db = await testDb();
  const company = await makeCompany(db);
  const invite = (id: string) =>
    db.write((tx) => tx.update(users).set({ passwordHash: noPassword }).where(eq(users.id, id)));
  const come = (id: string) => db.write((tx) => tx.update(users).set({ passwordHash: 'x' }).where(eq(users.id, id)));
  const listed = async () => (await operatorsOf(db.read, company.lines.support)).map((person) => person.name);
  await invite(company.gleb);
  expect(await listed()).toEqual(['Anna', 'Boris']);
  expect(await rolesOf(db.read, company.gleb, company.lines.support)).toEqual({ operator: false, supervisor: false });
  expect(await rolesOfAll(db.read, [company.gleb])).toEqual([]);
  await come(company.gleb);
  expect(await listed()).toEqual(['Anna', 'Boris', 'Gleb']);
});

test('operators are listed once and by name, however many groups they are in and whatever alphabet they use', async () => {
  const db = await testDb();
  const company = await makeCompany(db);
  const yolka = await addUser(db, 'Ёлкина');
  const zaytsev = await addUser(db, 'зайцев');
  const second = await addGroup(db, 'Second level', [company.anna, zaytsev, yolka]);
  const line = await addLine(db, 'Both', { operators: [company.groups.operators, second] });
  const listed = await operatorsOf(db.read, line);
  expect(listed.map((person) => person.name)).toEqual(['Anna', 'Boris', 'Gleb', 'Ёлкина', 'зайцев']);
  expect(listed.map((person) => person.id)).not.toContain(company.vera);
});

test('a line is open to the groups and the single people of its audience, and to nobody else', async () => {
  const db = await testDb();
  const { anna, pavel, vera } = await makeCompany(db);
  const sales = await addGroup(db, 'Sales', [pavel]);
  await addLine(db, 'Contracts', { audience: [sales] });
  await addLine(db, 'Personal', { people: [vera] });
  expect(await namesOf(db, linesWritableBy, pavel)).toEqual(['Contracts', 'IT support']);
  expect(await namesOf(db, linesWritableBy, vera)).toEqual(['IT support', 'Personal']);
  // Whoever operates a line does not write to it for that reason.
  expect(await namesOf(db, linesWritableBy, anna)).toEqual(['IT support']);
  expect(await namesOf(db, linesWritableBy, anna)).not.toContain('Customers');
  await join(db, sales, anna);
  expect(await namesOf(db, linesWritableBy, anna)).toEqual(['Contracts', 'IT support']);
});

test('nobody writes to an archived line, but its roles stay, so that its history can be read', async () => {
  const db = await testDb();
  const { anna, groups } = await makeCompany(db);
  const old = await addLine(db, 'Old', { audience: [groups.everyone], operators: [groups.operators], archived: true });
  expect(await namesOf(db, linesWritableBy, anna)).toEqual(['IT support']);
  expect(await rolesOf(db.read, anna, old)).toEqual({ operator: true, supervisor: false });
  expect(await namesOf(db, linesOperatedBy, anna)).toContain('Old');
});

test('a line is open to a unit with everything below it, units added later too, and to nobody beside or above', async () => {
  const db = await testDb();
  const [anna, boris, gleb, pavel, vera] = await Promise.all(
    ['Anna', 'Boris', 'Gleb', 'Pavel', 'Vera'].map((name) => addUser(db, name)),
  );
  if (!(anna && boris && gleb && pavel && vera)) throw new Error('Nobody there.');
  const board = await addUnit(db, 'Board', { people: [vera] });
  const sales = await addUnit(db, 'Sales', { below: board, people: [anna] });
  const west = await addUnit(db, 'West', { below: sales, people: [boris] });
  await addUnit(db, 'Stores', { below: board, people: [gleb] });
  await addLine(db, 'Orders', { units: [sales] });
  for (const may of [anna, boris]) expect(await namesOf(db, linesWritableBy, may)).toEqual(['Orders']);
  for (const mayNot of [vera, gleb, pavel]) expect(await namesOf(db, linesWritableBy, mayNot)).toEqual([]);
  await addUnit(db, 'Harbour', { below: west, people: [pavel] });
  expect(await namesOf(db, linesWritableBy, pavel)).toEqual(['Orders']);
  await deactivate(db, pavel);
  expect(await namesOf(db, linesWritableBy, pavel)).toEqual([]);
});
