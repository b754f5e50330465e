import type { Tx } from '../../db/doors.ts';
import { insertMany } from '../../db/insert-many.ts';
import { insertItemWords } from '../../db/item-search.ts';
import { itemChanges, items } from '../../db/schema.ts';
import { newId } from '../../id.ts';
import { namesFor } from '../fields/names.ts';
import { titleOf } from '../fields/title.ts';
import type { Doc } from '../fields/value.ts';
import { withConversions } from '../items/converting.ts';
import { type Definition, placesOf } from '../items/definition.ts';
import type { Item } from '../items/item.ts';
import { insertKeys, keyRows, wordsOf } from '../items/keys.ts';

/** An item that a file brings: its place among all items, its number in its app, and what it holds (judged). */
export type Brought = { seq: number; number: number; doc: Doc } & Partial<Stamp>;

/** What it is known by, who made it and when, where that is not the same for all. */
type Stamp = { id: string; actor: string; at: number };

/** Who brings items, when, and by which import. */
export type Bringing = { actor: string; at: number; import: string | null };

/**
 * Adds items, and makes them found, as `createItem` does one: but many at once, by few statements, and without a word to anybody. The app is
 * held by `lockApp`, and the documents are judged.
 *
 * @throws what `isUniqueViolation` knows, where one holds a unique value that is taken
 */
export const bringItems = async (tx: Tx, of: Definition, brought: readonly Brought[], by: Bringing): Promise<void> => {
  const places = placesOf(of);
  const all = withAllValues(of, brought);
  const names = await namesFor(
    tx,
    places.map(({ field }) => field),
    all.map(({ doc }) => doc),
    null,
  );
  const made = all.map(({ seq, number, doc, id = newId(), actor = by.actor, at = by.at }): Item => {
    const title = titleOf(of.app, number, doc, names);
    return { ...fresh, ...stamped({ actor, at, import: by.import }), id, appId: of.app.id, seq, number, title, doc };
  });
  await insertItems(tx, made);
  await insertKeys(
    tx,
    made.flatMap((item) => keyRows(places, item, names)),
  );
  await insertItemWords(
    tx,
    of.app.id,
    made.map((item) => ({ item: item.seq, texts: wordsOf(of.app, item, names) })),
  );
  await insertChanges(
    tx,
    made.map(({ seq, createdAt, createdBy }) => ({
      ...{ ...created, id: newId(), item: seq, at: createdAt, actorId: createdBy },
    })),
  );
};

/** Fields that are getting another type just now need their values in it as well. What would be lost there is told when it is switched. */
const withAllValues = (of: Definition, brought: readonly Brought[]): readonly Brought[] =>
  of.pending.conversions.length === 0
    ? brought
    : brought.map((one) => ({ ...one, doc: withConversions(of, one.doc).doc }));

const fresh = { version: 1, deletedAt: null, deletedBy: null };

const stamped = ({ actor, at, import: importId }: Bringing) => ({
  ...{ createdAt: at, createdBy: actor, updatedAt: at, updatedBy: actor },
  importId,
});

const created = { kind: 'created', values: {}, sessionId: null } as const;

const insertItems = insertMany<Item>(
  [
    ...(['seq', 'id', 'appId', 'number', 'title', 'doc', 'version', 'createdAt', 'createdBy'] as const),
    ...(['updatedAt', 'updatedBy', 'importId', 'deletedAt', 'deletedBy'] as const),
  ],
  (tx, rows) => tx.insert(items).values(rows),
);

type Change = typeof itemChanges.$inferInsert;

const insertChanges = insertMany<Change>(['id', 'item', 'at', 'actorId', 'kind', 'values', 'sessionId'], (tx, rows) =>
  tx.insert(itemChanges).values(rows),
);
