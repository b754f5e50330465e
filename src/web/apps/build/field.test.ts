import { expect, it } from 'vitest';
import type { App } from '../../../apps/app.ts';
import type { Choice, FieldOf } from '../../../apps/fields/field.ts';
import { addApp, addItem, fieldNamed } from '../../../apps/testing.ts';
import { newId } from '../../../id.ts';
import { addGroup, addLine, addUser } from '../../../lines/testing.ts';
import { hiddenIn, openBuilder } from './testing.ts';

const shown = { onForm: 'on', inList: 'on' };

const choicesOf = (app: App, name: string): readonly Choice[] =>
  (fieldNamed(app, name) as FieldOf<'choice'>).options.choices;

it('adds a field once, however often its form is sent', async () => {
  const { db, admin, app } = await openBuilder();
  const { id } = await addApp(db, 'Clients');
  const page = await admin.get(`/apps/${id}/fields/new?kind=choice`);
  const sent = {
    ...shown,
    id: hiddenIn(page.html, 'id'),
    kind: 'choice',
    name: 'State',
    'choice.more': 'New\r\n\r\n Old ',
  };
  const first = await admin.post(`/apps/${id}/fields`, { ...sent, press: 'save' });
  expect([first.status, first.location]).toEqual([303, `/apps/${id}/fields?added=${sent.id}`]);
  expect((await admin.post(`/apps/${id}/fields`, { ...sent, press: 'save' })).status).toBe(303);
  const after = await app(id);
  expect(after.fields).toHaveLength(1);
  expect(choicesOf(after, 'State').map((choice) => choice.name)).toEqual(['New', 'Old']);
  const other = await admin.post(`/apps/${id}/fields`, { ...sent, 'choice.more': 'Quite\nelse' });
  expect(other.status).toBe(409);
  expect(other.html).toContain('value="Quite"');
});

it('refuses what makes no field, keeps what was typed, and says why at the input', async () => {
  const { db, admin, app } = await openBuilder();
  const { id } = await addApp(db, 'Clients', [{ kind: 'text', name: 'Name' }]);
  const send = (fields: Record<string, string>) =>
    admin.post(`/apps/${id}/fields`, { id: newId(), ...shown, ...fields });
  const refused: [Record<string, string>, string][] = [
    [{ kind: 'text', name: ' \u202E ' }, 'Type a name.'],
    [{ kind: 'text', name: 'x'.repeat(61) }, 'at most 60 characters'],
    [{ kind: 'text', name: 'a {b}' }, 'A name cannot have { or } in it'],
    [{ kind: 'text', name: ' NAME ' }, 'Another field of this app has this name already.'],
    [{ kind: 'money', name: 'Sum', currency: 'XYZ' }, 'Choose a currency.'],
    [{ kind: 'number', name: 'Sum', decimals: '7' }, 'Choose how many digits'],
    [{ kind: 'number', name: 'Sum', decimals: '-1' }, 'Choose how many digits'],
    [{ kind: 'reference', name: 'Of', app: '' }, 'Choose the app to refer to.'],
    [{ kind: 'reference', name: 'Of', app: newId() }, 'no longer exists'],
    [{ kind: 'choice', name: 'State', 'choice.more': '\n \n' }, 'Type at least one choice.'],
    [{ kind: 'choice', name: 'State', 'choice.more': 'A\nB\n a' }, '“a” is there twice.'],
    [
      { kind: 'choice', name: 'State', 'choice.more': Array.from({ length: 201 }, (_, n) => n).join('\n') },
      'at most 200',
    ],
    [{ kind: 'text', name: 'Hinted', hint: 'x'.repeat(301) }, 'at most 300 characters'],
  ];
  for (const [fields, why] of refused) {
    const answer = await send(fields);
    expect([answer.status, fields['name'], answer.html.includes(why)]).toEqual([422, fields['name'], true]);
  }
  const wrong = await send({ kind: 'number', name: 'Sum', decimals: '2', hint: '"><script>' });
  expect(wrong.status).toBe(303);
  expect((await admin.get(`/apps/${id}/fields`)).html).not.toContain('<script>"');
  expect((await send({ kind: '__proto__', name: 'X' })).location).toBe(`/apps/${id}/fields/new`);
  expect((await app(id)).fields).toHaveLength(2);
});

