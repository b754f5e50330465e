import { type Column, type SQL, sql } from 'drizzle-orm';

/**
 * Whether a `…_key` column holds this text anywhere, to the letter: a typed % or _ is nothing but itself. Of a text longer than
 * anybody types only the beginning counts, since databases refuse patterns beyond a size.
 *
 * @param key what `searchKey` made of the text
 */
export const contains = (column: Column, key: string): SQL =>
  // Without `escape`, only one of the databases would take the backslash for one.
  sql`${column} like ${`%${key.slice(0, longest).replace(/[\\%_]/gu, '\\$&')}%`} escape '\\'`;

/** Characters. */
const longest = 500;
