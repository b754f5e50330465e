import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { App } from '../apps/app.ts';
import { numberOf } from '../apps/fields/title.ts';
import type { Item } from '../apps/items/item.ts';
import type { Reader } from '../db/doors.ts';
import { audit, users } from '../db/schema.ts';
import type { RecordRefusal } from './refusal.ts';

/** Tells whoever came second to which item the client is linked, and who has done it. */
export const linkedAlready = async (
  db: Reader,
  app: App,
  items: readonly Item[],
  accountId: string,
): Promise<RecordRefusal> => {
  const last = items.at(-1);
  if (!last) throw new Error('It is linked to nothing.');
  const told = await db
    .select({ name: users.name, after: audit.after })
    .from(audit)
    .innerJoin(users, eq(users.id, audit.actorId))
    .where(and(eq(audit.objectId, accountId), eq(audit.action, 'account.linked')))
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(lookedAt);
  // The account may have come into items of other apps since.
  const found = told.find(({ after }) => where.safeParse(after).data?.item === last.id);
  const item = { id: last.id, number: numberOf(app, last.number), title: last.title };
  return { refused: 'linked', item, by: found?.name ?? null };
};

/** What the log says of a link beside the account. */
const where = z.object({ item: z.string() });

/** An account is linked a few times in its life; whoever did it long before so many stays unnamed. */
const lookedAt = 50;
