import { expect, test, vi } from 'vitest';
import { files } from '../../db/schema.ts';
import { newId } from '../../id.ts';
import { lineById, linesForAdministrator } from '../../lines/read.ts';
import { addGroup, addUser } from '../../lines/testing.ts';
import { linesOpen, standsIn } from './testing.ts';

vi.mock('../assets.ts', () => ({ asset: (name: string) => `/assets/${name}`, hasAsset: () => false }));

const settingsOf = (id: string) => `/lines/${id}/settings`;

test('only administrators come to the list of lines and to adding one', async () => {
  const { company, as } = await linesOpen();
  for (const path of ['/lines/all', '/lines/new']) {
    expect((await as(company.admin).get(path)).status).toBe(200);
    for (const other of [company.anna, company.vera, company.pavel])
      expect((await as(other).get(path)).status).toBe(404);
  }
  expect((await as(company.vera).post('/lines', { name: 'Mine' })).status).toBe(404);
  expect((await as(company.vera).post('/lines/audience', { find: 'a' })).status).toBe(404);
  expect((await as(company.vera).post(`/lines/${company.lines.support}/archiving`)).status).toBe(404);
});

test('settings are open to administrators and to the line’s own supervisors, and to nobody else', async () => {
  const { company, as } = await linesOpen();
  const path = settingsOf(company.lines.support);
  expect((await as(company.admin).get(path)).status).toBe(200);
  expect((await as(company.vera).get(path)).status).toBe(200);
  for (const other of [company.anna, company.pavel]) {
    expect((await as(other).get(path)).status).toBe(404);
    expect((await as(other).post(path, { description: 'x' })).status).toBe(404);
  }
  expect((await as(company.admin).get(settingsOf(newId()))).status).toBe(404);
  expect((await as(company.admin).get(settingsOf('%00'))).status).toBe(404);
});

test('a line is added as it was typed, and a form sent twice is one line', async () => {
  const { db, company, as } = await linesOpen();
  const admin = as(company.admin);
  const form = {
    ...standsIn((await admin.get('/lines/new')).html),
    name: '  Human \t resources ',
    description: ' Holidays\r\nand pay ',
    audienceGroups: [company.groups.everyone],
    audienceUsers: [company.pavel],
    operatorGroups: [company.groups.operators, company.groups.supervisors],
    supervisorGroups: [company.groups.supervisors],
    showOperator: 'on',
  };
  const first = await admin.post('/lines', form);
  expect(first.status).toBe(303);
  const again = await admin.post('/lines', form);
  expect([again.status, again.location]).toEqual([303, first.location]);
  expect(await linesForAdministrator(db.read)).toHaveLength(3);
  const id = first.location?.split('/')[2] ?? '';
  expect(await lineById(db.read, id)).toMatchObject({
    name: 'Human resources',
    description: 'Holidays\nand pay',
    showOperator: true,
    audienceUsers: [company.pavel],
    operatorGroups: [company.groups.operators, company.groups.supervisors].sort(),
  });
  const shown = await admin.get(first.location ?? '');
  expect(shown.html).toContain('Saved');
  expect(standsIn(shown.html)['name']).toEqual(['Human resources']);

  const other = await admin.post('/lines', { ...form, name: 'Another' });
  expect(other.status).toBe(409);
  expect(standsIn(other.html)['name']).toEqual(['Another']);
  expect(await linesForAdministrator(db.read)).toHaveLength(3);
  expect((await admin.post('/lines', standsIn(other.html))).status).toBe(303);
});

test.each([
  ['it SUPPORT', 'Another line has this name already.'],
  ['   ', 'Type a name.'],
  ['x'.repeat(101), 'The name is too long'],
])('the name %j is refused at its field, with everything else still there', async (name, said) => {
  const { db, company, as } = await linesOpen();
  const typed = {
    name,
    description: 'Typed <b>here</b> & kept',
    audienceGroups: [company.groups.operators],
    audienceUsers: [company.boris],
    supervisorGroups: [company.groups.everyone],
    showOperator: 'on',
  };
  const refused = await as(company.admin).post('/lines', { ...typed, press: 'save' });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain(said);
  expect(refused.html).toContain('href="#field-name"');
  expect(standsIn(refused.html)).toMatchObject({
    name: [typed.name],
    description: [typed.description],
    audienceGroups: typed.audienceGroups,
    audienceUsers: typed.audienceUsers,
    supervisorGroups: typed.supervisorGroups,
    showOperator: ['on'],
  });
  expect(await linesForAdministrator(db.read)).toHaveLength(2);
});

