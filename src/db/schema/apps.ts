import { sql } from 'drizzle-orm';
import { bool, index, int, json, primaryKey, table, text, uniqueIndex, word } from '../columns.ts';
import { groups, users } from './people.ts';

/** A user-defined kind of record. It is archived, never destroyed. */
export const apps = table(
  'apps',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    /** A name out of `appIcons` in src/apps/app.ts. */
    icon: text('icon').notNull(),
    /** How an item is called: text with `{number}` and `{f:<field's id>}` in it. */
    titlePattern: text('title_pattern').notNull(),
    /** What an item's number is written with: text before it, and to how many digits it is filled up with zeros. */
    numberPrefix: text('number_prefix').notNull(),
    numberDigits: int('number_digits').notNull(),
    /** The number that was given last. */
    lastNumber: int('last_number').notNull(),
    archivedAt: int('archived_at'),
    createdAt: int('created_at').notNull(),
    /** Counts every change of the app and its fields: what a form was made from, and what is kept in memory, is known by it. */
    version: int('version').notNull(),
  },
  (t) => [uniqueIndex('apps_name').on(t.nameKey)],
);

/** Groups whose members see, create or edit an app's items. Who creates or edits also sees. */
export const appRights = table(
  'app_rights',
  {
    appId: text('app_id')
      .notNull()
      .references(() => apps.id),
    groupId: text('group_id')
      .notNull()
      .references(() => groups.id),
    may: word('may', ['see', 'create', 'edit']).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.appId, t.groupId, t.may] }),
    index('app_rights_group').on(t.groupId, t.may, t.appId),
  ],
);

/** A field of an app. Removed ones stay for 30 days, with what items hold in them. */
export const fields = table(
  'fields',
  {
    id: text('id').primaryKey(),
    appId: text('app_id')
      .notNull()
      .references(() => apps.id),
    /** Under this number the documents of items hold its value. No two fields of any app share one, and it changes with the type alone. */
    n: int('n').notNull(),
    /** Under this number its keys stand in `item_keys`. A rebuild makes them under a new one and then sets it. */
    keysN: int('keys_n').notNull(),
    position: int('position').notNull(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    /** One of `fieldKinds` in src/apps/fields/kinds.ts. */
    kind: text('kind').notNull(),
    required: bool('required').notNull(),
    /** No two items of the app hold the same. */
    sole: bool('sole').notNull(),
    hint: text('hint').notNull(),
    /** What a new item's form begins with; null for nothing. */
    initial: json('initial'),
    onForm: bool('on_form').notNull(),
    /** Whether lists show it unless somebody chooses otherwise. */
    inList: bool('in_list').notNull(),
    /** What belongs to the kind: choices, currency, the app that is referred to. See src/apps/fields/field.ts. */
    options: json('options').notNull(),
    /** The app that a reference refers to: the same as in `options`, for who looks from there. */
    refersTo: text('refers_to').references(() => apps.id),
    removedAt: int('removed_at'),
    removedBy: text('removed_by').references(() => users.id),
    createdAt: int('created_at').notNull(),
  },
  (t) => [
    index('fields_app').on(t.appId, t.position),
    uniqueIndex('fields_n').on(t.n),
    uniqueIndex('fields_keys_n').on(t.keysN),
    uniqueIndex('fields_name').on(t.appId, t.nameKey).where(sql`${t.removedAt} is null`),
    index('fields_refers').on(t.refersTo),
  ],
);

/** Numbers that are given once each, over all apps: `field` for `fields.n` and `keys_n`, `item` for `items.seq`. The value is the last one given. */
export const counters = table('counters', {
  name: word('name', ['field', 'item']).primaryKey(),
  value: int('value').notNull(),
});

/** A list of an app as somebody set it up and named it: what it shows, how it is sorted and filtered. */
export const appViews = table(
  'app_views',
  {
    id: text('id').primaryKey(),
    appId: text('app_id')
      .notNull()
      .references(() => apps.id),
    /** Whose it is; null: everybody's who sees the app. */
    ownerId: text('owner_id').references(() => users.id),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    /** The query of the list's address, as src/apps/list reads it. */
    query: text('query').notNull(),
    createdAt: int('created_at').notNull(),
  },
  (t) => [index('app_views_app').on(t.appId, t.ownerId, t.nameKey)],
);

/** Work on very many items that is done in small units: see src/apps/upkeep. */
export const upkeep = table('upkeep', {
  id: text('id').primaryKey(),
  /** What is to be done, and with what: see src/apps/upkeep/task.ts. */
  task: json('task').notNull(),
  /** How far it is: the number of the last item that is done, or what else its kind goes by. */
  done: int('done').notNull(),
  createdAt: int('created_at').notNull(),
});
