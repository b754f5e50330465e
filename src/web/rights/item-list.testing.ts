import { at, posted, type Table } from './asked.testing.ts';

// nobody, stranger, client, owner, operator, supervisor, leader (of another line), admin: operators create, supervisors edit, and an
// administrator without any role sees no items.

/** Lists of items. */
export const itemListTable: Table = {
  'GET /apps/:id': { path: at('/apps/:app'), statuses: [303, 404, 404, 200, 200, 200, 404, 404] },
  // No such number names a field that is picked.
  'GET /apps/:id/values/:n{[0-9]{1,15}}': {
    path: at('/apps/:app/values/999999'),
    statuses: [303, 404, 404, 404, 404, 404, 404, 404],
  },
  'GET /apps/:id/views': { path: at('/apps/:app/views'), statuses: [303, 404, 404, 200, 200, 200, 404, 404] },
  'POST /apps/:id/views': {
    path: at('/apps/:app/views'),
    form: () => ({ name: '' }),
    statuses: [401, 404, 404, 422, 422, 422, 404, 404],
  },
  'POST /apps/:id/views/:view': {
    path: at('/apps/:app/views/none'),
    form: () => ({ name: 'Mine' }),
    statuses: posted(404),
  },
  'POST /apps/:id/views/:view/deletion': {
    path: at('/apps/:app/views/none/deletion'),
    statuses: [401, 404, 404, 303, 303, 303, 404, 404],
  },
  'GET /apps/:id/deleted': { path: at('/apps/:app/deleted'), statuses: [303, 404, 404, 404, 404, 200, 404, 404] },
};
