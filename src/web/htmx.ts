import type { Asked } from './env.ts';

/** Whether htmx asks for a fragment; a page that it restores from its history has to be whole. */
export const isHtmx = (c: Pick<Asked, 'req'>): boolean =>
  c.req.header('hx-request') === 'true' && c.req.header('hx-history-restore-request') !== 'true';

/**
 * Whether an open page asks for itself once more, to be renewed in place. Where it stands may not be the person's any more; that is
 * then told on the page, and is no failure of it.
 */
export const isAgain = (c: Pick<Asked, 'req'>): boolean => c.req.header('lines-again') === 'yes';
