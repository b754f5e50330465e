import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { newId } from '../id.ts';
import { insertMany } from './insert-many.ts';
import { audit } from './schema.ts';
import { testDb } from './testing.ts';

type Row = { id: string; at: number; actorId: string | null; action: string; objectId: string; after: unknown };

const insert = insertMany<Row>(['id', 'at', 'actorId', 'action', 'objectId', 'after'], (tx, rows) =>
  tx.insert(audit).values(rows),
);

const row = (at: number): Row => ({
  id: newId(),
  at,
  actorId: at % 2 ? null : 'ada',
  action: `line.${at}`,
  objectId: `o${at}`,
  after: at % 3 ? null : { name: `«${at}»`, members: [at] },
});

test.each([0, 1, 99, 100, 250])('%i rows are stored as they are, each once', async (count) => {
  const db = await testDb();
  const rows = Array.from({ length: count }, (_, at) => row(at));
  await db.write((tx) => insert(tx, rows));
  const { id, at, actorId, action, objectId, after } = audit;
  const found = await db.read.select({ id, at, actorId, action, objectId, after }).from(audit).orderBy(asc(at));
  expect(found).toEqual(rows);
});

test('of rows that break a key nothing stays', async () => {
  const db = await testDb();
  const rows = Array.from({ length: 150 }, (_, at) => row(at));
  const twice = [...rows, { ...row(151), id: rows[3]?.id ?? '' }];
  await expect(db.write((tx) => insert(tx, twice))).rejects.toThrow();
  expect(await db.read.$count(audit)).toBe(0);
});
