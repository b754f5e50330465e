import { expect, it } from 'vitest';
import type { App } from '../../../apps/app.ts';
import { findItems } from '../../../apps/items/find.ts';
import { addApp, addItem, fieldNamed, type NewField } from '../../../apps/testing.ts';
import { newId } from '../../../id.ts';
import { itemsOpen, type Sent, saidBy, standsIn } from './testing.ts';

const clientFields = [
  { kind: 'text', name: 'Name', required: true },
  { kind: 'phone', name: 'Phone', sole: true },
  { kind: 'long-text', name: 'Notes' },
  { kind: 'money', name: 'Debt', options: { currency: 'RUB' } },
] satisfies NewField[];

const open = async (fields: readonly NewField[] = clientFields) => {
  const house = await itemsOpen();
  const { operators, supervisors } = house.company.groups;
  const app = await addApp(house.db, 'Clients', fields, { create: [operators], see: [supervisors] });
  return { ...house, app, input: (name: string) => `f.${fieldNamed(app, name).id}` };
};

const all = (house: { db: Parameters<typeof addApp>[0]; company: { anna: string } }, app: App) =>
  findItems(house.db.read, house.company.anna, app.id, '', 100);

it('adds what was typed, and its page shows it', async () => {
  const house = await open();
  const { app, input } = house;
  const anna = house.as(house.company.anna);
  const form = await anna.get(`/apps/${app.id}/items/new`);
  expect(form.status).toBe(200);
  const sent = { ...standsIn(form.html), [input('Name')]: 'Клара <b>Зет</b>', [input('Debt')]: '1,234.5' };
  const saved = await anna.post(`/apps/${app.id}/items`, sent);
  expect(saved.status).toBe(303);
  const page = await anna.get(saved.location ?? '');
  expect(page.status).toBe(200);
  expect(page.html).not.toContain('<b>Зет');
  expect(saidBy(page.html)).toContain('Клара <b>Зет</b>');
  expect(saidBy(page.html)).toMatch(/RUB\s?1,234\.50/);
});

