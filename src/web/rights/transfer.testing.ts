import { at, type Table } from './asked.testing.ts';

// Who creates in the app; and of them who started the import.
const creators = [303, 404, 404, 200, 200, 404, 404, 404] as const;
const own = [303, 404, 404, 200, 404, 404, 404, 404] as const;
const ownPosts = [401, 404, 404, 303, 404, 404, 404, 404] as const;

/** Items into files and out of them. */
export const transferTable: Table = {
  'GET /apps/:id/export': { path: at('/apps/:app/export'), statuses: [303, 404, 404, 200, 200, 200, 404, 404] },
  'GET /apps/:id/imports': { path: at('/apps/:app/imports'), statuses: creators },
  'GET /apps/:id/imports/new': { path: at('/apps/:app/imports/new'), statuses: creators },
  // No file came with it.
  'POST /apps/:id/imports': { path: at('/apps/:app/imports'), statuses: [401, 404, 404, 422, 422, 404, 404, 404] },
  'GET /apps/:id/imports/:import': { path: at('/apps/:app/imports/:import'), statuses: own },
  'POST /apps/:id/imports/:import': {
    path: at('/apps/:app/imports/:import'),
    form: ({ field }) => ({ 'column.0': field }),
    statuses: ownPosts,
  },
  'POST /apps/:id/imports/:import/columns': { path: at('/apps/:app/imports/:import/columns'), statuses: ownPosts },
  'POST /apps/:id/imports/:import/confirmation': {
    path: at('/apps/:app/imports/:import/confirmation'),
    statuses: ownPosts,
  },
  'POST /apps/:id/imports/:import/cancellation': {
    path: at('/apps/:app/imports/:import/cancellation'),
    statuses: ownPosts,
  },
  'GET /apps/:id/imports/:import/bad-rows': { path: at('/apps/:app/imports/:import/bad-rows'), statuses: own },
};
