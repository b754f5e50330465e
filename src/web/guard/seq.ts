import { z } from 'zod';

/** A message's number in an address or a form; what is missing or makes no sense stands for the end of the conversation. */
export const seqIn = (written: unknown): number => number.catch(Number.MAX_SAFE_INTEGER).parse(written);

/** How far somebody says they have read or seen. What makes no sense stands for nothing: unread is then shown once too often. */
export const seenIn = (written: unknown): number => number.catch(0).parse(written);

const number = z.coerce.number().int().nonnegative();
