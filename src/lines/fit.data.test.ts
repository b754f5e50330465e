import { describe, expect, test } from 'vitest';
import { archiveApp } from '../apps/build/archive.ts';
import { orRefused } from '../apps/build/refusal.ts';
import { removeField } from '../apps/build/remove.ts';
import { addApp, fieldNamed } from '../apps/testing.ts';
import type { Tx } from '../db/doors.ts';
import { testDb } from '../db/testing.ts';
import { changeLine, refusal } from './line.ts';
import { stampOf } from './merge.ts';
import { lineById } from './read.ts';
import type { LineSettings } from './settings.ts';
import { makeCompany } from './testing.ts';

const stage = async () => {
  const db = await testDb();
  const company = await makeCompany(db);
  const line = company.lines.customers;
  const clients = await addApp(db, 'Clients', [
    { kind: 'text', name: 'Name' },
    { kind: 'account', name: 'Accounts' },
  ]);
  const complaints = await addApp(db, 'Complaints', [
    { kind: 'reference', name: 'Client', options: { app: clients.id } },
  ]);
  const notes = await addApp(db, 'Notes', [{ kind: 'text', name: 'Text' }]);
  const by = { actor: company.admin, at: 1 };
  const stored = async () => {
    const found = await lineById(db.read, line);
    if (!found) throw new Error('no such line');
    return found;
  };
  const stamp = stampOf(await stored());
  const bind = (typed: Partial<LineSettings>) => (tx: Tx) => changeLine(tx, line, stamp, typed, by);
  const why = async (typed: Partial<LineSettings>) => {
    try {
      return (await db.write(bind(typed))).kind;
    } catch (error) {
      return refusal(error);
    }
  };
  const remove = (tx: Tx) =>
    removeField(tx, { app: clients.id, field: fieldNamed(clients, 'Accounts').id }, by).then(() => 'removed');
  return { db, line, clients, complaints, notes, by, stored, bind, why, remove };
};

test('a line is bound to what qualifies, and to nothing else', async () => {
  const { db, clients, complaints, notes, stored, why, by } = await stage();
  expect(await why({ linkApp: notes.id })).toBe('linkAppUnfit');
  expect(await why({ linkApp: complaints.id })).toBe('linkAppUnfit');
  expect(await why({ createdApps: [complaints.id, notes.id] })).toBe('createdAppUnfit');
  expect(await why({ linkApp: 'none' })).toBe('choiceGone');
  expect(await stored()).toMatchObject({ linkApp: null, createdApps: [] });
  expect(await why({ linkApp: clients.id, createdApps: [complaints.id, clients.id] })).toBe('changed');
  expect(await stored()).toMatchObject({
    linkApp: clients.id,
    createdApps: [clients.id, complaints.id].sort(),
  });
  expect(await orRefused(db.write((tx) => archiveApp(tx, clients.id, by)))).toMatchObject({
    refused: 'lines',
    lines: [{ name: 'Customers' }],
  });
});

describe('who binds an app, and who takes its Account field away at the same time', () => {
  const bindings: [string, (apps: { clients: string; complaints: string }) => Partial<LineSettings>][] = [
    ['as app for account link', ({ clients }) => ({ linkApp: clients })],
    ['as app that is created from chat', ({ clients }) => ({ createdApps: [clients] })],
    ['by a reference that leads to it', ({ complaints }) => ({ createdApps: [complaints] })],
  ];
  test.each(bindings)('%s: the second is refused, whichever that is', async (_, typed) => {
    for (const first of ['bind', 'remove'] as const) {
      const { db, clients, complaints, bind, remove, stored } = await stage();
      const settings = typed({ clients: clients.id, complaints: complaints.id });
      const start = {
        bind: () => db.write(bind(settings)).catch(refusal),
        remove: () => orRefused(db.write(remove)),
      };
      const second = first === 'bind' ? 'remove' : 'bind';
      const [one, other] = await Promise.all([start[first](), start[second]()]);
      const [bound, removed] = first === 'bind' ? [one, other] : [other, one];
      if (first === 'bind') {
        expect(bound).toMatchObject({ kind: 'changed' });
        expect(removed).toMatchObject({ refused: 'lines', lines: [{ name: 'Customers' }] });
        expect(await stored()).toMatchObject(settings);
      } else {
        expect(removed).toEqual({ done: 'removed' });
        expect(bound).toMatch(/Unfit$/);
        expect(await stored()).toMatchObject({ linkApp: null, createdApps: [] });
      }
    }
  });
});