it('takes a default as the form would, and none that the field cannot hold', async () => {
  const { db, admin, app } = await openBuilder();
  const { id } = await addApp(db, 'Clients');
  const sent = { ...shown, id: newId(), kind: 'money', name: 'Sum', currency: 'EUR' };
  const wrong = await admin.post(`/apps/${id}/fields`, { ...sent, [`f.${sent.id}`]: 'much' });
  expect([wrong.status, wrong.html.includes('value="much"')]).toEqual([422, true]);
  const right = await admin.post(`/apps/${id}/fields`, { ...sent, [`f.${sent.id}`]: '1,234.50' });
  expect(right.status).toBe(303);
  expect(fieldNamed(await app(id), 'Sum')).toMatchObject({ initial: 123450, options: { currency: 'EUR' } });
});

it('orders, renames and adds choices on the form without storing them, and keeps their ids when they are stored', async () => {
  const { db, admin, app } = await openBuilder();
  const choices = ['New', 'Open', 'Done'].map((name) => ({ id: newId(), name, retired: false }));
  const before = await addApp(db, 'Clients', [{ kind: 'choice', name: 'State', options: { choices } }]);
  const field = fieldNamed(before, 'State');
  const own = `/apps/${before.id}/fields/${field.id}`;
  const ids = choices.map((choice) => choice.id);
  const stamp = hiddenIn((await admin.get(own)).html, 'stamp');
  const typed = { ...shown, stamp, name: 'State', 'choice.id': ids, 'choice.shown': ids };
  const moved = await admin.post(own, { ...typed, 'choice.name': ['New', 'Opened', 'Done'], press: 'choice-up.2' });
  expect(moved.status).toBe(200);
  expect(moved.html).toMatch(/value="Done"[\s\S]*value="Opened"/);
  expect(choicesOf(await app(before.id), 'State')).toEqual(choices);
  const [first = '', second = '', third = ''] = ids;
  const saved = await admin.post(own, {
    ...typed,
    ...{
      'choice.id': [third, first, second],
      'choice.name': ['Done', 'New', 'Opened'],
      'choice.more': 'Lost',
      press: 'save',
    },
  });
  expect(saved.status).toBe(303);
  const after = choicesOf(await app(before.id), 'State');
  expect(after.map(({ name }) => name)).toEqual(['Done', 'New', 'Opened', 'Lost']);
  expect(after.slice(0, 3).map(({ id }) => id)).toEqual([third, first, second]);
});

it('offers a choice no more that items hold, says how many they are, and forgets one that none holds', async () => {
  const { db, admin, app } = await openBuilder();
  const choices = ['New', 'Open', 'Done'].map((name) => ({ id: newId(), name, retired: false }));
  const before = await addApp(db, 'Clients', [{ kind: 'choice', name: 'State', options: { choices } }]);
  const [first = '', second = '', third = ''] = choices.map((choice) => choice.id);
  await addItem(db, before, { State: second });
  const own = `/apps/${before.id}/fields/${fieldNamed(before, 'State').id}`;
  const stamp = hiddenIn((await admin.get(own)).html, 'stamp');
  const typed = { ...shown, stamp, name: 'State', 'choice.shown': [first, second, third] };
  const saved = await admin.post(own, { ...typed, 'choice.id': first, 'choice.name': 'New', press: 'save' });
  expect([saved.status, saved.location]).toEqual([303, `${own}?saved`]);
  expect(choicesOf(await app(before.id), 'State')).toEqual([
    { id: first, name: 'New', retired: false },
    { id: second, name: 'Open', retired: true },
  ]);
  const page = (await admin.get(own)).html;
  expect(page).toMatch(/No longer offered[\s\S]*Open[\s\S]*1 item holds/);
});

