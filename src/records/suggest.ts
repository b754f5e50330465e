import { and, desc, eq, inArray, or, type SQL } from 'drizzle-orm';
import type { App } from '../apps/app.ts';
import { keysOf } from '../apps/fields/keys.ts';
import { choiceNames } from '../apps/fields/names.ts';
import { numberOf } from '../apps/fields/title.ts';
import { type Doc, valueIn } from '../apps/fields/value.ts';
import { findItems } from '../apps/items/find.ts';
import type { ItemRef } from '../apps/items/item.ts';
import { itemsSeenBy } from '../apps/items/scope.ts';
import type { Reader } from '../db/doors.ts';
import { itemKeys, items } from '../db/schema.ts';
import type { AccountFacts } from './client.ts';

/** An item to which the client could be linked. */
export type Candidate = { id: string; number: string; title: string };

/** One that is offered, with its phones and e-mails: by them one sees whether it is the client. */
export type Offered = Candidate & { reached: readonly string[] };

/**
 * Items of an app that the person sees and that have the same phone or e-mail as an account, newest first, at most five. They are shown, and
 * never linked by themselves: anybody can tell a messenger anything.
 */
export const suggestedFor = async (
  db: Reader,
  personId: string,
  app: App,
  { phone, email }: AccountFacts,
): Promise<Offered[]> => {
  const same = [...sameIn(app, 'phone', phone), ...sameIn(app, 'email', email)];
  if (same.length === 0) return [];
  const found = await db
    .select({ id: items.id, seq: items.seq, appId: items.appId, number: items.number, title: items.title })
    .from(items)
    .where(
      and(
        inArray(
          items.seq,
          db
            .select({ item: itemKeys.item })
            .from(itemKeys)
            .where(or(...same)),
        ),
        itemsSeenBy(db, personId),
      ),
    )
    .orderBy(desc(items.seq))
    .limit(mostSuggested);
  return await offered(db, app, found);
};

/** What a search finds among the items of an app that the person sees; `more` when there are others. */
export const searchedFor = async (
  db: Reader,
  personId: string,
  app: App,
  text: string,
): Promise<{ items: Offered[]; more: boolean }> => {
  const found = text.trim() === '' ? [] : await findItems(db, personId, app.id, text, mostFound + 1);
  return { items: await offered(db, app, found.slice(0, mostFound)), more: found.length > mostFound };
};

/** By the very keys that such a value would have in each field of the kind. */
const sameIn = (app: App, kind: 'phone' | 'email', value: string | null): SQL[] =>
  app.fields.flatMap((field) => {
    if (field.kind !== kind || !value) return [];
    const [key] = keysOf(field, value, choiceNames);
    return key?.key ? (and(eq(itemKeys.field, field.keysN), eq(itemKeys.key, key.key)) ?? []) : [];
  });

/** Of items that the person sees. */
const offered = async (db: Reader, app: App, found: readonly ItemRef[]): Promise<Offered[]> => {
  const seqs = found.map(({ seq }) => seq);
  const docs =
    seqs.length === 0
      ? []
      : await db.select({ id: items.id, doc: items.doc }).from(items).where(inArray(items.seq, seqs));
  return found.map(({ id, number, title }) => {
    const doc = (docs.find((one) => one.id === id)?.doc ?? {}) as Doc; // only src/apps/items writes it
    return { id, number: numberOf(app, number), title, reached: reachedBy(app, doc) };
  });
};

const reachedBy = (app: App, doc: Doc): string[] =>
  app.fields.flatMap((field) => {
    const value = field.kind === 'phone' || field.kind === 'email' ? valueIn(doc, field) : undefined;
    return typeof value === 'string' ? [value] : [];
  });

const mostSuggested = 5;
const mostFound = 10;
