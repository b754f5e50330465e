import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { accounts, conversations, users } from '../db/schema.ts';
import { testDb } from '../db/testing.ts';
import { newId } from '../id.ts';
import { addLine, makeCompany } from './testing.ts';
import { lineSeenBy } from './visible.ts';

const as = (id: string, administrator = false) => ({ id, administrator });

test('a line is known to those who write to it, operate, supervise or configure it, and to nobody else', async () => {
  const db = await testDb();
  const { admin, anna, vera, pavel, lines } = await makeCompany(db);
  const sees = (person: ReturnType<typeof as>, line: string) => lineSeenBy(db.read, person, line);
  expect(await sees(as(pavel), lines.support)).toEqual({ name: 'IT support', avatar: null });
  expect(await sees(as(pavel), lines.customers)).toBeNull();
  expect(await sees(as(anna), lines.customers)).not.toBeNull();
  expect(await sees(as(vera), lines.customers)).not.toBeNull();
  expect(await sees(as(admin), lines.customers)).toBeNull();
  expect(await sees(as(admin, true), lines.customers)).not.toBeNull();
  expect(await sees(as(admin, true), newId())).toBeNull();
});

test('whoever wrote to a line once still knows it when it is archived or their right is gone', async () => {
  const db = await testDb();
  const { pavel, boris, groups } = await makeCompany(db);
  const old = await addLine(db, 'Old', { audience: [groups.everyone], archived: true });
  expect(await lineSeenBy(db.read, as(pavel), old)).toBeNull();
  await db.write(async (tx) => {
    const accountId = newId();
    await tx.insert(accounts).values({ id: accountId, channel: 'chat', userId: pavel, name: 'Pavel', createdAt: 0 });
    await tx.insert(conversations).values({
      id: newId(),
      lineId: old,
      accountId,
      clientUserId: pavel,
      lastSeq: 0,
      clientCount: 0,
      answerCount: 0,
      clientReadSeq: 0,
      clientReadAnswers: 0,
      deskReadSeq: 0,
      lastAt: 0,
      lastKind: 'client',
      lastText: '',
      createdAt: 0,
    });
  });
  expect(await lineSeenBy(db.read, as(pavel), old)).toMatchObject({ name: 'Old' });
  expect(await lineSeenBy(db.read, as(boris), old)).toBeNull();
});

test('whoever is deactivated knows no line by role or audience', async () => {
  const db = await testDb();
  const { gleb, lines } = await makeCompany(db);
  expect(await lineSeenBy(db.read, as(gleb), lines.support)).not.toBeNull();
  await db.write(async (tx) => {
    await tx.update(users).set({ active: false }).where(eq(users.id, gleb));
  });
  expect(await lineSeenBy(db.read, as(gleb), lines.support)).toBeNull();
});
