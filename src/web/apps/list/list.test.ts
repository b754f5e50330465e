import { expect, it } from 'vitest';
import { addAccount, addApp, addItem, fieldNamed, type NewField } from '../../../apps/testing.ts';
import { newId } from '../../../id.ts';
import { itemsOpen, saidBy } from '../items/testing.ts';

const open = { id: newId(), name: 'Open', retired: false };
const fields = [
  { kind: 'text', name: 'Name' },
  { kind: 'long-text', name: 'Notes' },
  { kind: 'number', name: 'Age', options: { decimals: 0 } },
  { kind: 'money', name: 'Debt', options: { currency: 'RUB' } },
  { kind: 'yes-no', name: 'Newsletter' },
  { kind: 'date', name: 'Born' },
  { kind: 'date-time', name: 'Called' },
  { kind: 'choice', name: 'State', options: { choices: [open] } },
  { kind: 'choices', name: 'Tags', options: { choices: [open] } },
  { kind: 'phone', name: 'Phone' },
  { kind: 'email', name: 'E-mail' },
  { kind: 'link', name: 'Site' },
  { kind: 'files', name: 'Files' },
  { kind: 'user', name: 'Manager' },
  { kind: 'account', name: 'Accounts' },
] satisfies NewField[];

const begin = async (given: readonly NewField[] = fields) => {
  const house = await itemsOpen();
  const { operators, supervisors } = house.company.groups;
  const app = await addApp(house.db, 'Clients', given, { create: [operators], edit: [supervisors] });
  return { ...house, app, path: `/apps/${app.id}`, f: (name: string) => `f${fieldNamed(app, name).n}` };
};

const titles = (html: string): string[] =>
  [...html.matchAll(/<th scope="row">.*?<bdi>(.*?)<\/bdi>/gs)].map(([, title]) => title ?? '');

it('shows what was asked for, and leads to the list without each of its filters', async () => {
  const { db, app, path, f, as, company } = await begin();
  for (const [Name, Debt] of [
    ['Clara', 100],
    ['Boris', 200],
    ['<b>Dan</b>', 300],
  ] as const)
    await addItem(db, app, { Name, Debt });
  const anna = as(company.anna);
  const all = await anna.get(path);
  expect(titles(all.html)).toEqual(['No. 3', 'No. 2', 'No. 1']);
  expect(saidBy(all.html)).toContain('1–3 of 3');
  expect(all.html).not.toContain('<b>Dan');
  const some = await anna.get(`${path}?${f('Debt')}.from=1,50&${f('Name')}=A&sort=${f('Name')}`);
  expect(titles(some.html)).toEqual(['No. 3']);
  expect(saidBy(some.html)).toContain('Name contains “A”');
  expect(some.html).toContain('aria-sort="ascending"');
  const without = /<a class="button" href="([^"]+)" aria-label="Remove: Debt/
    .exec(some.html)?.[1]
    ?.replaceAll('&amp;', '&');
  expect(titles((await anna.get(without ?? '')).html)).toEqual(['No. 3', 'No. 1']);
});

it('turns the form’s address into one that says no more than it has to', async () => {
  const { path, f, as, company } = await begin();
  const anna = as(company.anna);
  const sent = new URLSearchParams({
    apply: 'yes',
    q: 'clara',
    sort: 'created',
    way: 'down',
    [`${f('Debt')}.from`]: '1,234.5',
    [f('Phone')]: '',
  });
  const answer = await anna.get(`${path}?${sent}`);
  expect([answer.status, answer.location]).toEqual([303, `${path}?q=clara&${f('Debt')}.from=1234.50`]);
  const found = await anna.get(`${path}?find=${f('Manager')}&find.${f('Manager')}=ann&apply=yes`);
  expect(found.status).toBe(200);
});

it('answers whatever stands in an address, and says what was left out', async () => {
  const { db, app, path, f, as, company } = await begin();
  await addItem(db, app, { Name: 'Clara' });
  const anna = as(company.anna);
  const hostile = [
    '%00',
    '%',
    '_',
    '\\',
    "'",
    '"',
    '%27%3B--',
    '%F0%9F%98',
    '%ED%A0%80',
    '9'.repeat(400),
    'x'.repeat(3_000),
    '-1e999',
    'NaN',
    '__proto__',
    '[object',
    '2026-13-45',
    '-99999-01-01',
    '+275760-09-14',
    'me',
    newId(),
    '*',
    'AND',
    '"a" OR',
    '(',
    '\u202e',
  ];
  const keys = [
    'q',
    'sort',
    'col',
    'after',
    'view',
    'rows',
    'find',
    'constructor',
    '__proto__',
    'f0',
    'f1.op',
    'f99999999999999999999',
  ];
  for (const field of app.fields) keys.push(...['', '.op', '.from', '.to'].map((part) => f(field.name) + part));
  for (const text of hostile) {
    const each = keys.map((key) => `${key}=${text}`);
    for (const query of [each.join('&'), `q=${text}`, `after=${text}&sort=${f('Name')}`]) {
      const { status } = await anna.get(`${path}?${query}`);
      expect([query, status]).toEqual([query, 200]);
    }
    for (const op of ['', 'has', 'is', 'begins', 'empty', 'today']) {
      const all = app.fields.map(({ name }) => f(name));
      const query = all.map((one) => `${one}.op=${op}&${one}=${text}&${one}.from=${text}`).join('&');
      expect([query, (await anna.get(`${path}?${query}&sort=-${f('Name')}`)).status]).toEqual([query, 200]);
    }
  }
  // A place in the list of another order, or of none.
  for (const value of [
    '["a",1,1]',
    '[1,1,1]',
    '[null,1,1]',
    '[1e300,9007199254740991,5]',
    '[true,1,1]',
    '{}',
    'null',
    '["\\u0000",1,1]',
  ])
    for (const sort of ['', 'number', f('Name'), `-${f('Debt')}`, f('State')]) {
      const after = Buffer.from(value).toString('base64url');
      expect([value, sort, (await anna.get(`${path}?sort=${sort}&after=${after}`)).status]).toEqual([value, sort, 200]);
    }
  const wrong = await anna.get(`${path}?${f('Age')}.from=old&f98765=1&sort=size&${f('State')}=none&nonsense=1`);
  expect(saidBy(wrong.html)).toContain('left out: Age, f98765, State, size, nonsense');
}, 120_000);

