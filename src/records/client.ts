import { eq } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { accounts, users } from '../db/schema.ts';
import { type Params, statement } from '../db/statement.ts';

/** What is told of an account: by its messenger, or by the employee's own page. Nobody has verified it. */
export type AccountFacts = { name: string; phone: string | null; email: string | null };

/** What is known of an account. */
export const accountFacts = async (db: Reader, accountId: string): Promise<AccountFacts> => {
  const [found] = await byId(db, { id: accountId });
  if (!found) return { name: '', phone: null, email: null };
  return { name: found.user ?? found.name, phone: found.phone, email: found.email };
};

const byId = statement((db, p: Params<{ id: string }>) =>
  db
    .select({ name: accounts.name, phone: accounts.phone, email: accounts.email, user: users.name })
    .from(accounts)
    .leftJoin(users, eq(users.id, accounts.userId))
    .where(eq(accounts.id, p('id'))),
);
