import { index, int, table, text } from '../columns.ts';

/**
 * A stored file. The bytes lie in the data folder under the id; this row says what they are. Which conversation it belongs
 * to, and so who may see it, is said by `message_files`; a line's avatar by `lines`.
 */
export const files = table(
  'files',
  {
    id: text('id').primaryKey(),
    /** As the sender named it: shown and offered on download, never used as a path. */
    name: text('name').notNull(),
    /** Sniffed from the content, never believed from the sender. */
    type: text('type').notNull(),
    /** Bytes. */
    size: int('size').notNull(),
    /** SHA-256 of the content, hex: says whether a form sent twice carried the same file. */
    hash: text('hash').notNull(),
    createdAt: int('created_at').notNull(),
  },
  (t) => [index('files_created').on(t.createdAt)],
);
