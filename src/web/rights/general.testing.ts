import { at, everyone, type Table } from './asked.testing.ts';

/** What is there for everybody. */
export const generalTable: Table = {
  'GET /healthz': { statuses: everyone(200) },
  'GET /dev/boot': { statuses: everyone(404) },
  'GET /*': { path: () => '/no-such-thing', statuses: everyone(404) },
  'GET /setup': { statuses: everyone(404) },
  'POST /setup': { statuses: everyone(409) },
  'GET /sign-in': { statuses: [200, 303, 303, 303, 303, 303, 303, 303] },
  'POST /sign-in': { form: () => ({ email: 'x@example.com', password: 'wrong' }), statuses: everyone(422) },
  'POST /sign-out': { statuses: everyone(303) },
  'GET /password/:token': { path: at('/password/:link'), statuses: everyone(200) },
  'POST /password/:token': {
    path: at('/password/:link'),
    form: () => ({ password: 'short' }),
    statuses: everyone(422),
  },
  'GET /live': { path: () => '/live?after=0', statuses: [401, 200, 200, 200, 200, 200, 200, 200] },
  'GET /live/poll': { path: () => '/live/poll?after=0', statuses: [401, 200, 200, 200, 200, 200, 200, 200] },
  'GET /': { statuses: everyone(303) },
  'GET /files/:id': { path: at('/files/:file'), statuses: [303, 404, 200, 200, 404, 200, 404, 404] },
};
