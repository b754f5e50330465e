import { describe, expect, it } from 'vitest';
import { accountsTable } from './rights/accounts.testing.ts';
import { adminTable } from './rights/admin.testing.ts';
import type { Table } from './rights/asked.testing.ts';
import { buildTable } from './rights/build.testing.ts';
import { deskTable } from './rights/desk.testing.ts';
import { generalTable } from './rights/general.testing.ts';
import { itemListTable } from './rights/item-list.testing.ts';
import { itemsTable } from './rights/items.testing.ts';
import { joiningTable } from './rights/joining.testing.ts';
import { linesTable } from './rights/lines.testing.ts';
import { meTable } from './rights/me.testing.ts';
import { messagesTable } from './rights/messages.testing.ts';
import { recordsTable } from './rights/records.testing.ts';
import { secondFactorTable } from './rights/second-factor.testing.ts';
import { transferTable } from './rights/transfer.testing.ts';
import { unitsTable } from './rights/units.testing.ts';
import { openStage, type Role, roles } from './rights.testing.ts';

/** Every route of the product. Whoever adds one says in its room's table who may use it. */
const table: Table = {
  ...accountsTable,
  ...buildTable,
  ...itemListTable,
  ...itemsTable,
  ...recordsTable,
  ...transferTable,
  ...adminTable,
  ...deskTable,
  ...generalTable,
  ...joiningTable,
  ...linesTable,
  ...meTable,
  ...messagesTable,
  ...secondFactorTable,
  ...unitsTable,
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

/** What stays open to who owes a second factor: to set it up, to sign out, and what is there for everybody. */
const openToWhoOwes = /^(GET|POST) \/(me\/second-factor|sign-in|sign-out|password\/|setup$|healthz$|dev\/boot$|\*$)/;

it('every other route is shut to an administrator who owes a second factor', async () => {
  const stage = await openStage();
  const { ask, close } = await stage.fresh();
  expect((await ask('admin', 'POST', '/admin/security', 'from=nobody&required=everyone')).status).toBe(303);
  const shut = Object.entries(table).filter(([route]) => !openToWhoOwes.test(route));
  expect(shut.length).toBeGreaterThan(50);
  for (const [route, asked] of shut) {
    const [method = '', pattern = ''] = route.split(' ');
    const path = asked.path?.(stage.things) ?? pattern;
    const form = new URLSearchParams(asked.form?.(stage.things)).toString();
    for (const way of method === 'GET' ? ['GET', 'HEAD'] : [method]) {
      const { status, location } = await ask('admin', way, path, form);
      const led = location?.startsWith('/me/second-factor') ? 'led' : location;
      const wanted = way === 'POST' ? [403, null] : path.startsWith('/live') ? [401, null] : [303, 'led'];
      expect([status, led], `${way} ${path}`).toEqual(wanted);
    }
  }
  await close();
});
