import { admin, adminPosts, type Table } from './asked.testing.ts';

/** How people come in: from a file, and by the links that are handed to them. */
export const joiningTable: Table = {
  'GET /admin/users/import': { statuses: admin(200) },
  'POST /admin/users/import': { form: () => ({ text: 'name,email' }), statuses: adminPosts(422) },
  // Nobody's: what another administrator gave is shown to nobody else, see src/web/admin/import.
  'GET /admin/users/import/:id': { path: () => '/admin/users/import/none', statuses: admin(404) },
  'POST /admin/users/import/:id': { path: () => '/admin/users/import/none', statuses: adminPosts(404) },
  'POST /admin/users/invitations': { statuses: adminPosts(200) },
};
