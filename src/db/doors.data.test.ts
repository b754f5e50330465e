import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Db, Tx } from './doors.ts';
import type { Fact } from './facts.ts';
import { audit, facts, settings, users } from './schema.ts';
import { type Params, statement, writeStatement } from './statement.ts';
import { testDb } from './testing.ts';
import { isUniqueViolation } from './violations.ts';

const put = writeStatement((tx, p: Params<{ key: string; value: string }>) =>
  tx.insert(settings).values({ key: p('key'), value: p('value') }),
);
const byKey = statement((db, p: Params<{ key: string }>) =>
  db
    .select()
    .from(settings)
    .where(eq(settings.key, p('key'))),
);
const keys = async (db: Db) => (await db.read.select().from(settings)).map(({ key }) => key).sort();

describe('db.write', () => {
  it('stores what a unit of work did, and answers with what it returned', async () => {
    const db = await testDb();
    const answer = await db.write(async (tx) => {
      await tx.insert(settings).values({ key: 'a', value: '1' });
      return (await tx.select().from(settings)).length;
    });
    expect(answer).toBe(1);
    expect(await keys(db)).toEqual(['a']);
  });

  it('undoes a unit that throws, and leaves those beside it', async () => {
    const db = await testDb();
    const results = await Promise.allSettled([
      db.write((tx) => put(tx, { key: 'a', value: '1' })),
      db.write(async (tx) => {
        await put(tx, { key: 'b', value: '1' });
        throw new Error('changed my mind');
      }),
      db.write((tx) => put(tx, { key: 'c', value: '1' })),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(results[1]).toMatchObject({ reason: { message: 'changed my mind' } });
    expect(await keys(db)).toEqual(['a', 'c']);
  });

  it('undoes a unit that throws at once, before it returns a promise', async () => {
    const db = await testDb();
    const hasty = () => {
      throw new Error('at once');
    };
    await expect(db.write(hasty)).rejects.toThrow('at once');
    await db.write((tx) => put(tx, { key: 'a', value: '1' }));
    expect(await keys(db)).toEqual(['a']);
  });

  it('runs units strictly one after another', async () => {
    const db = await testDb();
    await db.write((tx) => put(tx, { key: 'n', value: '0' }));
    const increment = () =>
      db.write(async (tx) => {
        const [row] = await byKey(tx, { key: 'n' });
        const value = String(Number(row?.value) + 1);
        await tx.update(settings).set({ value }).where(eq(settings.key, 'n'));
      });
    await Promise.all(Array.from({ length: 20 }, increment));
    expect(await byKey(db.read, { key: 'n' })).toEqual([{ key: 'n', value: '20' }]);
  });

  it('refuses a write or a read inside a write, and goes on', async () => {
    const db = await testDb();
    await expect(db.write(() => db.write(async () => 1))).rejects.toThrow('db.write inside db.write');
    await expect(db.write(async () => db.read.select().from(settings))).rejects.toThrow('db.read inside db.write');
    await expect(db.write(async () => byKey(db.read, { key: 'a' }))).rejects.toThrow('db.read inside db.write');
    const query = db.read.select().from(settings);
    expect(await query).toEqual([]);
    expect(await db.write(async () => 'fine')).toBe('fine');
  });

  it('ends the tx with its unit', async () => {
    const db = await testDb();
    const tx = await db.write(async (inner) => ({ inner }));
    expect(() => tx.inner.insert(settings)).toThrow('is over');
    await expect(put(tx.inner, { key: 'a', value: '1' })).rejects.toThrow('is over');
    await expect(tx.inner.record({ kind: 'person', ids: { person: 'l' } })).rejects.toThrow('is over');
  });

  it('says which unit of work is running around the caller', async () => {
    const db = await testDb();
    expect(db.current()).toBeUndefined();
    await db.write(async (tx) => {
      await tx.select().from(settings);
      expect(db.current()).toBe(tx);
    });
    expect(db.current()).toBeUndefined();
  });

  it('names the key that is taken', async () => {
    const db = await testDb();
    const person = (id: string, emailKey: string) => ({
      id,
      name: '',
      nameKey: '',
      email: '',
      emailKey,
      passwordHash: 'none that fits',
      theme: 'auto' as const,
      sound: true,
      active: true,
      createdAt: 1,
    });
    const add = (id: string, emailKey: string) => db.write(async (tx) => tx.insert(users).values(person(id, emailKey)));
    await add('1', 'a@b');
    const email = await add('2', 'a@b').catch((error: unknown) => error);
    const key = await add('1', 'c@d').catch((error: unknown) => error);
    expect([isUniqueViolation(email), isUniqueViolation(email, 'users_email')]).toEqual([true, true]);
    expect([isUniqueViolation(email, 'users_pkey'), isUniqueViolation(new Error('other'))]).toEqual([false, false]);
    expect([isUniqueViolation(key, 'users_pkey'), isUniqueViolation(key, 'users_email')]).toEqual([true, false]);
  });
});

describe('prepared statements', () => {
  it('answer rows with `returning`, and the number of rows without', async () => {
    const db = await testDb();
    const rename = writeStatement((tx, p: Params<{ key: string; value: string }>) =>
      tx
        .update(settings)
        .set({ value: p('value') })
        .where(eq(settings.key, p('key')))
        .returning(),
    );
    const remove = writeStatement((tx) => tx.delete(settings));
    await db.write(async (tx) => {
      expect(await put(tx, { key: 'a', value: '1' })).toBe(1);
      expect(await put(tx, { key: 'b', value: '1' })).toBe(1);
      expect(await rename(tx, { key: 'a', value: '2' })).toEqual([{ key: 'a', value: '2' }]);
      expect(await rename(tx, { key: 'x', value: '2' })).toEqual([]);
      expect(await byKey(tx, { key: 'a' })).toEqual([{ key: 'a', value: '2' }]);
      expect(await remove(tx)).toBe(2);
    });
  });
});

describe('facts', () => {
  it('are told after the commit, in order, and only those that were committed', async () => {
    const db = await testDb({ now: () => 77 });
    const told: Fact[] = [];
    db.facts.subscribe((some) => told.push(...some));
    const person = (id: string) => ({ kind: 'person', ids: { person: id } }) as const;
    const before = db.facts.cursor();
    await Promise.allSettled([
      db.write(async (tx) => {
        await tx.record(person('a'));
        expect(told).toEqual([]);
      }),
      db.write(async (tx) => {
        await tx.record(person('never'));
        throw new Error('no');
      }),
      db.write(async (tx) => {
        await tx.record(person('b'));
        await tx.record(person('c'));
      }),
    ]);
    expect(told.map((fact) => fact.ids)).toEqual([{ person: 'a' }, { person: 'b' }, { person: 'c' }]);
    expect(told.every((fact) => fact.at === 77)).toBe(true);
    expect(told.map(({ seq }) => seq)).toEqual(told.map(({ seq }) => seq).toSorted((a, b) => a - b));
    expect(db.facts.cursor()).toBe(told.at(-1)?.seq);
    expect(await db.facts.since(before, 10)).toEqual(told);
    expect(await db.facts.since(before, 2)).toEqual(told.slice(0, 2));
    expect(await db.facts.since(db.facts.cursor(), 2)).toEqual([]);
  });

  it('are not told to who has unsubscribed', async () => {
    const db = await testDb();
    let calls = 0;
    const stop = db.facts.subscribe(() => calls++);
    const write = () => db.write((tx) => tx.record({ kind: 'person', ids: { person: 'a' } }));
    await write();
    stop();
    await write();
    expect(calls).toBe(1);
  });

  it('are gone when some of them were trimmed, or when they lie in the future', async () => {
    let time = 1;
    const db = await testDb({ now: () => time++ });
    for (const id of ['a', 'b', 'c']) await db.write((tx) => tx.record({ kind: 'person', ids: { person: id } }));
    const [first, second, third] = (await db.read.select().from(facts)).map(({ seq }) => seq);
    expect(third).toBe(db.facts.cursor());
    await db.facts.trim(3);
    expect((await db.read.select().from(facts)).map(({ seq }) => seq)).toEqual([third]);
    expect(await db.facts.since(first ?? 0, 10)).toBe('gone');
    expect(await db.facts.since(second ?? 0, 10)).toMatchObject([{ ids: { person: 'c' } }]);
    expect(await db.facts.since((third ?? 0) + 1, 10)).toBe('gone');
    await db.facts.trim(1_000);
    expect(await db.facts.since(third ?? 0, 10)).toEqual([]);
  });

  it('are told several at once, with the one entry of their change', async () => {
    const db = await testDb();
    const told: Fact[] = [];
    db.facts.subscribe((some) => told.push(...some));
    const entry = { actor: 'ada', action: 'line.archived', object: 'l' } as const;
    const both = [
      { kind: 'line', ids: { line: 'l' } },
      { kind: 'rights', ids: { line: 'l' } },
    ] as const;
    await db.write((tx) => tx.record(both, entry));
    expect(told.map(({ kind, ids }) => ({ kind, ids }))).toEqual(both);
    expect(await db.read.select().from(audit)).toHaveLength(1);
  });
});

describe('the audit log', () => {
  const entry = (object: string) => ({ actor: null, action: 'group.created', object, after: { name: 'x' } }) as const;

  it('keeps what was done, with or without a fact', async () => {
    const db = await testDb({ now: () => 5 });
    await db.write((tx) => tx.record(null, entry('o')));
    expect(await db.read.select().from(audit)).toMatchObject([
      { at: 5, actorId: null, action: 'group.created', objectId: 'o', before: null, after: { name: 'x' } },
    ]);
    expect(await db.read.select().from(facts)).toEqual([]);
  });

  it('is needed by what changes rights and settings, and takes nothing of conversations', () => {
    // Never run: whether it compiles is the test.
    const never = async (tx: Tx) => {
      // @ts-expect-error rights without an entry
      await tx.record({ kind: 'rights', ids: {} });
      // @ts-expect-error a line without an entry
      await tx.record({ kind: 'line', ids: { line: 'l' } });
      // @ts-expect-error a reading with one
      await tx.record({ kind: 'seen', ids: { line: 'l', conversation: 'c', person: 'p' } }, entry('o'));
      // @ts-expect-error nothing at all
      await tx.record(null);
      // @ts-expect-error something that has no words
      await tx.record(null, { ...entry('o'), action: 'group.painted' });
      // @ts-expect-error a field that has none
      await tx.record(null, { ...entry('o'), after: { colour: 'red' } });
    };
    expect(never).toBeTypeOf('function');
  });

  it('takes very many entries at once, in their order', async () => {
    const db = await testDb();
    const told: Fact[] = [];
    db.facts.subscribe((some) => told.push(...some));
    const objects = Array.from({ length: 1_201 }, (_, number) => `o${number}`);
    await db.write((tx) => tx.recordAll({ kind: 'rights', ids: {} }, objects.map(entry)));
    const rows = await db.read.select().from(audit).orderBy(audit.at, audit.id);
    expect(rows.map((row) => row.objectId)).toEqual(objects);
    expect(rows[0]).toMatchObject({ actorId: null, before: null, after: { name: 'x' } });
    expect(told).toHaveLength(1);
    await db.write((tx) => tx.recordAll(null, []));
    expect(told).toHaveLength(1);
  });

  it('names the person who came or left besides what they came to', async () => {
    const db = await testDb();
    const told = { actor: 'ada', object: 'o' };
    await db.write(async (tx) => {
      await tx.record(null, { ...told, action: 'group.joined', after: { member: 'bea' } });
      await tx.record(null, { ...told, action: 'group.left', before: { member: 'bea' } });
      await tx.record(null, { ...told, action: 'unit.head-changed', before: { head: null }, after: { head: 'cid' } });
      await tx.record(null, { ...told, action: 'group.renamed', before: { name: 'bea' }, after: { name: 'B' } });
    });
    const rows = await db.read.select({ member: audit.memberId }).from(audit).orderBy(audit.at, audit.id);
    expect(rows.map(({ member }) => member)).toEqual(['bea', 'bea', 'cid', null]);
  });

  it('only grows: nothing in it is ever changed or deleted', async () => {
    const db = await testDb();
    await db.write((tx) => tx.record(null, entry('o')));
    const kept = await db.read.select().from(audit);
    const change = db.write(async (tx) => tx.update(audit).set({ actorId: 'somebody else' }));
    expect(await reasonOf(change)).toContain('the audit log only grows');
    const removal = db.write(async (tx) => tx.delete(audit).where(eq(audit.objectId, 'o')));
    expect(await reasonOf(removal)).toContain('the audit log only grows');
    expect(kept).toHaveLength(1);
    expect(await db.read.select().from(audit)).toEqual(kept);
  });
});

/** What the database said, however deep it lies. */
const reasonOf = async (work: Promise<unknown>): Promise<string> => {
  let error: unknown = await work.catch((refused: unknown) => refused);
  let text = '';
  for (; error instanceof Error; error = error.cause) text += `${error.message}\n`;
  return text;
};
