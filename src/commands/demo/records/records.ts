import type { Tx } from '../../../db/doors.ts';
import { changeLine } from '../../../lines/line.ts';
import { stampOf } from '../../../lines/merge.ts';
import { lineById } from '../../../lines/read.ts';
import type { LineSettings } from '../../../lines/settings.ts';
import { listAccounts } from '../../../records/accounts.ts';
import { chanceFrom } from '../../made-up/chance.ts';
import type { Cast } from '../cast.ts';
import { recordTextsFor } from '../texts.ts';
import type { Making } from './build.ts';
import { fillClients, makeClients } from './clients.ts';
import { fillComplaints, makeComplaints } from './complaints.ts';
import { namesFor } from './made-up.ts';
import { writeFromOutside } from './outside.ts';
import { fillRequests, makeRequests } from './requests.ts';
import { keepViews } from './views.ts';

/**
 * The apps of the demo with what is in them, bound to the lines, and the clients who write from outside. Whoever writes from inside
 * has done so before.
 *
 * @param at when the apps were made, and now, in ms since 1970
 */
export const recordDemo = async (
  tx: Tx,
  cast: Cast,
  language: 'en' | 'ru',
  { at, now }: { at: number; now: number },
): Promise<void> => {
  const texts = recordTextsFor(language);
  const making: Making = { tx, chance: chanceFrom(3), admin: cast.administrator, at, now };
  const names = namesFor(texts, 141);
  const known = await writeFromOutside(making, cast, texts, names);
  const clients = await makeClients(making, texts, cast.groups);
  const complaints = await makeComplaints(making, texts, cast.groups, clients.app.id);
  const requests = await makeRequests(making, texts, cast.groups);
  await bind(making, cast.customers, { linkApp: clients.app.id, createdApps: [complaints.app.id] });
  await bind(making, cast.support, { createdApps: [requests.app.id] });

  const operators = [cast.anna.id, cast.boris.id, cast.gleb.id];
  // The last of them is the one whom nobody knows yet.
  const people = { names: names.slice(0, -1), known, managers: operators };
  const clientIds = await fillClients(making, texts, clients, people);
  await fillComplaints(making, texts, complaints, { clients: clientIds, operators }, 90);
  const own = await employeesIn(making);
  await fillRequests(making, texts, requests, { accounts: own, operators }, 80);

  const [c, r, q] = [clients.app.fields, complaints.app.fields, requests.app.fields];
  const oldest = { by: r.received.n, descending: false };
  await keepViews(making, cast.vera.id, [
    {
      ...{ app: clients.app, name: texts.views.enterprises },
      filters: [{ field: c.segment.n, is: 'any', of: [clients.segments[2]?.id ?? ''] }],
    },
    { app: complaints.app, name: texts.views.openComplaints, filters: [{ field: r.solved.n, is: 'no' }], sort: oldest },
    { app: complaints.app, name: texts.views.mine, filters: [{ field: r.responsible.n, is: 'any', of: ['me'] }] },
    {
      ...{ app: requests.app, name: texts.views.urgent },
      filters: [
        { field: q.priority.n, is: 'any', of: [requests.priorities[2]?.id ?? ''] },
        { field: q.solved.n, is: 'no' },
      ],
    },
  ]);
};

/** The accounts of those who wrote from inside, by name. */
const employeesIn = async ({ tx, admin }: Making): Promise<string[]> => {
  const wanted = { search: '', channel: 'chat', unlinked: false, after: undefined };
  const { rows } = await listAccounts(tx, { id: admin, administrator: true }, wanted);
  return rows.toSorted((one, other) => (one.name < other.name ? -1 : 1)).map(({ id }) => id);
};

const bind = async ({ tx, admin, at }: Making, lineId: string, typed: Partial<LineSettings>): Promise<void> => {
  const line = await lineById(tx, lineId);
  const changed = line && (await changeLine(tx, lineId, stampOf(line), typed, { actor: admin, at }));
  if (changed?.kind !== 'changed') throw new Error('A line of the demo was not bound.');
};
