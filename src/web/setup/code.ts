import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether it is the code that the start printed, however it was spaced and capitalised. */
export const isCode = (typed: string, code: string): boolean => timingSafeEqual(digest(typed), digest(code));

const digest = (code: string): Buffer =>
  createHash('sha256')
    .update(code.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase())
    .digest();
