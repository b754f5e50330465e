import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { index, int, primaryKey, table, text, word } from '../columns.ts';
import { users } from './people.ts';

/** A node of the company's tree: a department, or a position in one. Those without a parent stand at the top. */
export const units = table(
  'units',
  {
    id: text('id').primaryKey(),
    parentId: text('parent_id').references((): AnySQLiteColumn => units.id),
    kind: word('kind', ['department', 'position']).notNull(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    /** One of the people who are placed in it. */
    headId: text('head_id').references(() => users.id),
    createdAt: int('created_at').notNull(),
  },
  (t) => [
    index('units_parent').on(t.parentId, t.nameKey),
    index('units_name').on(t.nameKey, t.id),
    index('units_head').on(t.headId),
  ],
);

/**
 * Which units lie in which: a row for each unit with itself and with everything above it, so that "everything below" is one
 * look into an index. Kept together with `parent_id` by src/people/units alone.
 */
export const unitPaths = table(
  'unit_paths',
  {
    ancestorId: text('ancestor_id')
      .notNull()
      .references(() => units.id, { onDelete: 'cascade' }),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id, { onDelete: 'cascade' }),
    /** Steps between the two; 0: the unit itself. */
    depth: int('depth').notNull(),
  },
  (t) => [primaryKey({ columns: [t.ancestorId, t.unitId] }), index('unit_paths_unit').on(t.unitId, t.ancestorId)],
);

/** Who is placed where; a person may be placed in several units. */
export const unitMembers = table(
  'unit_members',
  {
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.userId] }), index('unit_members_user').on(t.userId, t.unitId)],
);
