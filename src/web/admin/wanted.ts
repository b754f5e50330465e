import { z } from 'zod';
import type { Shown } from '../../../views/admin/list.tsx';
import type { Page } from '../../people/lists.ts';

/** What of a list an address asks for. What makes no sense there counts as nothing. */
export const wanted = z.object({
  q: z.string().max(200).catch(''),
  after: z.string().max(1000).optional().catch(undefined),
  saved: z.string().optional().catch(undefined),
});

/** What a page of a list says of itself. */
export const shownOf = (page: Pick<Page<unknown>, 'after'>, { q, after }: z.output<typeof wanted>): Shown => ({
  search: q,
  first: after === undefined,
  after: page.after,
});
