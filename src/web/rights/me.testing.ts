import { at, posted, signedIn, type Table } from './asked.testing.ts';

/** What people keep for themselves, and the faces that colleagues see. */
export const meTable: Table = {
  'GET /me': { statuses: signedIn(200) },
  'POST /me': { form: () => ({ theme: 'dark' }), statuses: posted(303) },
  'POST /me/avatar': { form: () => ({ remove: 'on' }), statuses: posted(303) },
  'GET /me/password': { statuses: signedIn(200) },
  'POST /me/password': { form: () => ({ current: 'x', password: 'short' }), statuses: posted(422) },
  'GET /me/security': { statuses: signedIn(200) },
  'POST /me/sign-ins/closure': { form: () => ({ which: 'others' }), statuses: posted(303) },
  'POST /me/sign-ins/:id/closure': { statuses: posted(404) },
  'GET /people/:id/avatar': { path: at('/people/:portrayed/avatar'), statuses: signedIn(200) },
};
