import { admin, adminPosts, at, type Table } from './asked.testing.ts';

/** People, groups and all else that administrators keep. */
export const adminTable: Table = {
  'GET /admin': { statuses: admin(303) },
  'GET /admin/users': { statuses: admin(200) },
  'GET /admin/users/new': { statuses: admin(200) },
  'POST /admin/users': { form: () => ({ name: '' }), statuses: adminPosts(422) },
  'GET /admin/users/:id': { path: at('/admin/users/:user'), statuses: admin(200) },
  'POST /admin/users/:id': { path: at('/admin/users/:user'), form: () => ({ name: '' }), statuses: adminPosts(422) },
  'POST /admin/users/:id/activation': {
    path: at('/admin/users/:user/activation'),
    form: () => ({ active: 'no' }),
    statuses: adminPosts(303),
  },
  'POST /admin/users/:id/password-link': { path: at('/admin/users/:user/password-link'), statuses: adminPosts(200) },
  'GET /admin/groups': { statuses: admin(200) },
  'GET /admin/groups/new': { statuses: admin(200) },
  'POST /admin/groups': { form: () => ({ name: '' }), statuses: adminPosts(422) },
  'GET /admin/groups/:id': { path: at('/admin/groups/:group'), statuses: admin(200) },
  'POST /admin/groups/:id': { path: at('/admin/groups/:group'), form: () => ({ name: '' }), statuses: adminPosts(422) },
  'POST /admin/groups/:id/members': {
    path: at('/admin/groups/:group/members'),
    form: ({ user }) => ({ user, member: 'yes' }),
    statuses: adminPosts(303),
  },
  'GET /admin/audit': { statuses: admin(200) },
  'POST /admin/audit/export': { statuses: adminPosts(200) },
  // Lines rely on it.
  'POST /admin/groups/:id/deletion': { path: at('/admin/groups/:group/deletion'), statuses: adminPosts(422) },
};
