import { expect, test } from 'vitest';
import type { Db } from './doors.ts';
import { openSqlite } from './open.sqlite.ts';
import { renumberFacts } from './renumber-facts.sqlite.ts';
import { testFile } from './testing.ts';

const tell = (db: Db) => db.write((tx) => tx.record({ kind: 'person', ids: { person: 'anna' } }));

test.each([0, 3])('after %s facts of old, no page of old resumes among the new ones', async (old) => {
  const file = testFile();
  const before = await openSqlite({ file });
  for (let i = 0; i < old; i++) await tell(before);
  await before.close();
  renumberFacts(file);
  const db = await openSqlite({ file });
  // Pages got numbers after the backup as well.
  const lastKnown = old + 2;
  expect(await db.facts.since(lastKnown, 10)).toBe('gone');
  for (let i = 0; i < 10; i++) await tell(db);
  expect(await db.facts.since(lastKnown, 10)).toBe('gone');
  expect(await db.facts.since(db.facts.cursor() - 1, 10)).toHaveLength(1);
  await db.close();
});
