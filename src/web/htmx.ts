import type { Asked } from './env.ts';

/** Whether htmx asks for a fragment; a page that it restores from its history has to be whole. */
export const isHtmx = (c: Pick<Asked, 'req'>): boolean =>
  c.req.header('hx-request') === 'true' && c.req.header('hx-history-restore-request') !== 'true';