it('does not take off a choice that another administrator has added meanwhile', async () => {
  const { db, admin, app } = await openBuilder();
  const choices = ['New'].map((name) => ({ id: newId(), name, retired: false }));
  const before = await addApp(db, 'Clients', [{ kind: 'choice', name: 'State', options: { choices } }]);
  const own = `/apps/${before.id}/fields/${fieldNamed(before, 'State').id}`;
  const [id = ''] = choices.map((choice) => choice.id);
  const stamp = hiddenIn((await admin.get(own)).html, 'stamp');
  const typed = { ...shown, stamp, name: 'State', 'choice.id': id, 'choice.name': 'New', 'choice.shown': id };
  expect((await admin.post(own, { ...typed, 'choice.more': 'Theirs' })).status).toBe(303);
  expect((await admin.post(own, { ...typed, required: 'on' })).status).toBe(303);
  expect(fieldNamed(await app(before.id), 'State').required).toBe(true);
  expect(choicesOf(await app(before.id), 'State').map(({ name }) => name)).toEqual(['New', 'Theirs']);
  const both = await admin.post(own, { ...typed, required: 'on', 'choice.more': 'Mine' });
  expect(both.status).toBe(409);
  expect(both.html).toContain('Choices is now: New, Theirs');
  expect(both.html).toMatch(/value="New"[\s\S]*value="Mine"[\s\S]*value="Theirs"/);
});

