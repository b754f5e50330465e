import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { addApp, addItem } from '../../../apps/testing.ts';
import { importer } from '../../../apps/transfer/testing.ts';
import { workOn } from '../../../apps/transfer/worker.ts';
import { audit, fields, items } from '../../../db/schema.ts';
import { addGroup } from '../../../lines/testing.ts';
import { openHouse, password } from '../../testing.ts';

const opened = async () => {
  const open = await openHouse();
  const { db, adminId } = open;
  const ada = open.browser();
  await ada.signIn('admin@example.com', password);
  const group = await addGroup(db, 'Sellers', [adminId]);
  const all = [
    { kind: 'text', name: 'Name', required: true },
    { kind: 'number', name: 'Age', options: { decimals: 0 } },
  ] as const;
  const app = await addApp(db, 'Clients', all, { create: [group] });
  const { give, work, load } = importer(db, adminId);
  /** Gives a file, and answers where its import stands. */
  const given = async (content: string) => {
    const { id } = await give(app, content);
    return { id, path: `/apps/${app.id}/imports/${id}` };
  };
  const columns = Object.fromEntries(app.fields.map(({ id }, place) => [`column.${place}`, id]));
  return { ...open, ada, app, given, work, load, columns };
};

test('columns are judged, and the file is read only when each goes where it can', async () => {
  const { ada, given, columns, work, load } = await opened();
  const { id, path } = await given('Name,Age\nBea,44\n,1\n');
  expect((await ada.get(path)).html).toContain('Which column goes where');
  const refused = await ada.post(path, { 'column.1': columns['column.1'] ?? '', onBad: 'stop' });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('“Name” is required');
  expect(refused.html).toMatch(/name="onBad" value="stop" checked/);
  const twice = await ada.post(path, { 'column.0': columns['column.0'] ?? '', 'column.1': columns['column.0'] ?? '' });
  expect(twice.html).toMatch(/id="field-column\.1-error"[^>]*>Another column goes into “Name” already/);
  expect((await load(id)).state).toBe('mapping');

  expect(await ada.post(path, { ...columns, onBad: 'skip' })).toMatchObject({ status: 303, location: path });
  expect((await ada.get(path)).html).toContain('The file is being read');
  const part = await ada.get(`${path}?phase=reading`, { 'hx-request': 'true' });
  expect(part.html).toMatch(/^<div id="import-now"/);
  await workOn(work, id);
  const over = await ada.get(`${path}?phase=reading`, { 'hx-request': 'true' });
  expect([over.html, over.headers.get('hx-refresh')]).toEqual(['', 'true']);
  const { html } = await ada.get(path);
  expect(html).toContain('Add 1 item<');
  expect(html).toContain('Name: This is needed.');
  const bad = await ada.get(`${path}/bad-rows`);
  expect(bad.html).toContain('3," | 1",Name: This is needed.');
});

test('a file is written once, however often it is confirmed, and stands in the list of imports', async () => {
  const { ada, app, given, columns, work, db } = await opened();
  const { id, path } = await given('Name,Age\nBea,44\nCid,45\n');
  await ada.post(path, columns);
  await workOn(work, id);
  expect((await ada.post(`${path}/confirmation`)).status).toBe(303);
  expect((await ada.post(`${path}/confirmation`)).status).toBe(303);
  expect((await ada.get(path)).html).toContain('Items are being added');
  await workOn(work, id);
  expect((await ada.get(path)).html).toContain('2 items added.');
  expect((await ada.get(`/apps/${app.id}/imports`)).html).toMatch(/items\.csv.*2 items added/s);
  expect(await db.read.$count(items)).toBe(2);
});

test('fields that changed since: nothing is written, it is said, and the file is read once more', async () => {
  const { ada, app, given, columns, work, load, db } = await opened();
  const { id, path } = await given('Name,Age\nBea,44\n');
  await ada.post(path, columns);
  await workOn(work, id);
  await db.write((tx) => tx.update(fields).set({ required: true }).where(eq(fields.appId, app.id)));
  const refused = await ada.post(`${path}/confirmation`);
  expect(refused.status).toBe(409);
  expect(refused.html).toContain('The app has changed since the file was read.');
  expect((await load(id)).state).toBe('reading');
  expect(await db.read.$count(items)).toBe(0);
});

test('one file at a time is written into an app', async () => {
  const { ada, given, columns, work, load } = await opened();
  const [one, other] = [await given('Name,Age\nBea,44\n'), await given('Name,Age\nCid,44\n')];
  for (const { id, path } of [one, other]) {
    await ada.post(path, columns);
    await workOn(work, id);
  }
  expect((await ada.post(`${one.path}/confirmation`)).status).toBe(303);
  const refused = await ada.post(`${other.path}/confirmation`);
  expect(refused.status).toBe(409);
  expect(refused.html).toContain('Another file is being imported into this app just now.');
  expect((await load(other.id)).state).toBe('read');
});

test('an import that is cancelled lets its file go, and cannot be gone on with', async () => {
  const { ada, given, columns, load, db } = await opened();
  const { id, path } = await given('Name,Age\nBea,44\n');
  expect((await ada.post(`${path}/cancellation`)).status).toBe(303);
  expect((await ada.get(path)).html).toContain('Import cancelled');
  expect(await load(id)).toMatchObject({ state: 'cancelled', fileId: null });
  for (const step of ['', '/confirmation', '/columns']) await ada.post(`${path}${step}`, columns);
  expect((await load(id)).state).toBe('cancelled');
  expect(await db.read.$count(items)).toBe(0);
});

test('what an export was narrowed to, and how many items went out, is in the audit log before they go', async () => {
  const { ada, app, db, adminId } = await opened();
  for (const Age of [18, 44, 45]) await addItem(db, app, { Name: `Aged ${Age}`, Age }, { actor: adminId });
  const n = app.fields[1]?.n;
  const { html, headers } = await ada.get(`/apps/${app.id}/export?f${n}.from=40&sort=f${n}`);
  expect(headers.get('content-type')).toContain('text/csv');
  const lines = html.replace(/^\uFEFF/, '').split('\r\n');
  expect(lines.map((line) => line.split(',').slice(0, 3).join())).toEqual([
    'No.,Name,Age',
    '2,Aged 44,44',
    '3,Aged 45,45',
    '',
  ]);
  const [entry] = await db.read.select().from(audit).where(eq(audit.action, 'items.exported'));
  expect(entry).toMatchObject({ actorId: adminId, objectId: app.id, after: { items: 2 } });
  expect(Object(entry?.after).filter).toContain('40');
});
