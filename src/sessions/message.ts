import { z } from 'zod';
import type { StoredFile } from '../files/store.ts';

/** The most characters that one message may have. */
export const longestMessage = 10_000;

/** A message as somebody sends it. The id is made by the sender: the same id twice is the same message. */
export type NewMessage = { id: string; text: string; files: readonly StoredFile[] };

/** What a form or a request must hold to be a message; files are checked when they are stored. */
export const messageFields = z.object({
  id: z.uuid(),
  text: z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .refine((text) => [...text].length <= longestMessage, { error: 'too-long' }),
});

/** The one line of it that lists show. */
export const previewOf = (message: Pick<NewMessage, 'text' | 'files'>): string => {
  const line = message.text.replace(/\s+/g, ' ').trim();
  const shown = line === '' ? (message.files[0]?.name ?? '') : line;
  return [...shown].slice(0, longestPreview).join('');
};

const longestPreview = 140;