it('is not made unique while items hold the same, and tells values only to who sees them', async () => {
  const { db, admin, adminId, app } = await openBuilder();
  const seen = await addApp(db, 'Seen', [{ kind: 'text', name: 'Code' }], {
    see: [await addGroup(db, 'G', [adminId])],
  });
  const hidden = await addApp(db, 'Hidden', [{ kind: 'text', name: 'Code' }]);
  const answers: Record<string, string> = {};
  for (const one of [seen, hidden]) {
    const long = 'x'.repeat(150);
    for (const Code of ['Secret 1', 'secret  1', 'other', `${long}1`, `${long}2`]) await addItem(db, one, { Code });
    const own = `/apps/${one.id}/fields/${fieldNamed(one, 'Code').id}`;
    const stamp = hiddenIn((await admin.get(own)).html, 'stamp');
    const refused = await admin.post(own, { ...shown, stamp, name: 'Code', sole: 'on' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('2 items hold a value that another one also holds');
    expect(fieldNamed(await app(one.id), 'Code').sole).toBe(false);
    answers[one.name] = refused.html;
  }
  expect(answers['Seen']).toMatch(/Secret 1|secret 1/);
  expect(answers['Hidden']).not.toMatch(/secret/i);
});

it('says how many items lack what becomes required, and lets it', async () => {
  const { db, admin, app } = await openBuilder();
  const before = await addApp(db, 'Clients', [{ kind: 'text', name: 'Town' }]);
  await addItem(db, before, { Town: 'Riga' });
  await addItem(db, before, {});
  const own = `/apps/${before.id}/fields/${fieldNamed(before, 'Town').id}`;
  const page = (await admin.get(own)).html;
  expect(page).toContain('1 item there has nothing in it.');
  const sent = { ...shown, stamp: hiddenIn(page, 'stamp'), name: 'Town', required: 'on' };
  expect((await admin.post(own, sent)).status).toBe(303);
  expect(fieldNamed(await app(before.id), 'Town').required).toBe(true);
});

it('is removed after its page has said what goes with it, and comes back with its values', async () => {
  const { db, admin, app } = await openBuilder();
  const before = await addApp(db, 'Clients', [{ kind: 'text', name: 'Town' }]);
  await addItem(db, before, { Town: 'Riga' });
  const own = `/apps/${before.id}/fields/${fieldNamed(before, 'Town').id}`;
  expect((await admin.get(`${own}/removal`)).html).toContain('1 item holds a value in it.');
  expect((await admin.post(`${own}/removal`)).status).toBe(303);
  expect((await admin.post(`${own}/removal`)).status).toBe(303);
  expect((await app(before.id)).fields).toEqual([]);
  expect((await admin.get(`/apps/${before.id}/fields`)).html).toMatch(/Removed fields[\s\S]*Removed by Ada/);
  await admin.post(`/apps/${before.id}/fields`, { ...shown, id: newId(), kind: 'text', name: 'Town' });
  const clash = await admin.post(`${own}/restoration`);
  expect([clash.status, clash.html.includes('Another field of this app has this name already.')]).toEqual([422, true]);
  const back = await admin.post(`${own}/restoration`, { name: 'Old town' });
  expect(back.status).toBe(303);
  expect((await admin.post(`${own}/restoration`, { name: 'Old town' })).status).toBe(303);
  expect((await app(before.id)).fields.map((field) => field.name)).toEqual(['Town', 'Old town']);
});

it('is neither removed, nor taken off the form, nor made another type while a line needs it, and the line is named', async () => {
  const { db, admin, app } = await openBuilder();
  const clients = await addApp(db, 'Clients', [{ kind: 'account', name: 'Accounts' }]);
  const complaints = await addApp(db, 'Complaints', [
    { kind: 'reference', name: 'Client', options: { app: clients.id } },
  ]);
  await addLine(db, 'Shop', { linkApp: clients.id, createdApps: [complaints.id] });
  for (const [one, name] of [
    [clients, 'Accounts'],
    [complaints, 'Client'],
  ] as const) {
    const own = `/apps/${one.id}/fields/${fieldNamed(one, name).id}`;
    expect((await admin.get(`${own}/removal`)).html).toContain('>Shop<');
    const stamp = hiddenIn((await admin.get(own)).html, 'stamp');
    for (const answer of [
      await admin.post(`${own}/removal`),
      await admin.post(own, { stamp, name, inList: 'on' }),
      await admin.post(`${own}/kind`, { kind: 'text' }),
    ])
      expect([answer.status, answer.html.includes('>Shop<')]).toEqual([422, true]);
    expect((await app(one.id)).fields).toEqual(one.fields);
  }
});

it('tells the second of two administrators what the first has changed, and keeps what was typed', async () => {
  const { db, admin, app } = await openBuilder();
  const before = await addApp(db, 'Clients', [{ kind: 'text', name: 'Town' }]);
  const own = `/apps/${before.id}/fields/${fieldNamed(before, 'Town').id}`;
  const stamp = hiddenIn((await admin.get(own)).html, 'stamp');
  expect((await admin.post(own, { ...shown, stamp, name: 'City' })).status).toBe(303);
  const second = await admin.post(own, { ...shown, stamp, name: 'Place', hint: 'Where?' });
  expect(second.status).toBe(409);
  expect(second.html).toContain('Name is now: City');
  expect(second.html).toContain('value="Place"');
  expect(fieldNamed(await app(before.id), 'City').hint).toBe('');
  const again = { ...shown, stamp: hiddenIn(second.html, 'stamp'), name: 'Place', hint: 'Where?' };
  expect((await admin.post(own, again)).status).toBe(303);
  expect(fieldNamed(await app(before.id), 'Place').hint).toBe('Where?');
});

it('is nobody’s to see or change but an administrator’s, and no field of another app', async () => {
  const { db, admin, as } = await openBuilder();
  const one = await addApp(db, 'Clients', [{ kind: 'text', name: 'Town' }]);
  const other = await addApp(db, 'Other', [{ kind: 'text', name: 'Town' }]);
  const anna = await addUser(db, 'Anna');
  const editor = await as(anna);
  const mine = await addApp(db, 'Mine', [{ kind: 'text', name: 'Town' }], { edit: [await addGroup(db, 'E', [anna])] });
  const own = `/apps/${mine.id}/fields/${fieldNamed(mine, 'Town').id}`;
  for (const path of [`/apps/${mine.id}/fields`, `/apps/${mine.id}/settings`, own, `${own}/kind`, `${own}/removal`])
    expect((await editor.get(path)).status).toBe(404);
  expect((await editor.post(`${own}/removal`)).status).toBe(404);
  const foreign = `/apps/${one.id}/fields/${fieldNamed(other, 'Town').id}`;
  for (const path of [foreign, `${foreign}/kind`, `${foreign}/removal`])
    expect((await admin.get(path)).status).toBe(404);
  for (const path of [foreign, `${foreign}/restoration`]) expect((await admin.post(path)).status).toBe(404);
});
