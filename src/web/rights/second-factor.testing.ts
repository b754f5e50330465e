import { admin, adminPosts, at, everyone, posted, signedIn, type Table } from './asked.testing.ts';

/** The second factor: at the sign-in, one's own, of others, and of whom it is required. */
export const secondFactorTable: Table = {
  // Nobody's challenge waits: one is led to the password.
  'GET /sign-in/code': { statuses: everyone(303) },
  'POST /sign-in/code': { form: () => ({ code: '123456' }), statuses: everyone(422) },
  'GET /me/second-factor': { statuses: signedIn(200) },
  'POST /me/second-factor': { statuses: posted(303) },
  'GET /me/second-factor/set-up': { statuses: signedIn(303) },
  'POST /me/second-factor/set-up': { form: () => ({ code: '123456' }), statuses: posted(303) },
  'POST /me/second-factor/cancellation': { statuses: posted(303) },
  'POST /me/second-factor/recovery-codes': { form: () => ({ password: '123456' }), statuses: posted(422) },
  'POST /me/second-factor/removal': { form: () => ({ password: '123456' }), statuses: posted(303) },
  'GET /admin/security': { statuses: admin(200) },
  'POST /admin/security': {
    form: () => ({ from: 'nobody', required: 'everyone' }),
    statuses: adminPosts(303),
  },
  'POST /admin/users/:id/second-factor-removal': {
    path: at('/admin/users/:user/second-factor-removal'),
    statuses: adminPosts(303),
  },
};
