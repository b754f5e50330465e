import { bool, index, int, json, primaryKey, table, text, uniqueIndex, word } from '../columns.ts';
import { files } from './files.ts';

/** The people of the company. `name_key` and `email_key` are the normalised forms that are searched, sorted and unique. */
export const users = table(
  'users',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    email: text('email').notNull(),
    emailKey: text('email_key').notNull(),
    /** Empty: none yet, the person was invited and has not come (`noPassword` in src/people/password/password.ts). */
    passwordHash: text('password_hash').notNull(),
    /** Somebody else chose the password: the person has to choose another before anything else. */
    mustChangePassword: bool('must_change_password').notNull().default(false),
    avatarFileId: text('avatar_file_id').references(() => files.id),
    /** IANA name, such as Europe/Moscow. Null: as the browser says. */
    timeZone: text('time_zone'),
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
    /** What the browser said it is, network address and last use: for the person's own list. Null: from before they were kept. */
    device: text('device'),
    address: text('address'),
    seenAt: int('seen_at'),
  },
  (t) => [index('sign_ins_user').on(t.userId), index('sign_ins_expiry').on(t.expiresAt)],
);

/** A person's second factor: codes that change every 30 seconds (TOTP). */
export const secondFactors = table('second_factors', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id),
  /** Sealed with the key in the data folder, see src/secrets.ts. */
  secret: text('secret').notNull(),
  /** Null while it is being set up: no sign-in asks for it yet. */
  confirmedAt: int('confirmed_at'),
  /** The 30-second step of the last code that was taken: none is taken twice. */
  lastStep: int('last_step').notNull(),
  createdAt: int('created_at').notNull(),
});

/** What lets somebody in without the device of their second factor, each once. Only a hash is kept. */
export const recoveryCodes = table(
  'recovery_codes',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    codeHash: text('code_hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.codeHash] })],
);

/** A sign-in whose password was right and whose second factor is still to come. Only a hash of the secret is kept. */
export const signInChallenges = table(
  'sign_in_challenges',
  {
    tokenHash: text('token_hash').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    expiresAt: int('expires_at').notNull(),
    /** Codes that were wrong so far. */
    tries: int('tries').notNull(),
  },
  (t) => [index('sign_in_challenges_user').on(t.userId), index('sign_in_challenges_expiry').on(t.expiresAt)],
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
    /** An invitation is for somebody who never had a password. */
    kind: word('kind', ['reset', 'invitation']).notNull().default('reset'),
  },
  (t) => [index('password_links_user').on(t.userId)],
);

/** A file of people that was read and shown, and waits to be confirmed. It goes when that happens, or after a day. */
export const peopleImports = table(
  'people_imports',
  {
    id: text('id').primaryKey(),
    actorId: text('actor_id')
      .notNull()
      .references(() => users.id),
    rows: json('rows').notNull(),
    createdAt: int('created_at').notNull(),
  },
  (t) => [index('people_imports_created').on(t.createdAt)],
);

/** Facts about the whole company: its name, the format of its data. */
export const settings = table('settings', { key: text('key').primaryKey(), value: text('value').notNull() });
