import { describe, expect, it } from 'vitest';
import { adminTable } from './rights/admin.testing.ts';
import type { Table } from './rights/asked.testing.ts';
import { deskTable } from './rights/desk.testing.ts';
import { generalTable } from './rights/general.testing.ts';
import { joiningTable } from './rights/joining.testing.ts';
import { linesTable } from './rights/lines.testing.ts';
import { meTable } from './rights/me.testing.ts';
import { messagesTable } from './rights/messages.testing.ts';
import { secondFactorTable } from './rights/second-factor.testing.ts';
import { unitsTable } from './rights/units.testing.ts';
import { openStage, type Role, roles } from './rights.testing.ts';

/** Every route of the product. Whoever adds one says in its room's table who may use it. */
const table: Table = {
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
