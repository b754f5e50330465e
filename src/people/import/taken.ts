import { setImmediate as breathe } from 'node:timers/promises';
import { inArray } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { searchKey } from '../../db/key.ts';
import { users } from '../../db/schema.ts';

/** By this two spellings of one email are known as one. */
export const emailKey = (email: string): string => searchKey(email);

/** The keys (`emailKey`) of those of the emails that somebody has. Others get their turn between the queries. */
export const takenEmails = async (db: Reader, emails: readonly string[]): Promise<ReadonlySet<string>> => {
  const taken = new Set<string>();
  for (let from = 0; from < emails.length; from += atOnce) {
    await breathe();
    const keys = emails.slice(from, from + atOnce).map(emailKey);
    const found = await db.select({ key: users.emailKey }).from(users).where(inArray(users.emailKey, keys));
    for (const { key } of found) taken.add(key);
  }
  return taken;
};

const atOnce = 500;
