import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { users } from '../../db/schema.ts';
import { newId } from '../../id.ts';
import { lineById } from '../../lines/read.ts';
import { audienceLimit } from '../../lines/settings.ts';
import { addGroup, addUnit, addUser } from '../../lines/testing.ts';
import { linesOpen, standsIn } from './testing.ts';

vi.mock('../assets.ts', () => ({ asset: (name: string) => `/assets/${name}`, hasAsset: () => false }));

/** The boxes on a page, and whether each is checked. */
const boxes = (html: string): Map<string, boolean> =>
  new Map(
    [...html.matchAll(/<input\b[^>]*class="pick-box"[^>]*>/g)].map(([tag]) => [
      /value="([^"]*)"/.exec(tag)?.[1] ?? '',
      /\schecked\b/.test(tag),
    ]),
  );

/** How many people the page says that a choice reaches. */
const reached = (html: string): string =>
  /(?:id="audience-reach">|hx-target="#audience-reach"[^>]*>)([^<]*)</.exec(html)?.[1]?.trim() ?? '';

test('people are looked for in the form itself, and nothing typed or chosen is lost or saved by that', async () => {
  const { db, company, as } = await linesOpen();
  const admin = as(company.admin);
  const fyodor = await addUser(db, 'Фёдор');
  const path = `/lines/${company.lines.support}/settings`;
  const form = {
    ...standsIn((await admin.get(path)).html),
    name: 'Typed',
    audienceUsers: [company.pavel],
    find: 'федор',
  };
  for (const press of ['find', 'enter']) {
    const found = await admin.post(path, { ...form, press });
    expect(found.status).toBe(200);
    expect(boxes(found.html).get(fyodor)).toBe(false);
    expect(boxes(found.html).get(company.pavel)).toBe(true);
    const stands = standsIn(found.html);
    expect(stands).toMatchObject({ name: ['Typed'], audienceUsers: [company.pavel], find: ['федор'] });
    // Enter once more looks once more, and never saves.
    expect((await admin.post(path, { ...stands, press: 'enter' })).status).toBe(200);
    expect((await lineById(db.read, company.lines.support))?.name).toBe('IT support');
  }
  const nobody = await admin.post(path, { ...form, find: 'Zzz', press: 'find' });
  expect(nobody.html).toContain('Nothing was found for “Zzz”');
  // Where a script put the matches below, Enter was pressed in another field.
  const seen = await admin.post(path, {
    ...form,
    found: 'федор',
    press: 'enter',
    audienceUsers: [company.pavel, fyodor],
  });
  expect(seen.status).toBe(303);
  expect((await lineById(db.read, company.lines.support))?.audienceUsers).toEqual([company.pavel, fyodor].sort());
});

test('while one types, the matches come, and what was chosen stands on top; each box once', async () => {
  const { db, company, as } = await linesOpen();
  const harbour = await addUnit(db, 'Harbour', { people: [company.boris] });
  const anchors = await addUnit(db, 'Anchors', { below: harbour });
  const { everyone, operators } = company.groups;
  const typed = { audienceUsers: [company.pavel], audienceGroups: [operators], audienceUnits: [harbour] };
  const piece = await as(company.admin).post('/lines/audience', { ...typed, find: 'an', found: 'x' });
  expect(piece.html).not.toContain('<html');
  const [chips = '', matches = ''] = piece.html.split('hx-target="#audience-found"');
  expect([...boxes(chips)].filter(([, checked]) => checked).map(([id]) => id)).toEqual([
    operators,
    harbour,
    company.pavel,
  ]);
  expect(boxes(chips).get(everyone)).toBe(false);
  expect([...boxes(matches)]).toEqual([
    [anchors, false],
    [company.anna, false],
  ]);
  expect(matches).toContain('Harbour');
  // The three operators and Pavel; Boris is in the unit, too.
  expect(reached(piece.html)).toBe('Reaches 4 people');
});

test('a press on a box changes the number and moves no box', async () => {
  const { company, as } = await linesOpen();
  const admin = as(company.admin);
  const one = await admin.post('/lines/audience', { audienceUsers: [company.pavel], find: 'an', found: 'an' });
  expect(reached(one.html)).toBe('Reaches 1 person');
  expect(boxes(one.html).size).toBe(0);
  const none = await admin.post('/lines/audience', { find: 'an', found: 'an' });
  expect(reached(none.html)).toBe('Nobody inside the company can write to this line.');
});

test('a group that stands on top and is found stands once, and stays there when chosen', async () => {
  const { company, as } = await linesOpen();
  const { operators } = company.groups;
  const asked = { find: 'operat', found: '' };
  const count = (html: string) => html.split(`value="${operators}"`).length - 1;
  const found = await as(company.admin).post('/lines/audience', asked);
  const [, matches = ''] = found.html.split('hx-target="#audience-found"');
  expect([count(found.html), boxes(matches).has(operators)]).toEqual([1, true]);
  const chosen = await as(company.admin).post('/lines/audience', { ...asked, audienceGroups: [operators] });
  const [top = ''] = chosen.html.split('hx-target="#audience-found"');
  expect([count(chosen.html), boxes(top).get(operators)]).toEqual([1, true]);
});