it('adds one item however often its Save was pressed', async () => {
  const house = await open();
  const { app, input } = house;
  const anna = house.as(house.company.anna);
  const sent = { id: newId(), [input('Name')]: 'Clara' };
  const answers = await Promise.all([1, 2, 3].map(() => anna.post(`/apps/${app.id}/items`, sent)));
  expect(new Set(answers.map(({ status, location }) => `${status} ${location}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(303);
  expect(await all(house, app)).toHaveLength(1);
});

it('refuses the same form with other content, and keeps what was typed for another item', async () => {
  const house = await open();
  const { app, input } = house;
  const anna = house.as(house.company.anna);
  const id = newId();
  await anna.post(`/apps/${app.id}/items`, { id, [input('Name')]: 'Clara' });
  const again = await anna.post(`/apps/${app.id}/items`, { id, [input('Name')]: 'Boris' });
  expect(again.status).toBe(409);
  const stands = standsIn(again.html);
  expect(stands[input('Name')]).toEqual(['Boris']);
  expect(stands['id']).not.toEqual([id]);
  expect(await all(house, app)).toHaveLength(1);
  expect((await anna.post(`/apps/${app.id}/items`, stands)).status).toBe(303);
  expect((await all(house, app)).map(({ number }) => number)).toEqual([2, 1]);
  // Nobody else gets at somebody's item by its form's id.
  const boris = house.as(house.company.boris);
  expect((await boris.post(`/apps/${app.id}/items`, { id, [input('Name')]: 'Clara' })).status).toBe(409);
});

it('tells what is wrong at the field, with everything that was typed', async () => {
  const house = await open();
  const { app, input } = house;
  const anna = house.as(house.company.anna);
  const typed = { [input('Phone')]: 'call me', [input('Notes')]: ' two\r\nlines ', [input('Debt')]: '12,3x' };
  const refused = await anna.post(`/apps/${app.id}/items`, { id: newId(), ...typed });
  expect(refused.status).toBe(422);
  expect(standsIn(refused.html)).toMatchObject({
    [input('Phone')]: ['call me'],
    [input('Notes')]: [' two\r\nlines '],
    [input('Debt')]: ['12,3x'],
  });
  for (const name of ['Name', 'Phone', 'Debt']) expect(refused.html).toContain(`id="field-${input(name)}-error"`);
  expect(refused.html).not.toContain(`id="field-${input('Notes')}-error"`);
  expect(await all(house, app)).toEqual([]);
});

it('tells at the field that another item has a unique value, also where both come at once', async () => {
  const house = await open();
  const { app, input } = house;
  const [anna, boris] = [house.as(house.company.anna), house.as(house.company.boris)];
  const sent = (name: string, phone: string) => ({ id: newId(), [input('Name')]: name, [input('Phone')]: phone });
  const both = await Promise.all([
    anna.post(`/apps/${app.id}/items`, sent('Clara', '+7 900 123-45-67')),
    boris.post(`/apps/${app.id}/items`, sent('Boris', '+79001234567')),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
  const refused = both.find(({ status }) => status === 422);
  expect(refused?.html).toContain(`id="field-${input('Phone')}-error"`);
  expect(await all(house, app)).toHaveLength(1);
});

it('is there for who may create alone; whoever lost that right sees once more what they typed', async () => {
  const house = await open();
  const { app, input, company } = house;
  for (const nobody of [company.vera, company.pavel, company.admin]) {
    const one = house.as(nobody);
    expect((await one.get(`/apps/${app.id}/items/new`)).status).toBe(404);
    const refused = await one.post(`/apps/${app.id}/items`, { id: newId(), [input('Name')]: 'My long words' });
    expect(refused.status).toBe(404);
    expect(refused.html).toContain('My long words');
    expect(refused.html).not.toContain('Clients');
  }
  expect(await all(house, app)).toEqual([]);
});

it('lets who may only create add items and see them, and change none', async () => {
  const house = await open();
  const { app, input } = house;
  const item = await addItem(house.db, app, { Name: 'Clara' });
  const anna = house.as(house.company.anna);
  const page = await anna.get(`/items/${item.id}`);
  expect(page.status).toBe(200);
  expect(page.html).not.toContain('/edit');
  expect(page.html).not.toContain('/deletion');
  expect((await anna.get(`/items/${item.id}/edit`)).status).toBe(404);
  expect((await anna.post(`/items/${item.id}`, { base: '1', [input('Name')]: 'Other' })).status).toBe(404);
  expect((await anna.post(`/items/${item.id}/deletion`)).status).toBe(404);
  expect(saidBy((await anna.get(`/items/${item.id}`)).html)).toContain('Clara');
});

it('begins with the defaults, and does not empty nor demand a field that came to the app since', async () => {
  const house = await open([
    { kind: 'text', name: 'Name' },
    { kind: 'text', name: 'City', initial: 'Moscow' },
    { kind: 'yes-no', name: 'Open', initial: true },
    { kind: 'text', name: 'Source', initial: 'desk', onForm: false },
  ]);
  const { app, input } = house;
  const anna = house.as(house.company.anna);
  const form = await anna.get(`/apps/${app.id}/items/new`);
  const stands = standsIn(form.html);
  expect(stands[input('City')]).toEqual(['Moscow']);
  expect(stands[input('Open')]).toEqual(['yes']);
  expect(stands).not.toHaveProperty([input('Source')]);
  const saved = await anna.post(`/apps/${app.id}/items`, stands);
  const said = saidBy((await anna.get(saved.location ?? '')).html);
  for (const text of ['City Moscow', 'Open Yes', 'Source desk']) expect(said).toContain(text);
});

it('takes no field from whoever forges a form, and nothing but references from an address', async () => {
  const house = await open([
    { kind: 'text', name: 'Name' },
    { kind: 'text', name: 'Source', onForm: false },
  ]);
  const { app, input } = house;
  const anna = house.as(house.company.anna);
  const sent: Sent = {
    ...{ id: newId(), [input('Name')]: 'Clara', [input('Source')]: 'forged' },
    ...{ 'f.__proto__': 'x', __proto__: 'y', fields: `${fieldNamed(app, 'Name').id} ${fieldNamed(app, 'Source').id}` },
  };
  const saved = await anna.post(`/apps/${app.id}/items`, sent);
  expect(saved.status).toBe(303);
  expect((await anna.get(saved.location ?? '')).html).not.toContain('forged');
  const form = await anna.get(`/apps/${app.id}/items/new?${input('Name')}=Words+of+others`);
  expect(form.html).not.toContain('Words of others');
});

it.each([
  ['a character that databases dislike', '\0'],
  ['a mark that turns text around', '\u202Eevil'],
  ['many characters of two halves', '😀'.repeat(2000)],
  ['more than any field takes', '-'.repeat(60_000)],
  ['an object', '{}'],
  ['a number without end', '1e400'],
  ['a piece of SQL', "' or 1=1 --"],
])('answers %s in every field without failing', async (_what, text) => {
  const house = await itemsOpen();
  const every: NewField[] = [
    { kind: 'text', name: 'a' },
    { kind: 'long-text', name: 'b' },
    { kind: 'number', name: 'c', options: { decimals: 2 } },
    { kind: 'money', name: 'd', options: { currency: 'RUB' } },
    { kind: 'yes-no', name: 'e' },
    { kind: 'date', name: 'f' },
    { kind: 'date-time', name: 'g' },
    { kind: 'choice', name: 'h', options: { choices: [{ id: 'x', name: 'X', retired: false }] } },
    { kind: 'choices', name: 'i', options: { choices: [{ id: 'x', name: 'X', retired: false }] } },
    { kind: 'phone', name: 'j' },
    { kind: 'email', name: 'k' },
    { kind: 'link', name: 'l' },
    { kind: 'files', name: 'm' },
    { kind: 'user', name: 'n' },
    { kind: 'account', name: 'o' },
  ];
  const app = await addApp(house.db, 'All', every, { create: [house.company.groups.operators] });
  const anna = house.as(house.company.anna);
  for (const field of app.fields) {
    const sent = { id: newId(), [`f.${field.id}`]: [text, text], [`q.${field.id}`]: text, [`was.${field.id}`]: text };
    for (const press of ['save', 'enter', `find.${field.id}`]) {
      const { status } = await anna.post(`/apps/${app.id}/items`, { ...sent, press });
      expect([200, 303, 422], `${field.kind} ${press}`).toContain(status);
    }
    const one = await anna.post(`/apps/${app.id}/items`, { id: newId(), [`f.${field.id}`]: text });
    expect([303, 409, 422], field.kind).toContain(one.status);
    if (one.location) expect((await anna.get(one.location)).status).toBe(200);
  }
});
