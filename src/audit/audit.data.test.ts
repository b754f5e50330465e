import { describe, expect, test } from 'vitest';
import type { Db } from '../db/doors.ts';
import type { AuditEntry } from '../db/facts.ts';
import { audit } from '../db/schema.ts';
import { testDb } from '../db/testing.ts';
import { addGroup, addLine, addUser } from '../lines/testing.ts';
import { createGroup, deleteGroup } from '../people/groups.ts';
import { joinGroup, leaveGroup } from '../people/membership.ts';
import { withNames } from './entries.ts';
import { findActors, findObjects, mostFound } from './find.ts';
import { listAudit } from './list.ts';
import type { AuditCursor, AuditFilter } from './shapes.ts';

/** A log of its own, a millisecond an entry, from 1 on. */
const opened = async (entries: readonly AuditEntry[] = []) => {
  let time = 0;
  const db = await testDb({ now: () => ++time });
  for (const entry of entries) await db.write((tx) => tx.record(null, entry));
  const objects = async (filter: AuditFilter) =>
    (await listAudit(db.read, filter, undefined, 1_000)).rows.map(({ objectId }) => objectId);
  return { db, objects };
};

const by = (actor: string | null, action: AuditEntry['action'], object: string): AuditEntry => ({
  actor,
  action,
  object,
});

describe('the audit log', () => {
  test('tells the newest first, a page at a time, also of what happened in one moment', async () => {
    const db = await testDb({ now: () => 7 });
    const objects = Array.from({ length: 25 }, (_, number) => `o${number}`);
    await db.write((tx) =>
      tx.recordAll(
        null,
        objects.map((object) => by('ada', 'user.created', object)),
      ),
    );
    await db.write((tx) => tx.record(null, by('ada', 'user.changed', 'last')));
    for (const filter of [{}, { actors: ['ada'] }, { actions: ['user.created', 'user.changed'] } as const])
      expect(await pages(db, filter, 10)).toEqual([
        ['last', ...objects.slice(16).reverse()],
        objects.slice(6, 16).reverse(),
        objects.slice(0, 6).reverse(),
      ]);
  });

  test('is narrowed to who, what, when and which thing, and to all of them at once', async () => {
    const { objects } = await opened([
      by('ada', 'user.created', 'bea'),
      by('bea', 'group.created', 'g'),
      { ...by('ada', 'group.joined', 'g'), after: { member: 'bea' } },
      by(null, 'user.password-link-created', 'bea'),
      by('ada', 'line.created', 'l'),
    ]);
    expect(await objects({})).toEqual(['l', 'bea', 'g', 'g', 'bea']);
    expect(await objects({ actors: ['ada'] })).toEqual(['l', 'g', 'bea']);
    expect(await objects({ actors: [null] })).toEqual(['bea']);
    expect(await objects({ actors: [null, 'bea'] })).toEqual(['bea', 'g']);
    expect(await objects({ actors: [] })).toEqual([]);
    expect(await objects({ actions: ['line.created', 'user.created'] })).toEqual(['l', 'bea']);
    expect(await objects({ objects: ['g'] })).toEqual(['g', 'g']);
    expect(await objects({ objects: [] })).toEqual([]);
    // What happened to Bea: she was created, came into a group, and was given a link.
    expect(await objects({ objects: ['bea'] })).toEqual(['bea', 'g', 'bea']);
    expect(await objects({ from: 2, until: 4 })).toEqual(['g', 'g']);
    expect(await objects({ actors: ['ada'], actions: ['group.joined', 'user.created'] })).toEqual(['g', 'bea']);
    expect(await objects({ actors: ['bea'], actions: ['group.joined'] })).toEqual([]);
    expect(await objects({ actors: [null], actions: ['user.password-link-created'], objects: ['bea'] })).toEqual([
      'bea',
    ]);
    expect(await objects({ actors: [], objects: ['bea'] })).toEqual([]);
    expect(await objects({ actors: ['ada'], objects: ['bea'], from: 3 })).toEqual(['g']);
  });

  test('takes the shorter way, and finds the same on either', async () => {
    const many = Array.from({ length: 30 }, (_, n) => by('ada', 'user.changed', `o${n}`));
    const { objects } = await opened([...many, by('bea', 'user.changed', 'x'), by('ada', 'user.created', 'y')]);
    expect(await objects({ actors: ['bea'], actions: ['user.changed'] })).toEqual(['x']);
    expect(await objects({ actors: ['ada'], actions: ['user.created'] })).toEqual(['y']);
    expect(await objects({ actors: ['bea'], actions: ['user.created'] })).toEqual([]);
  });
});