it('says what to do where there is nothing', async () => {
  const { path, as, company } = await begin();
  const creator = await as(company.anna).get(path);
  expect(creator.html).toContain(`${path}/items/new`);
  expect(saidBy(creator.html)).toContain('No items yet');
  const nothing = await as(company.anna).get(`${path}?q=nobody`);
  expect(saidBy(nothing.html)).toContain('Nothing fits');
});

it('shows the next rows below those that are there, and keeps how many in the address', async () => {
  const { db, app, path, as, company } = await begin([{ kind: 'text', name: 'Name' }]);
  for (let i = 0; i < 120; i++) await addItem(db, app, { Name: `N ${i}` });
  const anna = as(company.anna);
  const seen: string[] = [];
  let next: string | undefined = path;
  while (next !== undefined) {
    const page: { html: string } = await anna.get(next);
    seen.push(...titles(page.html));
    next = /<a class="button" href="([^"]+)"[^>]* id="list-more"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&');
  }
  expect(seen).toEqual(Array.from({ length: 120 }, (_, i) => `No. ${120 - i}`));
  expect(titles((await anna.get(`${path}?rows=100`)).html)).toHaveLength(100);
});

it('keeps views: one’s own, and those of everybody by who edits items', async () => {
  const { path, f, as, company } = await begin();
  const [anna, vera] = [as(company.anna), as(company.vera)];
  const id = newId();
  const view = { id, name: 'Mine', query: `${f('Debt')}.from=5&after=zzz&nonsense=1` };
  const saved = await anna.post(`${path}/views`, view);
  expect([saved.status, saved.location]).toEqual([303, `${path}?${f('Debt')}.from=5.00&view=${id}`]);
  expect((await anna.post(`${path}/views`, view)).status).toBe(303);
  expect((await anna.post(`${path}/views`, { ...view, name: 'Other' })).status).toBe(409);
  expect((await anna.post(`${path}/views`, { name: 'All', shared: 'yes', query: '' })).status).toBe(409);
  expect(saidBy((await vera.get(path)).html)).not.toContain('Mine');
  for (const action of [`${path}/views/${id}`, `${path}/views/${newId()}`])
    expect((await vera.post(action, { name: 'Hers' })).status).toBe(404);
  await vera.post(`${path}/views/${id}/deletion`, {});
  expect((await anna.post(`${path}/views/${id}`, { name: ' ' })).status).toBe(422);
  expect((await anna.post(`${path}/views/${id}`, { name: 'Debtors' })).status).toBe(303);
  expect(saidBy((await anna.get(path)).html)).toContain('Debtors');

  const shared = newId();
  expect(
    (await vera.post(`${path}/views`, { id: shared, name: 'Urgent', shared: 'yes', query: 'q=urgent' })).status,
  ).toBe(303);
  expect(saidBy((await anna.get(path)).html)).toContain('Urgent');
  await anna.post(`${path}/views/${shared}/deletion`, {});
  expect((await anna.post(`${path}/views/${shared}`, { name: 'Hers' })).status).toBe(404);
  await anna.post(`${path}/views/${id}/deletion`, {});
  const left = saidBy((await anna.get(`${path}/views`)).html);
  expect(left).toContain('Urgent');
  expect(left).not.toContain('Debtors');
});

it('tells nobody the name of an account that an address names and that they do not see', async () => {
  const { db, app, path, f, as, company } = await begin();
  const [hidden, held] = [await addAccount(db, { name: 'Zoe Secret' }), await addAccount(db, { name: 'Max Known' })];
  await addItem(db, app, { Accounts: [held] });
  const anna = as(company.anna);
  const { html, status } = await anna.get(`${path}?${f('Accounts')}=${hidden}&${f('Accounts')}=${held}`);
  expect(status).toBe(200);
  expect(html).not.toContain('Zoe Secret');
  expect(saidBy(html)).toContain('Max Known');
});
