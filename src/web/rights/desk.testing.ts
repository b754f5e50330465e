import { adminPosts, at, message, posted, signedIn, type Table } from './asked.testing.ts';

/** Lists and sessions at the desk. */
export const deskTable: Table = {
  'POST /lines': { form: () => ({ name: '', press: 'save' }), statuses: adminPosts(422) },
  'GET /lines': { statuses: signedIn(200) },
  'GET /lines/:lineId': { path: at('/lines/:line'), statuses: [303, 404, 404, 200, 200, 200, 404, 404] },
  'GET /lines/:lineId/:box{mine|unassigned|active|closed}': {
    path: at('/lines/:line/active'),
    statuses: [303, 404, 404, 404, 404, 200, 404, 404],
  },
  'POST /sessions/next': { statuses: posted(409) },
  'GET /sessions/:id': { path: at('/sessions/:session'), statuses: [303, 404, 404, 200, 404, 200, 404, 404] },
  'GET /sessions/:id/messages': {
    path: at('/sessions/:session/messages?before=2'),
    statuses: [303, 404, 404, 200, 404, 200, 404, 404],
  },
  // Another operator of the line is told whose the session is; for everybody else there is none.
  'GET /sessions/:id/assignment': {
    path: at('/sessions/:session/assignment'),
    statuses: [303, 404, 404, 200, 409, 200, 404, 404],
  },
  'POST /sessions/:id/assignment': {
    path: at('/sessions/:session/assignment'),
    form: ({ user }) => ({ operator: user, owner: '' }),
    statuses: [401, 404, 404, 409, 409, 409, 404, 404],
  },
  'POST /sessions/:id/return': {
    path: at('/sessions/:session/return'),
    statuses: [401, 404, 404, 303, 409, 303, 404, 404],
  },
  'POST /sessions/:id/closure': {
    path: at('/sessions/:session/closure'),
    form: () => ({ seen: '1' }),
    statuses: [401, 404, 404, 303, 409, 303, 404, 404],
  },
  'POST /sessions/:id/messages': {
    path: at('/sessions/:session/messages'),
    form: message,
    statuses: [401, 404, 404, 303, 409, 409, 404, 404],
  },
  'POST /sessions/:id/draft': {
    path: at('/sessions/:session/draft'),
    form: () => ({ text: 'Dear' }),
    statuses: [401, 404, 404, 303, 404, 303, 404, 404],
  },
  'POST /sessions/:id/read': {
    path: at('/sessions/:session/read'),
    form: () => ({ seq: '1' }),
    statuses: [401, 404, 404, 303, 404, 303, 404, 404],
  },
  'GET /sessions/:id/seen.gif': {
    path: at('/sessions/:session/seen.gif?seq=1'),
    statuses: [303, 404, 404, 200, 404, 200, 404, 404],
  },
  'POST /sessions/:id/typing': {
    path: at('/sessions/:session/typing'),
    statuses: [401, 404, 404, 204, 404, 204, 404, 404],
  },
};
