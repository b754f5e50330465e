import { and, asc, eq, exists, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { numberOf } from '../apps/fields/title.ts';
import { itemsSeenBy } from '../apps/items/scope.ts';
import type { Reader } from '../db/doors.ts';
import { accounts, apps, fields, itemKeys, items } from '../db/schema.ts';
import { every } from '../sessions/scope.ts';

/** An item that holds an account, for who sees it. */
export type HoldingItem = {
  account: string;
  id: string;
  title: string;
  number: string;
  app: { id: string; name: string; icon: string };
};

/** The items that hold some of these accounts in an Account field, in apps that the person sees: by app, oldest first. */
export const itemsHolding = async (
  db: Reader,
  personId: string,
  accountIds: readonly string[],
): Promise<HoldingItem[]> => {
  if (accountIds.length === 0) return [];
  const found = await db
    .selectDistinct({
      account: itemKeys.ref,
      seq: items.seq,
      id: items.id,
      title: items.title,
      number: items.number,
      app: {
        ...{ id: apps.id, name: apps.name, icon: apps.icon, key: apps.nameKey },
        ...{ numberPrefix: apps.numberPrefix, numberDigits: apps.numberDigits },
      },
    })
    .from(itemKeys)
    .innerJoin(fields, holdsAccounts)
    .innerJoin(items, eq(items.seq, itemKeys.item))
    .innerJoin(apps, eq(apps.id, items.appId))
    .where(and(inArray(itemKeys.ref, [...accountIds]), itemsSeenBy(db, personId)))
    .orderBy(asc(apps.nameKey), asc(items.seq))
    .limit(most);
  return found.map(({ account, seq: _, number, app, ...item }) => ({
    ...item,
    account: account ?? '',
    number: numberOf(app, number),
    app: { id: app.id, name: app.name, icon: app.icon },
  }));
};

/** Condition on `accounts`: an item that the person sees holds it. */
export const heldByAnItem = (db: Reader, personId: string): SQL =>
  exists(
    db
      .select({ one: sql`1` })
      .from(itemKeys)
      .innerJoin(fields, holdsAccounts)
      .innerJoin(items, eq(items.seq, itemKeys.item))
      .where(and(eq(itemKeys.ref, accounts.id), itemsSeenBy(db, personId))),
  );

const holdsAccounts = every(eq(fields.keysN, itemKeys.field), eq(fields.kind, 'account'), isNull(fields.removedAt));

/** Hardly anybody has as many: it keeps a page of accounts from being taken over by one of them. */
const most = 500;
