import { describe, expect, it } from 'vitest';
import { newId } from '../id.ts';
import { openStage, type Role, roles, type Things } from './rights.testing.ts';

/** What each role is answered, in the order of `roles`. */
type Statuses = readonly [number, number, number, number, number, number, number, number];

/** A request to a route: its address and form, with the things of the stage put in. */
type Asked = {
  path?: (things: Things) => string;
  form?: (things: Things) => Record<string, string>;
  statuses: Statuses;
};

// nobody, stranger, client, owner, operator, supervisor, leader (of another line), admin
const everyone = (status: number): Statuses => [status, status, status, status, status, status, status, status];
const signedIn = (status: number): Statuses => [303, status, status, status, status, status, status, status];
const posted = (status: number): Statuses => [401, status, status, status, status, status, status, status];
const admin = (status: number): Statuses => [303, 404, 404, 404, 404, 404, 404, status];
const adminPosts = (status: number): Statuses => [401, 404, 404, 404, 404, 404, 404, status];

const at = (path: string) => (things: Things) =>
  path.replace(/:(\w+)/g, (_, name: string) => things[name as keyof Things] ?? name);

const message = () => ({ id: newId(), text: 'Hello' });

/** Every route of the product. Whoever adds one says here who may use it. */
const table: Record<string, Asked> = {
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
  'GET /me': { statuses: signedIn(200) },
  'POST /me': { form: () => ({ theme: 'dark' }), statuses: posted(303) },
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
  // Lines rely on it.
  'POST /admin/groups/:id/deletion': { path: at('/admin/groups/:group/deletion'), statuses: adminPosts(422) },
  'GET /lines/all': { statuses: admin(200) },
  'GET /lines/people': { statuses: admin(200) },
  'GET /lines/new': { statuses: admin(200) },
  'POST /lines': { form: () => ({ name: '', press: 'save' }), statuses: adminPosts(422) },
  'GET /lines/:id/settings': { path: at('/lines/:line/settings'), statuses: [303, 404, 404, 404, 404, 200, 404, 200] },
  'POST /lines/:id/settings': {
    path: at('/lines/:line/settings'),
    form: () => ({ press: 'save' }),
    statuses: [401, 404, 404, 404, 404, 303, 404, 422],
  },
  'POST /lines/:id/archiving': { path: at('/lines/:line/archiving'), statuses: adminPosts(303) },
  'GET /lines/:id/avatar': { path: at('/lines/:line/avatar'), statuses: signedIn(404) },
  'GET /lines': { statuses: signedIn(200) },
  'GET /lines/:lineId': { path: at('/lines/:line'), statuses: [303, 404, 404, 200, 200, 200, 404, 404] },
  'GET /lines/:lineId/:box{mine|unassigned|active|closed}': {
    path: at('/lines/:line/active'),
    statuses: [303, 404, 404, 404, 404, 200, 404, 404],
  },
  'POST /sessions/next': { statuses: posted(409) },
  'GET /sessions/:id': { path: at('/sessions/:session'), statuses: [303, 404, 404, 200, 404, 200, 404, 404] },
  'GET /sessions/:id/messages': {
    path: at('/sessions/:session/messages?before=2'),
    statuses: [303, 404, 404, 200, 404, 200, 404, 404],
  },
  // Another operator of the line is told whose the session is; for everybody else there is none.
  'GET /sessions/:id/assignment': {
    path: at('/sessions/:session/assignment'),
    statuses: [303, 404, 404, 200, 409, 200, 404, 404],
  },
  'POST /sessions/:id/assignment': {
    path: at('/sessions/:session/assignment'),
    form: ({ user }) => ({ operator: user, owner: '' }),
    statuses: [401, 404, 404, 409, 409, 409, 404, 404],
  },
  'POST /sessions/:id/return': {
    path: at('/sessions/:session/return'),
    statuses: [401, 404, 404, 303, 409, 303, 404, 404],
  },
  'POST /sessions/:id/closure': {
    path: at('/sessions/:session/closure'),
    form: () => ({ seen: '1' }),
    statuses: [401, 404, 404, 303, 409, 303, 404, 404],
  },
  'POST /sessions/:id/messages': {
    path: at('/sessions/:session/messages'),
    form: message,
    statuses: [401, 404, 404, 303, 409, 409, 404, 404],
  },
  'POST /sessions/:id/draft': {
    path: at('/sessions/:session/draft'),
    form: () => ({ text: 'Dear' }),
    statuses: [401, 404, 404, 303, 404, 303, 404, 404],
  },
  'POST /sessions/:id/read': {
    path: at('/sessions/:session/read'),
    form: () => ({ seq: '1' }),
    statuses: [401, 404, 404, 303, 404, 303, 404, 404],
  },
  'GET /sessions/:id/seen.gif': {
    path: at('/sessions/:session/seen.gif?seq=1'),
    statuses: [303, 404, 404, 200, 404, 200, 404, 404],
  },
  'POST /sessions/:id/typing': {
    path: at('/sessions/:session/typing'),
    statuses: [401, 404, 404, 204, 404, 204, 404, 404],
  },
  'GET /messages': { statuses: signedIn(200) },
  'GET /messages/lines': { statuses: signedIn(200) },
  'GET /messages/:lineId': { path: at('/messages/:line'), statuses: [303, 404, 200, 404, 404, 404, 404, 404] },
  'GET /messages/:lineId/messages': {
    path: at('/messages/:line/messages?before=2'),
    statuses: [303, 404, 200, 404, 404, 404, 404, 404],
  },
  'POST /messages/:lineId/messages': {
    path: at('/messages/:line/messages'),
    form: message,
    statuses: [401, 404, 303, 404, 404, 404, 404, 404],
  },
  'POST /messages/:lineId/draft': {
    path: at('/messages/:line/draft'),
    form: () => ({ text: 'Dear' }),
    statuses: [401, 404, 303, 404, 404, 404, 404, 404],
  },
  'POST /messages/:lineId/read': {
    path: at('/messages/:line/read'),
    form: () => ({ seq: '1' }),
    statuses: [401, 404, 303, 404, 404, 404, 404, 404],
  },
  'GET /messages/:lineId/seen.gif': {
    path: at('/messages/:line/seen.gif?seq=1'),
    statuses: [303, 404, 200, 404, 404, 404, 404, 404],
  },
  // Tells nothing: there is nobody to see it where no session is open.
  'POST /messages/:lineId/typing': { path: at('/messages/:line/typing'), statuses: posted(204) },
  'GET /files/:id': { path: at('/files/:file'), statuses: [303, 404, 200, 200, 404, 200, 404, 404] },
};

/** Streams do not end by themselves; they are asked over real sockets in live's own tests. */
const streams = new Set(['GET /live']);

describe('every route, asked by every role', async () => {
  const stage = await openStage();

  it('is named in the table, and the table names nothing else', async () => {
    const { app, close } = await stage.fresh();
    const routes = app.routes.filter((route) => route.method !== 'ALL').map((route) => `${route.method} ${route.path}`);
    await close();
    expect(Object.keys(table).sort()).toEqual([...new Set(routes)].sort());
  });

  for (const [route, asked] of Object.entries(table)) {
    if (streams.has(route)) continue;
    it(route, async () => {
      const [method = '', pattern = ''] = route.split(' ');
      const path = asked.path?.(stage.things) ?? pattern;
      const form = new URLSearchParams(asked.form?.(stage.things)).toString();
      const answered: Partial<Record<Role, number>> = {};
      for (const role of roles) {
        const { ask, close } = await stage.fresh();
        answered[role] = (await ask(role, method, path, form)).status;
        await close();
      }
      expect(answered).toEqual(Object.fromEntries(roles.map((role, place) => [role, asked.statuses[place]])));
    });
  }
});
