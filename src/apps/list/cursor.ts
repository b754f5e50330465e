import { z } from 'zod';
import type { Cursor } from './question.ts';

/** A place in a list as addresses carry it. */
export const writeCursor = ({ value, seq, place }: Cursor): string =>
  Buffer.from(JSON.stringify([value, seq, place])).toString('base64url');

/** The place that an address names; null, the beginning, for what is no place: an old address must not end in an error. */
export const readCursor = (written: string): Cursor | null => {
  const read = cursor.safeParse(written);
  if (!read.success) return null;
  const [value, seq, place] = read.data;
  return { value, seq, place };
};

const whole = z.int().min(0);

const cursor = z
  .string()
  .max(2_000)
  .transform((written, context) => {
    try {
      return JSON.parse(Buffer.from(written, 'base64url').toString()) as unknown;
    } catch {
      context.addIssue('not a cursor');
      return z.NEVER;
    }
  })
  .pipe(
    z.tuple([
      z.union([z.string().refine((text) => text.isWellFormed() && !text.includes('\0')), z.number(), z.null()]),
      whole,
      whole,
    ]),
  );
