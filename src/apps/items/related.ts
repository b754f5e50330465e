import { and, count, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { fields, itemKeys, items } from '../../db/schema.ts';
import type { App } from '../app.ts';
import type { Field, FieldOf } from '../fields/field.ts';
import { valueIn } from '../fields/value.ts';
import { appsById, toField } from '../read.ts';
import { appsSeenBy } from '../rights.ts';
import type { Item, ItemRef } from './item.ts';
import { itemsByIds } from './read.ts';
import { refOf } from './rows.ts';
import { itemsSeenBy } from './scope.ts';

/** Items that an item refers to, or that refer to it, by one field of one app; only those that the person sees. */
export type Related = {
  /** Which way the reference points. */
  way: 'to' | 'from';
  /** Whose items they are, and by which field: of this item for `to`, of theirs for `from`. */
  app: App;
  field: Field;
  /** The first of them: in the field's order for `to`, newest first for `from`. */
  items: readonly ItemRef[];
  /** How many there are. */
  count: number;
};

/** What an item refers to and what refers to it, by fields: first its own. Fields in which the person sees nothing are left out. */
export const relatedTo = async (db: Reader, personId: string, app: App, item: Item): Promise<readonly Related[]> => [
  ...(await referredTo(db, personId, app, item)),
  ...(await referring(db, personId, item)),
];

/** So many are told by name. */
const shown = 20;

const referredTo = async (db: Reader, personId: string, app: App, { doc }: Item): Promise<Related[]> => {
  const own = app.fields.filter(isReference).map((field) => ({ field, ids: idsOf(valueIn(doc, field)) }));
  const seen = await itemsByIds(
    db,
    personId,
    own.flatMap(({ ids }) => ids),
  );
  const apps = await appsById(
    db,
    own.map(({ field }) => field.options.app),
  );
  return own.flatMap(({ field, ids }) => {
    const found = ids.flatMap((id) => seen.get(id) ?? []);
    const of = apps.get(field.options.app);
    if (!of || found.length === 0) return [];
    return [{ way: 'to' as const, app: of, field, items: found.slice(0, shown).map(refOf), count: found.length }];
  });
};

const isReference = (field: Field): field is FieldOf<'reference' | 'references'> =>
  field.kind === 'reference' || field.kind === 'references';

const idsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string');

const referring = async (db: Reader, personId: string, item: Item): Promise<Related[]> => {
  const rows = await db
    .select()
    .from(fields)
    .where(
      and(eq(fields.refersTo, item.appId), isNull(fields.removedAt), inArray(fields.appId, appsSeenBy(db, personId))),
    )
    .orderBy(fields.appId, fields.position);
  const apps = await appsById(
    db,
    rows.map(({ appId }) => appId),
  );
  const related: Related[] = [];
  for (const field of rows.map(toField)) {
    const of = apps.get(field.appId);
    const found = of && (await referringBy(db, personId, field, item.id));
    if (found && found.count > 0) related.push({ way: 'from', app: of, field, ...found });
  }
  return related;
};

const referringBy = async (db: Reader, personId: string, field: Field, id: string) => {
  const refers = and(eq(itemKeys.field, field.keysN), eq(itemKeys.ref, id), itemsSeenBy(db, personId));
  const found = await db
    .select({ id: items.id, seq: items.seq, appId: items.appId, number: items.number, title: items.title })
    .from(itemKeys)
    .innerJoin(items, eq(items.seq, itemKeys.item))
    .where(refers)
    .orderBy(desc(itemKeys.item))
    .limit(shown);
  if (found.length < shown) return { items: found, count: found.length };
  const [all] = await db
    .select({ number: count() })
    .from(itemKeys)
    .innerJoin(items, eq(items.seq, itemKeys.item))
    .where(refers);
  return { items: found, count: all?.number ?? found.length };
};
