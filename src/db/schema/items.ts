import { sql } from 'drizzle-orm';
import { index, int, json, primaryKey, real, table, text, uniqueIndex, word } from '../columns.ts';
import { apps, fields } from './apps.ts';
import { files } from './files.ts';
import { users } from './people.ts';

/**
 * A record of an app. What its fields hold stands in `doc`, by the fields' numbers (`fields.n`): that is what is shown, and the truth. What
 * they are found by stands in `item_keys`, and can always be made again. See docs/decisions/2026-11-22-item-values.md.
 */
export const items = table(
  'items',
  {
    /** Given by `counters`: a file that is imported gets a stretch of its own. */
    seq: int('seq').primaryKey(),
    id: text('id').notNull(),
    appId: text('app_id')
      .notNull()
      .references(() => apps.id),
    /** 1, 2, 3 … within the app. */
    number: int('number').notNull(),
    /** How the app's pattern calls it, made anew with every change. */
    title: text('title').notNull(),
    doc: json('doc').notNull(),
    /** Counts every change. */
    version: int('version').notNull(),
    createdAt: int('created_at').notNull(),
    createdBy: text('created_by').references(() => users.id),
    updatedAt: int('updated_at').notNull(),
    updatedBy: text('updated_by').references(() => users.id),
    /** The import that brought it. */
    importId: text('import_id'),
    /** A deleted item can come back for 30 days. It has no keys and no words until then. */
    deletedAt: int('deleted_at'),
    deletedBy: text('deleted_by').references(() => users.id),
  },
  (t) => [
    uniqueIndex('items_id').on(t.id),
    uniqueIndex('items_number').on(t.appId, t.number),
    index('items_app').on(t.appId, t.seq).where(sql`${t.deletedAt} is null`),
    index('items_updated').on(t.appId, t.updatedAt, t.seq).where(sql`${t.deletedAt} is null`),
    index('items_deleted').on(t.deletedAt, t.appId).where(sql`${t.deletedAt} is not null`),
  ],
);

/**
 * What items are sorted, filtered and compared by: a row for each value, and one with nothing in it for an empty field. Not all of it
 * can be said here: the migrations say by hand what is meant for one of the databases alone.
 */
export const itemKeys = table(
  'item_keys',
  {
    /** `fields.keys_n`. */
    field: int('field').notNull(),
    /** `items.seq`. */
    item: int('item').notNull(),
    position: int('position').notNull(),
    /** What is sorted by: text as `searchKey` makes it, its beginning; or a number. */
    key: text('key'),
    number: real('number'),
    /** The id of what the value names: a choice, a person, an item, an account, a file. */
    ref: text('ref'),
    /** For fields whose values are unique: the whole value, as it is compared. */
    sole: text('sole'),
  },
  (t) => [
    primaryKey({ columns: [t.field, t.item, t.position] }),
    index('item_keys_key').on(t.field, t.key, t.item, t.position).where(sql`${t.key} is not null`),
    index('item_keys_number').on(t.field, t.number, t.item, t.position).where(sql`${t.number} is not null`),
    index('item_keys_ref').on(t.field, t.ref, t.item, t.position).where(sql`${t.ref} is not null`),
    /** Whoever was renamed is looked for in all fields. */
    index('item_keys_named').on(t.ref, t.field).where(sql`${t.ref} is not null`),
    index('item_keys_empty')
      .on(t.field, t.item)
      .where(sql`${t.key} is null and ${t.number} is null and ${t.ref} is null`),
    uniqueIndex('item_keys_sole').on(t.field, t.sole).where(sql`${t.sole} is not null`),
  ],
);

/** Who changed what of an item, and when: never changed, gone only with the item. */
export const itemChanges = table(
  'item_changes',
  {
    id: text('id').primaryKey(),
    item: int('item')
      .notNull()
      .references(() => items.seq),
    at: int('at').notNull(),
    /** Null: the product itself. */
    actorId: text('actor_id').references(() => users.id),
    kind: word('kind', ['created', 'changed', 'deleted', 'restored']).notNull(),
    /** Before and after, by the fields' numbers: see src/apps/items/history.ts. */
    values: json('values').notNull(),
    /** The session from whose chat it was done. */
    sessionId: text('session_id'),
  },
  (t) => [index('item_changes_item').on(t.item, t.at, t.id)],
);

/** What people say about an item to each other. */
export const itemComments = table(
  'item_comments',
  {
    id: text('id').primaryKey(),
    item: int('item')
      .notNull()
      .references(() => items.seq),
    authorId: text('author_id')
      .notNull()
      .references(() => users.id),
    text: text('text').notNull(),
    createdAt: int('created_at').notNull(),
    /** Its author took it back: that there was one stays. */
    deletedAt: int('deleted_at'),
  },
  (t) => [index('item_comments_item').on(t.item, t.createdAt, t.id)],
);

/** A file that an item's field holds, or held: who sees the item sees it. */
export const itemFiles = table(
  'item_files',
  {
    fileId: text('file_id')
      .primaryKey()
      .references(() => files.id),
    item: int('item')
      .notNull()
      .references(() => items.seq),
    fieldId: text('field_id')
      .notNull()
      .references(() => fields.id),
  },
  (t) => [index('item_files_item').on(t.item)],
);

/**
 * A file of items that is being read or written. Until all of it is written its items, from `seq_from` to `seq_to`, are nobody's to see.
 */
export const itemImports = table(
  'item_imports',
  {
    id: text('id').primaryKey(),
    appId: text('app_id')
      .notNull()
      .references(() => apps.id),
    actorId: text('actor_id')
      .notNull()
      .references(() => users.id),
    state: word('state', ['mapping', 'reading', 'read', 'writing', 'undoing', 'done', 'cancelled', 'failed']).notNull(),
    /** The name of the file, and the id under which its bytes lie in the store. */
    name: text('name').notNull(),
    fileId: text('file_id').references(() => files.id),
    /** Which column goes into which field, what was found and how far it is: see src/apps/import. */
    plan: json('plan').notNull(),
    progress: json('progress').notNull(),
    seqFrom: int('seq_from'),
    seqTo: int('seq_to'),
    createdAt: int('created_at').notNull(),
    updatedAt: int('updated_at').notNull(),
  },
  (t) => [
    index('item_imports_app').on(t.appId, t.createdAt),
    index('item_imports_hidden').on(t.appId, t.seqFrom).where(sql`${t.seqFrom} is not null`),
  ],
);
