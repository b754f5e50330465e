import { posted, signedIn, type Table } from './asked.testing.ts';

/** What people keep for themselves. */
export const meTable: Table = {
  'GET /me': { statuses: signedIn(200) },
  'POST /me': { form: () => ({ theme: 'dark' }), statuses: posted(303) },
};
