import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Db } from '../db/doors.ts';
import type { Fact } from '../db/facts.ts';
import { groupMembers, lineAudienceGroups, lineAudienceUnits, lines, users } from '../db/schema.ts';
import { newId } from '../id.ts';
import { addUser } from '../lines/testing.ts';
import { endSignIns } from '../people/sign-in/sign-ins.ts';
import { createUnit, moveUnit } from '../people/units/change.ts';
import { joinUnit } from '../people/units/place.ts';
import { releaseLostSessions } from '../sessions/release.ts';
import { company, db, hub, start, useStage } from './stage.testing.ts';
import { look, type Screen, signInOf, write } from './testing.ts';

useStage();

describe('rights', () => {
  test('lost in the same commit as a message keep it from whoever lost them', async () => {
    const { anna, boris, pavel } = company;
    const [lost, kept] = [await look(db, hub, anna), await look(db, hub, boris)];
    const group = company.groups.operators;
    const leaves = db.write(async (tx) => {
      await tx.delete(groupMembers).where(and(eq(groupMembers.groupId, group), eq(groupMembers.userId, anna)));
      await tx.record({ kind: 'rights', ids: { group } }, { actor: null, action: 'group.left', object: group });
    });
    await Promise.all([write(db, pavel, company.lines.support, 'Not for Anna'), leaves]);
    await hub.settled();
    expect(kept.html).toContain('Not for Anna');
    expect(lost.bytes).not.toContain('Not for Anna');
    expect(lost.signals()).toEqual(['reload now', 'bye again']);
    expect(lost.ended).toBe(true);
    expect(kept.ended).toBe(false);
  });

  test('lost while the message was being rendered keep it, too', async () => {
    const { anna, boris, pavel } = company;
    const group = company.groups.operators;
    let tell: (facts: readonly Fact[]) => void = () => {};
    let whenRead = () => {};
    const subscribe = (listener: typeof tell) => {
      tell = listener;
      return () => {};
    };
    const slowly: Db = Object.create(db, {
      read: {
        get: () => {
          whenRead();
          return db.read;
        },
      },
      facts: { value: { ...db.facts, subscribe } },
    });
    await hub.close();
    start({ db: slowly });
    const [lost, kept] = [await look(db, hub, anna), await look(db, hub, boris)];
    const before = db.facts.cursor();
    await write(db, pavel, company.lines.support, 'Not for Anna');
    await db.write(async (tx) => {
      await tx.delete(groupMembers).where(and(eq(groupMembers.groupId, group), eq(groupMembers.userId, anna)));
      await tx.record({ kind: 'rights', ids: { group } }, { actor: null, action: 'group.left', object: group });
    });
    const facts = [...((await db.facts.since(before, 10)) as readonly Fact[])];
    const rights = facts.splice(-1);
    // The hub hears of the message first, and of the loss only while it looks the message up.
    whenRead = () => {
      whenRead = () => {};
      tell(rights);
    };
    tell(facts);
    await hub.settled();
    expect(kept.html).toContain('Not for Anna');
    expect(lost.bytes).not.toContain('Not for Anna');
    expect(lost.ended).toBe(true);
  });

  test('gained make the page load again with what is new on it', async () => {
    const { pavel } = company;
    const screen = await look(db, hub, pavel);
    await db.write(async (tx) => {
      const group = company.groups.operators;
      await tx.insert(groupMembers).values({ groupId: group, userId: pavel });
      await tx.record({ kind: 'rights', ids: { group } }, { actor: null, action: 'group.joined', object: group });
    });
    await hub.settled();
    expect(screen.signals()).toEqual(['reload now', 'bye again']);
  });

  test('end with a deactivation', async () => {
    const screen = await look(db, hub, company.anna);
    await db.write(async (tx) => {
      await tx.update(users).set({ active: false }).where(eq(users.id, company.anna));
      await releaseLostSessions(tx, company.admin, Date.now());
      const person = company.anna;
      await tx.record({ kind: 'rights', ids: { person } }, { actor: null, action: 'user.deactivated', object: person });
    });
    await hub.settled();
    expect(screen.signals()).toEqual(['bye signed-out']);
    await expect(look(db, hub, company.anna)).rejects.toThrow('signed-out');
  });
});

