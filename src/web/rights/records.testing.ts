import { at, type Table } from './asked.testing.ts';

/**
 * Records out of a chat. Clara writes in the built-in chat, and her line has no apps: who sees her session is told so, another operator
 * whose it is now; for everybody else there is none.
 */
export const recordsTable: Table = {
  'GET /sessions/:id/records': {
    path: at('/sessions/:session/records'),
    statuses: [303, 404, 404, 303, 404, 303, 404, 404],
  },
  'GET /sessions/:id/account': {
    path: at('/sessions/:session/account'),
    statuses: [303, 404, 404, 404, 409, 404, 404, 404],
  },
  'POST /sessions/:id/account': {
    path: at('/sessions/:session/account'),
    form: ({ app, item }) => ({ app, item }),
    statuses: [401, 404, 404, 404, 409, 404, 404, 404],
  },
  'POST /sessions/:id/account/removal': {
    path: at('/sessions/:session/account/removal'),
    form: ({ app, item }) => ({ app, item }),
    statuses: [401, 404, 404, 404, 409, 404, 404, 404],
  },
  'GET /sessions/:id/items/new': {
    path: at('/sessions/:session/items/new?app=:app'),
    statuses: [303, 404, 404, 409, 409, 409, 404, 404],
  },
  'POST /sessions/:id/items': {
    path: at('/sessions/:session/items?app=:app'),
    form: () => ({ id: '' }),
    statuses: [401, 404, 404, 409, 409, 409, 404, 404],
  },
};