test('a group that does not exist, and a description beyond its limit, are refused in words', async () => {
  const { company, as } = await linesOpen();
  const admin = as(company.admin);
  const gone = await admin.post('/lines', { name: 'A', operatorGroups: [newId()] });
  expect(gone.status).toBe(422);
  expect(gone.html).toContain('no longer exists');
  const long = await admin.post('/lines', { name: 'A', description: 'é'.repeat(501) });
  expect(long.status).toBe(422);
  expect(long.html).toContain('at most 500 characters');
  expect(standsIn(long.html)['description']).toEqual(['é'.repeat(501)]);
});

test('a supervisor changes how the line answers; whatever else is sent changes nothing', async () => {
  const { db, company, as } = await linesOpen();
  const vera = as(company.vera);
  const before = await lineById(db.read, company.lines.support);
  const page = await vera.get(settingsOf(company.lines.support));
  const form = standsIn(page.html);
  expect(form).not.toHaveProperty('name');
  expect(page.html).toContain('Operators');
  const saved = await vera.post(settingsOf(company.lines.support), {
    stamp: form['stamp'] ?? '',
    description: 'Printers and passwords',
    name: 'Stolen',
    audienceGroups: [company.groups.supervisors],
    operatorGroups: [company.groups.supervisors],
  });
  expect(saved.status).toBe(303);
  expect(await lineById(db.read, company.lines.support)).toEqual({
    ...before,
    description: 'Printers and passwords',
    showOperator: false,
  });
});

test('a supervisor of one line does not tune another', async () => {
  const { db, company, as } = await linesOpen();
  const admin = as(company.admin);
  const mara = await addUser(db, 'Mara');
  const heads = await addGroup(db, 'Heads', [mara]);
  const { location } = await admin.post('/lines', { name: 'Own', supervisorGroups: [heads] });
  expect((await as(mara).get(location ?? '')).status).toBe(200);
  expect((await as(mara).get(settingsOf(company.lines.support))).status).toBe(404);
});

test('of two who change the same setting the second learns what the first saved, keeps what they typed, and may save it', async () => {
  const { db, company, as } = await linesOpen();
  const admin = as(company.admin);
  const path = settingsOf(company.lines.support);
  const shown = standsIn((await admin.get(path)).html);
  expect((await admin.post(path, { ...shown, name: 'Helpdesk', operatorGroups: [] })).status).toBe(303);
  const late = await admin.post(path, { ...shown, name: 'Service', description: 'Typed meanwhile' });
  expect(late.status).toBe(409);
  expect(late.html).toContain('Name is now: Helpdesk');
  expect(standsIn(late.html)).toMatchObject({ name: ['Service'], description: ['Typed meanwhile'] });
  expect(await lineById(db.read, company.lines.support)).toMatchObject({ name: 'Helpdesk', description: '' });

  expect((await admin.post(path, standsIn(late.html))).status).toBe(303);
  expect(await lineById(db.read, company.lines.support)).toMatchObject({
    name: 'Service',
    description: 'Typed meanwhile',
  });
});

test('what two change in different settings is kept from both', async () => {
  const { db, company, as } = await linesOpen();
  const path = settingsOf(company.lines.support);
  const [admin, vera] = [as(company.admin), as(company.vera)];
  const one = standsIn((await admin.get(path)).html);
  const other = standsIn((await vera.get(path)).html);
  expect((await vera.post(path, { ...other, description: 'By Vera' })).status).toBe(303);
  expect((await admin.post(path, { ...one, name: 'Helpdesk' })).status).toBe(303);
  expect(await lineById(db.read, company.lines.support)).toMatchObject({ name: 'Helpdesk', description: 'By Vera' });
});

test('a line without audience or operators says what that means', async () => {
  const { company, as } = await linesOpen();
  const admin = as(company.admin);
  const nobody = 'Nobody inside the company can write to this line.';
  expect((await admin.get(settingsOf(company.lines.customers))).html).toContain(nobody);
  expect((await admin.get(settingsOf(company.lines.support))).html).not.toContain(nobody);
  const { location } = await admin.post('/lines', { name: 'Silent' });
  expect((await admin.get(location ?? '')).html).toContain('Without an operator group nobody is notified');
  expect((await admin.get('/lines/all')).html).toContain('No operators');
});

