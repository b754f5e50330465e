import { at, signedIn, type Table } from './asked.testing.ts';

/** Accounts, and whose they are: the list shows everybody what they may see, if that is nothing. */
export const accountsTable: Table = {
  'GET /accounts': { statuses: signedIn(200) },
  // Of whoever sees a session of it at the desk, and of administrators; not the client's own.
  'GET /accounts/:id': { path: at('/accounts/:account'), statuses: [303, 404, 404, 200, 404, 200, 404, 200] },
};
