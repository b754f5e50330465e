import { admin, adminPosts, at, type Table } from './asked.testing.ts';

/** The org structure. */
export const unitsTable: Table = {
  'GET /admin/units': { statuses: admin(200) },
  'GET /admin/units/new': { statuses: admin(200) },
  'POST /admin/units': { form: () => ({ name: '' }), statuses: adminPosts(422) },
  'GET /admin/units/:id': { path: at('/admin/units/:unit'), statuses: admin(200) },
  'POST /admin/units/:id': {
    path: at('/admin/units/:unit'),
    form: () => ({ name: 'Trade', kind: 'department' }),
    statuses: adminPosts(303),
  },
  'POST /admin/units/:id/parent': {
    path: at('/admin/units/:unit/parent'),
    form: () => ({ parent: 'top' }),
    statuses: adminPosts(303),
  },
  'POST /admin/units/:id/members': {
    path: at('/admin/units/:unit/members'),
    form: ({ user }) => ({ user, placed: 'yes' }),
    statuses: adminPosts(303),
  },
  'POST /admin/units/:id/head': {
    path: at('/admin/units/:unit/head'),
    form: () => ({ user: '' }),
    statuses: adminPosts(303),
  },
  'POST /admin/units/:id/deletion': { path: at('/admin/units/:unit/deletion'), statuses: adminPosts(303) },
  'POST /admin/users/:id/units': {
    path: at('/admin/users/:user/units'),
    form: ({ unit }) => ({ unit, placed: 'yes' }),
    statuses: adminPosts(303),
  },
};
