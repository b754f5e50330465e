import { admin, adminPosts, at, signedIn, type Table } from './asked.testing.ts';

/** Apps and their fields. */
export const buildTable: Table = {
  'GET /apps': { statuses: signedIn(200) },
  'GET /apps/new': { statuses: admin(200) },
  'POST /apps': { form: () => ({ name: '' }), statuses: adminPosts(422) },
  'GET /apps/:id/settings': { path: at('/apps/:app/settings'), statuses: admin(200) },
  'POST /apps/:id/settings': {
    path: at('/apps/:app/settings'),
    form: () => ({ name: '' }),
    statuses: adminPosts(422),
  },
  'POST /apps/:id/archiving': { path: at('/apps/:app/archiving'), statuses: adminPosts(303) },
  'POST /apps/:id/restoration': { path: at('/apps/:app/restoration'), statuses: adminPosts(303) },
};