test('an archived line is shown and never changed again', async () => {
  const { db, company, as } = await linesOpen();
  const admin = as(company.admin);
  const path = settingsOf(company.lines.support);
  const form = standsIn((await admin.get(path)).html);
  const archived = await admin.post(`/lines/${company.lines.support}/archiving`);
  expect([archived.status, archived.location]).toEqual([303, path]);
  expect((await admin.post(`/lines/${company.lines.support}/archiving`)).status).toBe(303);
  const late = await admin.post(path, { ...form, name: 'Changed' });
  expect(late.status).toBe(409);
  expect(late.html).toContain('was archived meanwhile');
  expect((await as(company.vera).post(path, { description: 'x' })).status).toBe(409);
  expect(await lineById(db.read, company.lines.support)).toMatchObject({ name: 'IT support', description: '' });
  const shown = await admin.get(path);
  expect(shown.status).toBe(200);
  expect(shown.html).not.toContain('type="submit" class="button primary"');
  expect((await admin.post(`/lines/${newId()}/archiving`)).status).toBe(404);
});

const png = (colour: number): File => {
  const bytes = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  return new File([bytes, new Uint8Array([colour])], 'face.png', { type: 'image/png' });
};

test('a picture is stored, shown to whoever knows the line and to nobody else, replaced and taken away', async () => {
  const { db, company, as } = await linesOpen();
  const admin = as(company.admin);
  const path = settingsOf(company.lines.customers);
  const avatar = `/lines/${company.lines.customers}/avatar`;
  expect((await admin.get(avatar)).status).toBe(404);
  const form = standsIn((await admin.get(path)).html);
  expect((await admin.post(path, { ...form, avatar: png(1) })).status).toBe(303);
  // The same form once more, with the same picture, is no change.
  expect((await admin.post(path, { ...form, avatar: png(1) })).status).toBe(303);
  expect(await db.read.select({ id: files.id }).from(files)).toHaveLength(1);
  for (const knows of [company.admin, company.anna, company.vera]) {
    const shown = await as(knows).get(avatar);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(shown.headers.get('cache-control')).toBe('private, no-cache');
  }
  expect((await as(company.pavel).get(avatar)).status).toBe(404);
  const kept = (await lineById(db.read, company.lines.customers))?.avatar;
  expect((await admin.get(`${avatar}?v=${kept}`)).headers.get('cache-control')).toContain('immutable');
  expect((await admin.get(path)).html).toContain(`${avatar}?v=${kept}`);

  const next = standsIn((await admin.get(path)).html);
  expect((await admin.post(path, { ...next, avatar: png(2) })).status).toBe(303);
  expect((await lineById(db.read, company.lines.customers))?.avatar).not.toBe(kept);
  const last = standsIn((await admin.get(path)).html);
  expect((await admin.post(path, { ...last, removeAvatar: 'on' })).status).toBe(303);
  expect((await admin.get(avatar)).status).toBe(404);
});

test.each([
  ['text that says it is a picture', new File(['<svg onload="x"/>'], 'a.png', { type: 'image/png' }), 'not a picture'],
  ['more than 2 MB', new File([png(1), new Uint8Array(2 * 1024 * 1024)], 'a.png'), 'too large'],
  ['more than any file may have', new File([png(1), new Uint8Array(4 * 1024 * 1024)], 'a.png'), 'too large'],
  ['nothing', new File([], 'a.png'), 'The file is empty'],
])('a picture of %s is refused, the rest of the form stays, and nothing is stored', async (_, avatar, said) => {
  const { db, company, as, house } = await linesOpen();
  const refused = await as(company.admin).post('/lines', {
    name: 'Faces',
    operatorGroups: [company.groups.operators],
    avatar,
  });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain(said);
  expect(standsIn(refused.html)).toMatchObject({ name: ['Faces'], operatorGroups: [company.groups.operators] });
  expect(await db.read.select({ id: files.id }).from(files)).toEqual([]);
  const left: string[] = [];
  for await (const ids of house.files.olderThan(Date.now() + 60_000)) left.push(...ids);
  expect(left).toEqual([]);
});