test('of many groups only Everyone and the chosen ones stand there, the others are found', async () => {
  const { db, company, as } = await linesOpen();
  const admin = as(company.admin);
  const more: string[] = [];
  for (let number = 0; number < 20; number++) more.push(await addGroup(db, `Guild ${number}`));
  const typed = { name: 'Guilds', audienceGroups: [more[7] ?? ''], operatorGroups: [more[19] ?? ''] };
  const { location } = await admin.post('/lines', { ...typed, press: 'save' });
  const { html } = await admin.get(location ?? '');
  expect([...boxes(html)]).toEqual([
    [company.groups.everyone, false],
    [more[7], true],
  ]);
  const piece = await admin.post('/lines/audience', { ...typed, find: 'guild 1', found: '' });
  expect(boxes(piece.html).get(more[19] ?? '')).toBe(false);
  // The groups of operators still stand there all, the chosen one first, in a box that scrolls.
  const operators = html.slice(html.indexOf('id="field-operatorGroups"'), html.indexOf('id="field-supervisorGroups"'));
  expect(operators).toContain('scrolls');
  expect(operators.match(/type="checkbox"/g)).toHaveLength(24);
  expect(operators.indexOf(`value="${more[19]}"`)).toBeLessThan(operators.indexOf(`value="${more[0]}"`));
});

test('a unit is given the line, shown by its place, and taken away', async () => {
  const { db, company, as } = await linesOpen();
  const admin = as(company.admin);
  const top = await addUnit(db, 'Company');
  const sales = await addUnit(db, 'Sales', { below: top });
  await addUnit(db, 'Export', { below: sales, people: [company.pavel, company.boris] });
  const form = { name: 'Orders', audienceUnits: [sales], supervisorGroups: [company.groups.supervisors] };
  const { location } = await admin.post('/lines', form);
  const path = location ?? '';
  const shown = await admin.get(path);
  expect(standsIn(shown.html)['audienceUnits']).toEqual([sales]);
  expect(reached(shown.html)).toBe('Reaches 2 people');
  const read = await as(company.vera).get(path);
  expect(read.html).toContain('Company / Sales');
  expect((await admin.post(path, { ...standsIn(shown.html), audienceUnits: [] })).status).toBe(303);
  expect((await lineById(db.read, path.split('/')[2] ?? ''))?.audienceUnits).toEqual([]);
});

test('a unit that is gone is refused at the form, and a change by somebody else is told by its name', async () => {
  const { db, company, as } = await linesOpen();
  const admin = as(company.admin);
  const gone = await admin.post('/lines', { name: 'A', audienceUnits: [newId()] });
  expect(gone.status).toBe(422);
  expect(gone.html).toContain('no longer exists');

  const [sales, stores] = [await addUnit(db, 'Sales'), await addUnit(db, 'Stores')];
  const path = `/lines/${company.lines.support}/settings`;
  const shown = standsIn((await admin.get(path)).html);
  expect((await admin.post(path, { ...shown, audienceUnits: [sales] })).status).toBe(303);
  const late = await admin.post(path, { ...shown, audienceUnits: [stores] });
  expect(late.status).toBe(409);
  expect(late.html).toContain('Who may write: Org structure is now: Sales');
  expect(late.html).toContain('href="#field-audience"');
  expect(standsIn(late.html)['audienceUnits']).toEqual([stores]);
});

test('somebody deactivated stays in the audience they stand in, is said to be so, and does not count', async () => {
  const { db, company, as } = await linesOpen();
  const admin = as(company.admin);
  const { location } = await admin.post('/lines', { name: 'One', audienceUsers: [company.pavel, company.anna] });
  await db.write(async (tx) => {
    await tx.update(users).set({ active: false }).where(eq(users.id, company.pavel));
  });
  const shown = await admin.get(location ?? '');
  expect(shown.html).toContain('deactivated');
  expect(standsIn(shown.html)['audienceUsers']).toEqual([company.anna, company.pavel]);
  expect(reached(shown.html)).toBe('Reaches 1 person');
  const alone = await admin.post('/lines/audience', { audienceUsers: [company.pavel] });
  expect(reached(alone.html)).toBe('Reaches nobody: there is no active person in it.');
});

test('three hundred people are chosen, saved and shown; more than the limit is refused in words and stays chosen', async () => {
  const { db, company, as } = await linesOpen();
  const admin = as(company.admin);
  const crowd: string[] = [];
  for (let number = 0; number < 300; number++) crowd.push(await addUser(db, `Clone ${number}`));
  const { location } = await admin.post('/lines', { name: 'Crowd', audienceUsers: crowd });
  const shown = await admin.get(location ?? '');
  expect(standsIn(shown.html)['audienceUsers']).toHaveLength(300);
  expect(reached(shown.html)).toBe('Reaches 300 people');

  const others = Array.from({ length: audienceLimit - 300 }, () => newId());
  const fits = await admin.post(location ?? '', { ...standsIn(shown.html), audienceUnits: others });
  expect(fits.html).toContain('no longer exists');
  const refused = await admin.post(location ?? '', { ...standsIn(shown.html), audienceUnits: [...others, newId()] });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('At most 1000 groups, units and people can be chosen');
  expect(standsIn(refused.html)['audienceUsers']).toHaveLength(300);
});

test('more than the database takes at once is refused, not answered with an error', async () => {
  const { company, as } = await linesOpen();
  const admin = as(company.admin);
  const junk = Array.from({ length: 45_000 }, (_, number) => `${number}`);
  expect((await admin.post('/lines', { name: 'Junk', audienceUsers: junk })).status).toBe(422);
  expect((await admin.post('/lines/audience', { find: 'a', audienceUsers: junk })).status).toBe(200);
  // The groups of operators are no audience, and have a limit of their own.
  const groups = await admin.post('/lines', { name: 'Junk', operatorGroups: junk });
  expect([groups.status, groups.html.includes('At most 1000 groups can be chosen.')]).toEqual([422, true]);
});
