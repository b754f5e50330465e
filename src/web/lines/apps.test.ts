import { expect, test, vi } from 'vitest';
import { addApp } from '../../apps/testing.ts';
import { newId } from '../../id.ts';
import { lineById } from '../../lines/read.ts';
import { addChannel } from '../../lines/testing.ts';
import { linesOpen, standsIn } from './testing.ts';

vi.mock('../assets.ts', () => ({ asset: (name: string) => `/assets/${name}`, hasAsset: () => false }));

const open = async () => {
  const opened = await linesOpen();
  const { db, company, as } = opened;
  const clients = await addApp(db, 'Clients', [{ kind: 'account', name: 'Accounts' }]);
  const complaints = await addApp(db, 'Complaints', [
    { kind: 'reference', name: 'Client', options: { app: clients.id } },
  ]);
  const notes = await addApp(db, 'Notes <old>', [{ kind: 'account', name: 'Accounts', onForm: false }]);
  const path = `/lines/${company.lines.customers}/settings`;
  const stored = () => lineById(db.read, company.lines.customers);
  return { ...opened, admin: as(company.admin), path, stored, clients, complaints, notes };
};

const optionOf = (html: string, id: string): string => new RegExp(`<option value="${id}"[^<]*`).exec(html)?.[0] ?? '';
const boxOf = (html: string, id: string): string => new RegExp(`<input[^>]*value="${id}"[^>]*>`).exec(html)?.[0] ?? '';

test('the form offers what qualifies, and greys the rest with the reason in words', async () => {
  const { admin, path, clients, complaints, notes } = await open();
  const { html } = await admin.get(path);
  expect(optionOf(html, clients.id)).not.toContain('disabled');
  expect(optionOf(html, complaints.id)).toMatch(/disabled="">Complaints \(its form has no field of type Account\)/);
  expect(optionOf(html, notes.id)).toContain('disabled="">Notes &lt;old&gt; (');
  expect(boxOf(html, complaints.id)).not.toContain('disabled');
  expect(boxOf(html, notes.id)).toContain('disabled');
  expect(boxOf(html, notes.id)).toContain(`aria-describedby="why-${notes.id}"`);
});

test('what qualifies is saved; what does not is refused with 422 at its field, with the rest still there', async () => {
  const { admin, path, stored, clients, complaints, notes } = await open();
  const form = async () => ({ ...standsIn((await admin.get(path)).html), linkApp: '' });
  const good = { ...(await form()), linkApp: clients.id, createdApps: [complaints.id] };
  expect((await admin.post(path, good)).status).toBe(303);
  expect(await stored()).toMatchObject({ linkApp: clients.id, createdApps: [complaints.id] });

  const linked = await admin.post(path, { ...(await form()), linkApp: notes.id, name: 'Buyers' });
  expect(linked.status).toBe(422);
  expect(linked.html).toContain('This app cannot be chosen');
  expect(linked.html).toContain('href="#field-linkApp"');
  expect(standsIn(linked.html)['name']).toEqual(['Buyers']);
  const created = await admin.post(path, { ...(await form()), linkApp: clients.id, createdApps: [notes.id] });
  expect([created.status, created.html]).toEqual([422, expect.stringContaining('cannot be created from chat')]);
  const gone = await admin.post(path, { ...(await form()), linkApp: newId() });
  expect([gone.status, gone.html]).toEqual([422, expect.stringContaining('no longer exists')]);
  const many = Array.from({ length: 51 }, () => newId());
  const tooMany = await admin.post(path, { ...(await form()), createdApps: many });
  expect([tooMany.status, tooMany.html]).toEqual([422, expect.stringContaining('At most 50 apps')]);
  expect(await stored()).toMatchObject({ name: 'Customers', linkApp: clients.id, createdApps: [complaints.id] });
  const added = await admin.post('/lines', {
    ...standsIn((await admin.get('/lines/new')).html),
    name: 'N',
    linkApp: notes.id,
  });
  expect(added.status).toBe(422);
});

test('two administrators who bind different apps at once: the second is told, and keeps the choice', async () => {
  const { admin, path, stored, clients, db } = await open();
  const other = await addApp(db, 'Partners', [{ kind: 'account', name: 'Accounts' }]);
  const form = standsIn((await admin.get(path)).html);
  expect((await admin.post(path, { ...form, linkApp: other.id })).status).toBe(303);
  const second = await admin.post(path, { ...form, linkApp: clients.id });
  expect(second.status).toBe(409);
  expect(second.html).toContain('App for account link is now: Partners');
  expect(optionOf(second.html, clients.id)).toContain('selected');
  expect(await stored()).toMatchObject({ linkApp: other.id });
});

test('a line to which clients write from outside says that Create waits for an app for account link', async () => {
  const { admin, path, complaints, db, company } = await open();
  const said = 'until an app for account link is chosen';
  await admin.post(path, { ...standsIn((await admin.get(path)).html), createdApps: [complaints.id] });
  expect((await admin.get(path)).html).not.toContain(said);
  await addChannel(db, company.lines.customers);
  expect((await admin.get(path)).html).toContain(said);
});

test('supervisors read which apps the line has, and change none', async () => {
  const { as, company, path, stored, clients, admin } = await open();
  await admin.post(path, { ...standsIn((await admin.get(path)).html), linkApp: clients.id });
  const { html } = await as(company.vera).get(path);
  expect(html).toMatch(/App for account link<\/dt><dd>Clients/);
  await as(company.vera).post(path, { ...standsIn(html), linkApp: '', description: 'New' });
  expect(await stored()).toMatchObject({ description: 'New', linkApp: clients.id });
});
