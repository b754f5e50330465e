import { at, message, posted, signedIn, type Table } from './asked.testing.ts';

/** What people write to lines. */
export const messagesTable: Table = {
  'GET /messages': { statuses: signedIn(200) },
  'GET /messages/lines': { statuses: signedIn(200) },
  'GET /messages/:lineId': { path: at('/messages/:line'), statuses: [303, 404, 200, 404, 404, 404, 404, 404] },
  'GET /messages/:lineId/messages': {
    path: at('/messages/:line/messages?before=2'),
    statuses: [303, 404, 200, 404, 404, 404, 404, 404],
  },
  'POST /messages/:lineId/messages': {
    path: at('/messages/:line/messages'),
    form: message,
    statuses: [401, 404, 303, 404, 404, 404, 404, 404],
  },
  'POST /messages/:lineId/draft': {
    path: at('/messages/:line/draft'),
    form: () => ({ text: 'Dear' }),
    statuses: [401, 404, 303, 404, 404, 404, 404, 404],
  },
  'POST /messages/:lineId/read': {
    path: at('/messages/:line/read'),
    form: () => ({ seq: '1' }),
    statuses: [401, 404, 303, 404, 404, 404, 404, 404],
  },
  'GET /messages/:lineId/seen.gif': {
    path: at('/messages/:line/seen.gif?seq=1'),
    statuses: [303, 404, 200, 404, 404, 404, 404, 404],
  },
  // Tells nothing: there is nobody to see it where no session is open.
  'POST /messages/:lineId/typing': { path: at('/messages/:line/typing'), statuses: posted(204) },
};
