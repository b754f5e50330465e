import type { Asked } from '../env.ts';

/**
 * The answer to the smallest picture there is: a page without scripts asks for it once it stands on the screen, and so says that
 * what it shows was read. Browsers send our cookie along only from pages of our own (`SameSite=Lax`), and where they say who asks,
 * nobody else is answered.
 */
export const asksFromOwnPage = (c: Pick<Asked, 'req'>): boolean =>
  ['same-origin', undefined].includes(c.req.header('sec-fetch-site'));

/** The picture itself: one transparent point. */
export const shown = (c: Asked): Response => {
  c.header('Content-Type', 'image/gif');
  c.header('Cache-Control', 'no-store');
  return c.body(transparent);
};

const transparent = Uint8Array.from(atob('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='), (byte) =>
  byte.charCodeAt(0),
);