describe('who may write to a line', () => {
  const support = () => company.lines.support;
  const entry = { actor: null, action: 'line.changed', object: 'line' } as const;
  const askedAgain = (screen: Screen) => [...screen.html.matchAll(/data-writers="([^"]*)"/g)].map(([, lines]) => lines);
  /** Everybody may write to "IT support" but those who are only in Operators and Supervisors. */
  const narrow = () =>
    db.write(async (tx) => {
      const { everyone, operators } = company.groups;
      await tx.update(lineAudienceGroups).set({ groupId: operators }).where(eq(lineAudienceGroups.groupId, everyone));
      await tx.record({ kind: 'rights', ids: { line: support() } }, entry);
    });

  test('is told to the pages of those for whom it changed, whose streams go on, and to nobody else', async () => {
    const [lost, kept] = [await look(db, hub, company.pavel), await look(db, hub, company.anna)];
    await narrow();
    await hub.settled();
    expect(askedAgain(lost)).toEqual([support()]);
    expect(lost.cursor).toBe(db.facts.cursor());
    expect(askedAgain(kept)).toEqual([]);
    expect([...lost.signals(), ...kept.signals()]).toEqual([]);
  });

  test('changes with the unit around a unit in which somebody is placed, and back', async () => {
    const at = Date.now();
    const [above, below] = [newId(), newId()];
    await db.write(async (tx) => {
      await createUnit(tx, company.admin, { id: above, parentId: null, kind: 'department', name: 'Sales', at });
      await createUnit(tx, company.admin, { id: below, parentId: null, kind: 'position', name: 'Clerk', at });
      await joinUnit(tx, company.admin, below, company.pavel);
      await tx.insert(lineAudienceUnits).values({ lineId: company.lines.customers, unitId: above });
    });
    const [screen, other] = [await look(db, hub, company.pavel), await look(db, hub, company.gleb)];
    await db.write((tx) => moveUnit(tx, company.admin, below, above));
    await hub.settled();
    expect(askedAgain(screen)).toEqual([company.lines.customers]);
    await db.write((tx) => moveUnit(tx, company.admin, below, null));
    await hub.settled();
    expect(askedAgain(screen)).toEqual([company.lines.customers, company.lines.customers]);
    expect(askedAgain(other)).toEqual([]);
  });

  test('changes for many at once: their pages are not all loaded again in the same moment', async () => {
    const screens: Screen[] = [];
    for (let i = 0; i < 60; i++) screens.push(await look(db, hub, await addUser(db, `Writer ${i}`)));
    await narrow();
    await hub.settled();
    for (const screen of screens) expect(screen.html).toContain('data-when="soon"');
  });

  test('changed between the page and its stream makes the page load again, though nothing was sent yet', async () => {
    const after = db.facts.cursor();
    // The hub has not looked at it when the stream is asked for.
    await narrow();
    const screen = await look(db, hub, company.pavel, { after });
    expect(screen.signals()).toEqual(['reload soon']);
  });
});

describe('a sign-in that ends', () => {
  test('ends its own streams and no other of the person', async () => {
    const [signIn, another] = [await signInOf(db, company.anna), await signInOf(db, company.anna)];
    const [ended, stays] = [
      await look(db, hub, company.anna, { signIn }),
      await look(db, hub, company.anna, { signIn: another }),
    ];
    await db.write((tx) => endSignIns(tx, company.anna, another));
    await hub.settled();
    expect(ended.signals()).toEqual(['bye signed-out']);
    expect(stays.signals()).toEqual([]);
    await expect(look(db, hub, company.anna, { signIn })).rejects.toThrow('signed-out');
  });
});

test('a line that is called otherwise makes the pages of its desk and its clients load again, and nobody else’s', async () => {
  const { anna, pavel, admin } = company;
  await write(db, pavel, company.lines.support, 'Hello');
  await hub.settled();
  const [operator, client, other] = [await look(db, hub, anna), await look(db, hub, pavel), await look(db, hub, admin)];
  await db.write(async (tx) => {
    await tx.update(lines).set({ name: 'Helpdesk' }).where(eq(lines.id, company.lines.support));
    const line = company.lines.support;
    await tx.record({ kind: 'line', ids: { line } }, { actor: null, action: 'line.changed', object: line });
  });
  await hub.settled();
  expect(operator.signals()).toEqual(['reload soon']);
  expect(client.signals()).toEqual(['reload soon']);
  expect(other.signals()).toEqual([]);
  operator.clear();
  await write(db, await addUser(db, 'Sveta'), company.lines.support, 'Hi');
  await hub.settled();
  expect(operator.html).toContain('Helpdesk: Unassigned, 2');
});
