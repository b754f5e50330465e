import { bool, index, int, primaryKey, table, text, uniqueIndex, word } from '../columns.ts';
import { apps } from './apps.ts';
import { files } from './files.ts';
import { groups, users } from './people.ts';
import { units } from './units.ts';

/** A named entry point. It is archived, never destroyed. */
export const lines = table(
  'lines',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    description: text('description').notNull(),
    avatarFileId: text('avatar_file_id').references(() => files.id),
    showOperator: bool('show_operator').notNull(),
    /** App for account link: where the clients who write from outside have their items. */
    linkAppId: text('link_app_id').references(() => apps.id),
    archivedAt: int('archived_at'),
    createdAt: int('created_at').notNull(),
  },
  (t) => [uniqueIndex('lines_name').on(t.nameKey), index('lines_link_app').on(t.linkAppId)],
);

/** Groups whose members may write to a line. */
export const lineAudienceGroups = table(
  'line_audience_groups',
  {
    lineId: text('line_id')
      .notNull()
      .references(() => lines.id),
    groupId: text('group_id')
      .notNull()
      .references(() => groups.id),
  },
  (t) => [primaryKey({ columns: [t.lineId, t.groupId] }), index('line_audience_groups_group').on(t.groupId)],
);

/** Units whose people may write to a line, with everybody below them. */
export const lineAudienceUnits = table(
  'line_audience_units',
  {
    lineId: text('line_id')
      .notNull()
      .references(() => lines.id),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
  },
  (t) => [primaryKey({ columns: [t.lineId, t.unitId] }), index('line_audience_units_unit').on(t.unitId)],
);

/** Single people who may write to a line. */
export const lineAudienceUsers = table(
  'line_audience_users',
  {
    lineId: text('line_id')
      .notNull()
      .references(() => lines.id),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
  },
  (t) => [primaryKey({ columns: [t.lineId, t.userId] }), index('line_audience_users_user').on(t.userId)],
);

/** Groups whose members operate or supervise a line. */
export const lineRoles = table(
  'line_roles',
  {
    lineId: text('line_id')
      .notNull()
      .references(() => lines.id),
    groupId: text('group_id')
      .notNull()
      .references(() => groups.id),
    role: word('role', ['operator', 'supervisor']).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lineId, t.groupId, t.role] }),
    index('line_roles_group').on(t.groupId, t.role, t.lineId),
  ],
);

/** Apps whose items can be created from a line's chats. */
export const lineCreatedApps = table(
  'line_created_apps',
  {
    lineId: text('line_id')
      .notNull()
      .references(() => lines.id),
    appId: text('app_id')
      .notNull()
      .references(() => apps.id),
  },
  (t) => [primaryKey({ columns: [t.lineId, t.appId] }), index('line_created_apps_app').on(t.appId)],
);

/** A way into a line from outside. */
export const channels = table(
  'channels',
  {
    id: text('id').primaryKey(),
    lineId: text('line_id')
      .notNull()
      .references(() => lines.id),
    /** `test`: stands for a messenger, in the demo and in tests alone. */
    kind: word('kind', ['test']).notNull(),
    name: text('name').notNull(),
    createdAt: int('created_at').notNull(),
  },
  (t) => [index('channels_line').on(t.lineId)],
);
