import { z } from 'zod';

/** A message's number in an address or a form; what is missing or makes no sense stands for the end of the conversation. */
export const seqIn = (written: unknown): number => number.catch(Number.MAX_SAFE_INTEGER).parse(written);

const number = z.coerce.number().int().nonnegative();
