import { and, eq, gt, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Db } from './doors.ts';
import { audit, groupMembers, groups, settings, users } from './schema.ts';
import { type Params, statement, writeStatement } from './statement.ts';
import { testDb } from './testing.ts';

/** Two people in one group of two, the other one empty, so that a join finds and misses. */
const company = async (): Promise<Db> => {
  const db = await testDb();
  const group = (id: string) => ({ id, name: id, nameKey: id, createdAt: 1 });
  const person = (id: string, sound: boolean) => ({
    id,
    name: id,
    nameKey: id,
    email: id,
    emailKey: id,
    passwordHash: 'none that fits',
    theme: 'auto' as const,
    sound,
    active: true,
    createdAt: 1,
  });
  await db.write(async (tx) => {
    await tx.insert(groups).values([group('g'), group('empty')]);
    await tx.insert(users).values([person('a', true), person('b', false)]);
    await tx.insert(groupMembers).values([
      { groupId: 'g', userId: 'a' },
      { groupId: 'g', userId: 'b' },
    ]);
  });
  return db;
};

// What is read here without Drizzle's help has to be what Drizzle reads.
describe('a prepared statement answers what the same query answers unprepared', () => {
  it('for whole rows, with yes and no and nothing', async () => {
    const db = await company();
    const rows = await statement((door) => door.select().from(users).orderBy(users.id))(db.read);
    expect(rows).toEqual(await db.read.select().from(users).orderBy(users.id));
    expect(rows.map(({ sound, language }) => [sound, language])).toEqual([
      [true, null],
      [false, null],
    ]);
  });

  it('for parts of rows, nested, with expressions', async () => {
    const db = await company();
    const fields = {
      id: users.id,
      is: { loud: users.sound, twice: sql<number>`${users.createdAt} * 2` },
      shout: sql<string>`upper(${users.id})`.mapWith((text: string) => `${text}!`).as('shout'),
      groups: db.read.$count(groupMembers, eq(groupMembers.userId, users.id)),
    };
    const rows = await statement((door) => door.select(fields).from(users).orderBy(users.id))(db.read);
    expect(rows).toEqual(await db.read.select(fields).from(users).orderBy(users.id));
    expect(rows[0]).toEqual({ id: 'a', is: { loud: true, twice: 2 }, shout: 'A!', groups: 1 });
  });

  it('for joins that always find, and those that may not', async () => {
    const db = await company();
    const inner = statement((door, p: Params<{ group: string }>) =>
      door
        .select()
        .from(groupMembers)
        .innerJoin(users, eq(users.id, groupMembers.userId))
        .where(eq(groupMembers.groupId, p('group')))
        .orderBy(users.id),
    );
    expect((await inner(db.read, { group: 'g' })).map(({ users: { id, sound } }) => [id, sound])).toEqual([
      ['a', true],
      ['b', false],
    ]);
    const left = statement((door) =>
      door
        .select({ id: groups.id, member: groupMembers })
        .from(groups)
        .leftJoin(groupMembers, and(eq(groupMembers.groupId, groups.id), eq(groupMembers.userId, 'a')))
        .orderBy(groups.id),
    );
    expect(await left(db.read)).toEqual([
      { id: 'empty', member: null },
      { id: 'g', member: { groupId: 'g', userId: 'a' } },
    ]);
  });

  it('for rows found by a subquery', async () => {
    const db = await company();
    const loud = statement((door) => {
      const some = door
        .select({ id: users.id, sound: users.sound })
        .from(users)
        .where(eq(users.sound, true))
        .as('some');
      return door.select().from(some);
    });
    expect(await loud(db.read)).toEqual([{ id: 'a', sound: true }]);
  });
});

describe('the parameters of a prepared statement', () => {
  it('are encoded for their column, nothing included', async () => {
    const db = await testDb();
    const entry = {
      id: 'x',
      at: 1,
      actorId: null,
      action: 'a',
      objectId: 'o',
      memberId: null,
      before: null,
      after: { deep: [1, null] },
    };
    const add = writeStatement((tx, p: Params<typeof entry>) =>
      tx
        .insert(audit)
        .values({ ...entry, actorId: p('actorId'), before: p('before'), after: p('after') })
        .returning(),
    );
    expect(await db.write((tx) => add(tx, entry))).toEqual([entry]);
    const nothing = db.read.select().from(audit).where(sql`${audit.before} is null`);
    expect(await nothing).toHaveLength(1);
  });

  it('serve in a limit and several times', async () => {
    const db = await company();
    const some = statement((door, p: Params<{ most: number; at: number }>) =>
      door
        .select({ id: users.id })
        .from(users)
        .where(and(gt(users.createdAt, p('at')), gt(users.createdAt, p('at'))))
        .limit(p('most')),
    );
    expect(await some(db.read, { most: 1, at: 0 })).toHaveLength(1);
    expect(await some(db.read, { most: 5, at: 0 })).toHaveLength(2);
    expect(await some(db.read, { most: 5, at: 1 })).toEqual([]);
  });

  it('may be a yes or a no where they are stored', async () => {
    const db = await company();
    const hush = writeStatement((tx, p: Params<{ sound: boolean }>) => tx.update(users).set({ sound: p('sound') }));
    expect(await db.write((tx) => hush(tx, { sound: false }))).toBe(2);
    expect((await db.read.select({ sound: users.sound }).from(users)).map(({ sound }) => sound)).toEqual([
      false,
      false,
    ]);
  });

  it('serve a statement in both doors', async () => {
    const db = await testDb();
    const all = statement((door) => door.select().from(settings));
    expect(await all(db.read)).toEqual([]);
    await db.write(async (tx) => {
      await tx.insert(settings).values({ key: 'a', value: '1' });
      expect(await all(tx)).toEqual([{ key: 'a', value: '1' }]);
    });
    expect(await all(db.read)).toHaveLength(1);
  });
});
