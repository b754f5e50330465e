import { bool, index, int, primaryKey, table, text, uniqueIndex, word } from '../columns.ts';

/** The people of the company. `name_key` and `email_key` are the normalised forms that are searched, sorted and unique. */
export const users = table(
  'users',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    email: text('email').notNull(),
    emailKey: text('email_key').notNull(),
    passwordHash: text('password_hash').notNull(),
    /** Null: as the browser says. */
    language: word('language', ['en', 'ru']),
    theme: word('theme', ['auto', 'light', 'dark']).notNull(),
    sound: bool('sound').notNull(),
    active: bool('active').notNull(),
    createdAt: int('created_at').notNull(),
  },
  (t) => [uniqueIndex('users_email').on(t.emailKey), index('users_name').on(t.nameKey, t.id)],
);

/** A named set of people. Every active and inactive user is a member of `everyone`. */
export const groups = table(
  'groups',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    /** Groups that the product itself relies on; they cannot be renamed or deleted. */
    system: word('system', ['administrators', 'everyone']),
    createdAt: int('created_at').notNull(),
  },
  (t) => [uniqueIndex('groups_name').on(t.nameKey), uniqueIndex('groups_system').on(t.system)],
);

export const groupMembers = table(
  'group_members',
  {
    groupId: text('group_id')
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.userId] }), index('group_members_user').on(t.userId, t.groupId)],
);

/** An open sign-in of one browser. Only a hash of the secret in the cookie is kept. */
export const signIns = table(
  'sign_ins',
  {
    idHash: text('id_hash').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    createdAt: int('created_at').notNull(),
    expiresAt: int('expires_at').notNull(),
  },
  (t) => [index('sign_ins_user').on(t.userId), index('sign_ins_expiry').on(t.expiresAt)],
);

/** A one-time link with which a person chooses a new password. Only a hash of the secret in the link is kept. */
export const passwordLinks = table(
  'password_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    expiresAt: int('expires_at').notNull(),
  },
  (t) => [index('password_links_user').on(t.userId)],
);

/** Facts about the whole company: its name, the format of its data. */
export const settings = table('settings', { key: text('key').primaryKey(), value: text('value').notNull() });
