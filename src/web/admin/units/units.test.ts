import { expect, test } from 'vitest';
import { lineAudienceUnits, units } from '../../../db/schema.ts';
import { newId } from '../../../id.ts';
import { addLine, addUser } from '../../../lines/testing.ts';
import { createUnit } from '../../../people/units/change.ts';
import { mostLevels } from '../../../people/units/paths.ts';
import { joinUnit } from '../../../people/units/place.ts';
import { openHouse, password } from '../../testing.ts';

const opened = async () => {
  const open = await openHouse();
  const ada = open.browser();
  await ada.signIn('admin@example.com', password);
  const add = async (name: string, parent = 'top'): Promise<string> => {
    const { location } = await ada.post('/admin/units', { name, kind: 'department', parent });
    return location?.split('/').at(-1) ?? '';
  };
  return { ...open, ada, add };
};

/** What a form of the page says it showed. */
const hidden = (html: string, name: string): string =>
  new RegExp(`type="hidden" name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

test('units are added at the top and below, and stand in the tree as links with who is in them', async () => {
  const { ada, add, adminId } = await opened();
  expect((await ada.get('/admin/units')).html).toContain('No departments yet');
  const sales = await add('Sales');
  const west = await add('West', sales);
  await ada.post(`/admin/units/${west}/members`, { user: adminId, placed: 'yes' });
  await ada.post(`/admin/units/${west}/head`, { user: adminId });
  const { html } = await ada.get(`/admin/units/${west}`);
  expect(html).toMatch(new RegExp(`href="/admin/units/${sales}"[^>]*>Sales</a>`));
  expect(html).toMatch(new RegExp(`href="/admin/units/${west}" aria-current="page">West</a>`));
  expect(html).toContain('title="Head: Ada"');
  expect(html.match(/class="unit-count">1 person</g)).toHaveLength(2);
  expect(html).toMatch(/<h2 class="org-name">West<\/h2>/);
  expect(html).toContain('aria-label="Remove Ada"');
  const form = await ada.get(`/admin/units/new?under=${sales}`);
  expect(form.html).toMatch(new RegExp(`value="${sales}" selected`));
});

test('the same form twice is one unit; the same id with another is refused, and what was typed stays', async () => {
  const { ada, db } = await opened();
  const form = { id: newId(), name: 'Sales', kind: 'department', parent: 'top' };
  const first = await ada.post('/admin/units', form);
  expect(await ada.post('/admin/units', form)).toMatchObject({ status: 303, location: first.location });
  const other = await ada.post('/admin/units', { ...form, name: 'Board' });
  expect(other.status).toBe(409);
  expect(other.html).toContain('value="Board"');
  expect(hidden(other.html, 'id')).not.toBe(form.id);
  expect(await db.read.$count(units)).toBe(1);
});

test('what cannot be a unit is told at its field', async () => {
  const { ada, add, db } = await opened();
  const sales = await add('Sales');
  const send = (fields: Record<string, string>) =>
    ada.post('/admin/units', { name: 'West', kind: 'position', parent: 'top', ...fields });
  for (const [fields, field, status] of [
    [{ name: ' \u202e\n' }, 'name', 422],
    [{ name: 'x'.repeat(101) }, 'name', 422],
    [{ name: 'SALES' }, 'name', 422],
    [{ kind: 'castle' }, 'kind', 422],
    [{ parent: newId() }, 'parent', 409],
    [{ parent: '' }, 'parent', 422],
  ] as const) {
    const refused = await send(fields);
    expect(refused.status, field).toBe(status);
    expect(refused.html, field).toContain(`id="field-${field}-error"`);
    expect(refused.html).toMatch(/<option value="position" selected|<option value="department"/);
  }
  expect((await ada.post(`/admin/units/${sales}`, { name: '', kind: 'department' })).status).toBe(422);
  expect(await db.read.$count(units)).toBe(1);
});

test('a unit moves, but not into itself', async () => {
  const { ada, add } = await opened();
  const [sales, board] = [await add('Sales'), await add('Board')];
  const west = await add('West', sales);
  expect((await ada.post(`/admin/units/${sales}/parent`, { parent: board })).status).toBe(303);
  const refused = await ada.post(`/admin/units/${board}/parent`, { parent: west });
  expect(refused.status).toBe(422);
  expect(refused.html).toMatch(/id="field-parent-error"[^>]*>A unit cannot go below itself/);
  // The page does not even offer it.
  const { html } = await ada.get(`/admin/units/${board}`);
  expect(html).not.toContain(`<option value="${west}"`);
  expect((await ada.get(`/admin/units/${west}`)).html).toMatch(
    /Board<\/a><span aria-hidden="true"> \/ <\/span><a[^>]*>Sales</,
  );
});

test('two who change a unit at once: the later is told, keeps what was typed, and may do it again', async () => {
  const { ada, add } = await opened();
  const [sales, board, shops] = [await add('Sales'), await add('Board'), await add('Shops')];
  const seen = { wasName: 'Sales', wasKind: 'department' };
  await ada.post(`/admin/units/${sales}`, { name: 'Selling', kind: 'department', ...seen });
  const late = await ada.post(`/admin/units/${sales}`, { name: 'Trade', kind: 'department', ...seen });
  expect(late.status).toBe(409);
  expect(late.html).toContain('value="Trade"');
  expect(late.html).toContain('>Selling</h2>');
  const again = { wasName: hidden(late.html, 'wasName'), wasKind: hidden(late.html, 'wasKind') };
  expect((await ada.post(`/admin/units/${sales}`, { name: 'Trade', kind: 'department', ...again })).status).toBe(303);

  await ada.post(`/admin/units/${sales}/parent`, { parent: board, was: 'top' });
  const moved = await ada.post(`/admin/units/${sales}/parent`, { parent: shops, was: 'top' });
  expect(moved.status).toBe(409);
  expect(moved.html).toMatch(new RegExp(`<option value="${shops}" selected`));
  const was = hidden(moved.html, 'was');
  expect((await ada.post(`/admin/units/${sales}/parent`, { parent: shops, was })).status).toBe(303);
});

test('what somebody else deleted is said to be gone, with what was typed', async () => {
  const { ada, add, adminId } = await opened();
  const [sales, board] = [await add('Sales'), await add('Board')];
  expect((await ada.post(`/admin/units/${sales}/deletion`)).status).toBe(303);
  const renamed = await ada.post(`/admin/units/${sales}`, { name: 'Trade', kind: 'department' });
  expect(renamed.status).toBe(404);
  expect(renamed.html).toContain('This unit is gone');
  expect(renamed.html).toContain('You had typed: Trade');
  for (const [path, fields] of [
    ['parent', { parent: board }],
    ['members', { user: adminId, placed: 'yes' }],
    ['head', { user: adminId }],
    ['deletion', {}],
  ] as const)
    expect((await ada.post(`/admin/units/${sales}/${path}`, fields)).status, path).toBe(404);
  expect((await ada.get(`/admin/units/${sales}`)).status).toBe(404);
  const below = await ada.post('/admin/units', { name: 'West', kind: 'position', parent: sales });
  expect(below.status).toBe(409);
  expect(below.html).toContain('value="West"');
});

test('a unit that is not empty goes only with a place for its people and units', async () => {
  const { ada, add, adminId } = await opened();
  const [sales, board] = [await add('Sales'), await add('Board')];
  await add('West', sales);
  await ada.post(`/admin/units/${sales}/members`, { user: adminId, placed: 'yes' });
  const refused = await ada.post(`/admin/units/${sales}/deletion`, { to: '' });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('id="field-to-error"');
  expect((await ada.post(`/admin/units/${sales}/deletion`)).html).toContain('Say where they go.');
  expect((await ada.post(`/admin/units/${sales}/deletion`, { to: sales })).status).toBe(422);
  expect((await ada.post(`/admin/units/${sales}/deletion`, { to: board })).status).toBe(303);
  const { html } = await ada.get(`/admin/units/${board}`);
  expect(html).toContain('aria-label="Remove Ada"');
  expect(html).toContain('>West</a>');
  expect(html).not.toContain('>Sales<');
});

test('the only unit, with people in it, has nowhere to send them, and says so', async () => {
  const { ada, add, adminId } = await opened();
  const sales = await add('Sales');
  await ada.post(`/admin/units/${sales}/members`, { user: adminId, placed: 'yes' });
  expect((await ada.get(`/admin/units/${sales}`)).html).toContain('There is no other unit');
});

test('a unit that a line relies on says which', async () => {
  const { ada, add, db } = await opened();
  const sales = await add('Sales');
  const lineId = await addLine(db, 'IT help');
  await db.write(async (tx) => {
    await tx.insert(lineAudienceUnits).values({ lineId, unitId: sales });
  });
  const refused = await ada.post(`/admin/units/${sales}/deletion`);
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('Lines rely on this unit: IT help.');
});

test('only who is placed in a unit becomes its head', async () => {
  const { ada, add, adminId, db } = await opened();
  const sales = await add('Sales');
  const refused = await ada.post(`/admin/units/${sales}/head`, { user: adminId });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('Only somebody who is placed in the unit');
  expect(await db.read.select({ head: units.headId }).from(units)).toEqual([{ head: null }]);
});

test('one search finds units and people, and says where they are', async () => {
  const { ada, add, adminId } = await opened();
  const west = await add('West', await add('Sales'));
  await ada.post(`/admin/units/${west}/members`, { user: adminId, placed: 'yes' });
  const person = await ada.get('/admin/units?q=ada');
  expect(person.html).toMatch(new RegExp(`href="/admin/units/${west}">Sales / West</a>`));
  expect(person.html).toContain(`href="/admin/users/${adminId}"`);
  expect((await ada.get('/admin/units?q=WES')).html).toContain('Sales / West');
  expect((await ada.get('/admin/units?q=nobody')).html).toContain('Nothing was found');
});

test('people who could be added are searched on the page of the unit', async () => {
  const { ada, add, db } = await opened();
  const sales = await add('Sales');
  const bea = await addUser(db, 'Bea');
  expect((await ada.get(`/admin/units/${sales}?q=bea`)).html).toContain('aria-label="Add Bea"');
  await ada.post(`/admin/units/${sales}/members`, { user: bea, placed: 'yes' });
  expect((await ada.get(`/admin/units/${sales}?q=bea`)).html).not.toContain('aria-label="Add Bea"');
});

test('somebody is placed and taken out on their own page, too', async () => {
  const { ada, add, adminId } = await opened();
  const sales = await add('Sales');
  const path = `/admin/users/${adminId}/units`;
  expect(await ada.post(path, { unit: sales, placed: 'yes' })).toMatchObject({ status: 303 });
  const gone = await ada.post(path, { unit: newId(), placed: 'yes' });
  expect(gone.status).toBe(422);
  expect(gone.html).toContain('aria-label="Take out of Sales"');
  expect(gone.html).toContain('id="field-unit-error"');
  expect(gone.html).toContain('does not exist any more');
  expect((await ada.post(path, { unit: '', placed: 'yes' })).html).toContain('This must be filled in.');
  expect((await ada.post(`/admin/users/${newId()}/units`, { unit: sales, placed: 'yes' })).status).toBe(404);
  await ada.post(path, { unit: sales, placed: 'no' });
  expect((await ada.get(`/admin/units/${sales}`)).html).toContain('Nobody is placed in this unit itself yet.');
});

test('a tree as deep as it may be is still a page', async () => {
  const { ada, adminId, db } = await opened();
  await db.write(async (tx) => {
    let parentId: string | null = null;
    for (let depth = 0; depth < mostLevels; depth++) {
      const id = newId();
      await createUnit(tx, adminId, { id, parentId, kind: 'department', name: `Level ${depth}`, at: 1 });
      if (depth === mostLevels - 1) await joinUnit(tx, adminId, id, adminId);
      parentId = id;
    }
  });
  const { status, html } = await ada.get('/admin/units');
  expect(status).toBe(200);
  expect(html.match(/class="unit-count">1 person</g)).toHaveLength(mostLevels);
});