describe('names in the log', () => {
  test('stand for the ids of who, of what and of values; deleted things by the last name they had', async () => {
    const { db } = await opened();
    const ada = await addUser(db, 'Ada');
    const bea = await addUser(db, 'Bea');
    const gone = await db.write((tx) => createGroup(tx, ada, { name: 'Night shift', at: 1 }));
    await db.write((tx) => joinGroup(tx, ada, gone, bea));
    await db.write((tx) => leaveGroup(tx, ada, gone, bea));
    await db.write((tx) => deleteGroup(tx, ada, gone));
    const entries = await withNames(db.read, (await listAudit(db.read, {})).rows, 10);
    const group = { kind: 'group', id: gone, name: 'Night shift', gone: true };
    const member = { kind: 'names', names: [{ kind: 'user', id: bea, name: 'Bea', gone: false }], more: 0 };
    const nothing = { kind: 'nothing' };
    expect(entries.map(({ action, object, changes }) => ({ action, object, changes }))).toEqual([
      {
        action: 'group.deleted',
        object: group,
        changes: [{ field: 'name', before: { kind: 'text', text: 'Night shift' }, after: nothing }],
      },
      { action: 'group.left', object: group, changes: [{ field: 'member', before: member, after: nothing }] },
      { action: 'group.joined', object: group, changes: [{ field: 'member', before: nothing, after: member }] },
      {
        action: 'group.created',
        object: group,
        changes: [{ field: 'name', before: nothing, after: { kind: 'text', text: 'Night shift' } }],
      },
    ]);
    expect(entries[0]?.actor).toEqual({ kind: 'user', id: ada, name: 'Ada', gone: false });
  });

  test('are looked up for as many as are shown, and the rest is counted', async () => {
    const { db } = await opened();
    const ids = await Promise.all(['A', 'B', 'C'].map((name) => addGroup(db, name, [])));
    const line = await addLine(db, 'Payroll', {});
    const entry = { ...by('nobody', 'line.changed', line), after: { audienceGroups: ids, showOperator: false } };
    await db.write((tx) => tx.record(null, entry));
    const [shown] = await withNames(db.read, (await listAudit(db.read, {})).rows, 2);
    expect(shown?.actor).toEqual({ kind: 'user', id: 'nobody', name: 'nobody', gone: true });
    expect(shown?.object).toMatchObject({ kind: 'line', name: 'Payroll' });
    expect(shown?.changes).toMatchObject([
      { field: 'audienceGroups', after: { names: [{ name: 'A' }, { name: 'B' }], more: 1 } },
      { field: 'showOperator', before: { kind: 'nothing' }, after: { kind: 'flag', yes: false } },
    ]);
  });

  test('are not needed for what another version wrote: it is shown as it stands', async () => {
    const { db } = await opened();
    const values = { before: { toString: 1, shade: ['x'] }, after: null };
    const row = { id: 'i', at: 1, actorId: null, action: 'lamp.lit', objectId: 'o', memberId: null, ...values };
    await db.write(async (tx) => tx.insert(audit).values(row));
    const [shown] = await withNames(db.read, (await listAudit(db.read, {})).rows, 2);
    expect(shown).toMatchObject({ actor: null, action: 'lamp.lit', object: null, objectId: 'o' });
    expect(shown?.changes).toEqual([
      { field: 'shade', before: { kind: 'text', text: '["x"]' }, after: { kind: 'nothing' } },
      { field: 'toString', before: { kind: 'text', text: '1' }, after: { kind: 'nothing' } },
    ]);
  });
});

describe('what a typed name fits', () => {
  test('is found among people, groups and lines in any letter case, and among what was deleted', async () => {
    const { db } = await opened();
    const ada = await addUser(db, 'Ada Night');
    const group = await addGroup(db, 'NIGHT shift', []);
    const line = await addLine(db, 'Payroll', {});
    const gone = await db.write((tx) => createGroup(tx, ada, { name: 'Ночная смена', at: 1 }));
    await db.write((tx) => deleteGroup(tx, ada, gone));
    expect(await findObjects(db.read, 'night')).toEqual([ada, group]);
    expect(await findObjects(db.read, 'НОЧНАЯ')).toEqual([gone]);
    expect(await findObjects(db.read, 'pay')).toEqual([line]);
    expect(await findObjects(db.read, gone.toUpperCase())).toEqual([gone]);
    expect(await findObjects(db.read, '%')).toEqual([]);
    expect(await findActors(db.read, 'NIGHT')).toEqual([ada]);
    expect(await findActors(db.read, 'shift')).toEqual([]);
  });

  test('is not looked for when it is nearly everybody', async () => {
    const { db } = await opened();
    for (let number = 0; number <= mostFound; number++) await addUser(db, `Employee ${number}`);
    expect(await findActors(db.read, 'employee')).toBe('too-many');
    expect(await findObjects(db.read, 'employee')).toBe('too-many');
    expect(await findActors(db.read, 'employee 49')).toHaveLength(1);
  });
});

const pages = async (db: Db, filter: AuditFilter, size: number): Promise<string[][]> => {
  const found: string[][] = [];
  let after: AuditCursor | undefined;
  do {
    const page = await listAudit(db.read, filter, after, size);
    found.push(page.rows.map(({ objectId }) => objectId));
    after = page.after ?? undefined;
  } while (after);
  return found;
};
