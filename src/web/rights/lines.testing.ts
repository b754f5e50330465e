import { admin, adminPosts, at, signedIn, type Table } from './asked.testing.ts';

/** What a line is. */
export const linesTable: Table = {
  'GET /lines/all': { statuses: admin(200) },
  'POST /lines/audience': { statuses: adminPosts(200) },
  'GET /lines/new': { statuses: admin(200) },
  'GET /lines/:id/settings': { path: at('/lines/:line/settings'), statuses: [303, 404, 404, 404, 404, 200, 404, 200] },
  'POST /lines/:id/settings': {
    path: at('/lines/:line/settings'),
    form: () => ({ press: 'save' }),
    statuses: [401, 404, 404, 404, 404, 303, 404, 422],
  },
  'POST /lines/:id/archiving': { path: at('/lines/:line/archiving'), statuses: adminPosts(303) },
  'GET /lines/:id/avatar': { path: at('/lines/:line/avatar'), statuses: signedIn(404) },
};
