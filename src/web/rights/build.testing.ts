import { newId } from '../../id.ts';
import { admin, adminPosts, at, signedIn, type Table } from './asked.testing.ts';

/** Apps and their fields. */
export const buildTable: Table = {
  'GET /apps': { statuses: signedIn(200) },
  'GET /apps/new': { statuses: admin(200) },
  'POST /apps': { form: () => ({ name: '' }), statuses: adminPosts(422) },
  'GET /apps/:id/settings': { path: at('/apps/:app/settings'), statuses: admin(200) },
  'POST /apps/:id/settings': {
    path: at('/apps/:app/settings'),
    form: () => ({ name: '' }),
    statuses: adminPosts(422),
  },
  'POST /apps/:id/archiving': { path: at('/apps/:app/archiving'), statuses: adminPosts(303) },
  'POST /apps/:id/restoration': { path: at('/apps/:app/restoration'), statuses: adminPosts(303) },
  'GET /apps/:id/fields': { path: at('/apps/:app/fields'), statuses: admin(200) },
  'GET /apps/:id/fields/new': { path: at('/apps/:app/fields/new?kind=choice'), statuses: admin(200) },
  'POST /apps/:id/fields': {
    path: at('/apps/:app/fields'),
    form: () => ({ id: newId(), kind: 'text', name: 'Town' }),
    statuses: adminPosts(303),
  },
  'GET /apps/:id/fields/:field': { path: at('/apps/:app/fields/:field'), statuses: admin(200) },
  'POST /apps/:id/fields/:field': {
    path: at('/apps/:app/fields/:field'),
    form: () => ({ name: '' }),
    statuses: adminPosts(422),
  },
  'POST /apps/:id/fields/:field/place': {
    path: at('/apps/:app/fields/:field/place'),
    form: () => ({ from: '0', to: 'down' }),
    statuses: adminPosts(303),
  },
  'GET /apps/:id/fields/:field/kind': { path: at('/apps/:app/fields/:field/kind?kind=number'), statuses: admin(200) },
  'POST /apps/:id/fields/:field/kind': {
    path: at('/apps/:app/fields/:field/kind'),
    form: () => ({ kind: 'long-text' }),
    statuses: adminPosts(303),
  },
  'GET /apps/:id/fields/:field/removal': { path: at('/apps/:app/fields/:field/removal'), statuses: admin(200) },
  'POST /apps/:id/fields/:field/removal': { path: at('/apps/:app/fields/:field/removal'), statuses: adminPosts(303) },
  'POST /apps/:id/fields/:field/restoration': {
    path: at('/apps/:app/fields/:field/restoration'),
    statuses: adminPosts(303),
  },
};
