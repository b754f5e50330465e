import { z } from 'zod';

/** Where a page of a list ended: the last row's sort key and its id. */
export type Cursor = { key: number; id: string };

/** The cursor as addresses carry it. */
export const writeCursor = (cursor: Cursor): string => `${cursor.key}.${cursor.id}`;

/** Reads a cursor from an address; undefined when it is missing or makes no sense: then the list starts at its beginning. */
export const readCursor = (written: string | undefined): Cursor | undefined => {
  const parts = cursorPattern.safeParse(written?.split('.'));
  return parts.success ? { key: parts.data[0], id: parts.data[1] } : undefined;
};

const cursorPattern = z.tuple([z.coerce.number().int().nonnegative(), z.string().min(1).max(64)]);
