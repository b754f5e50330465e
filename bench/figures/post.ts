import { join } from 'node:path';
import { foundCompany, type Signed } from '../harness/company.ts';
import type { Effort, Figure, Result } from '../harness/figure.ts';
import { newFolder } from '../harness/folder.ts';
import { type Next, perSecond } from '../harness/load.ts';
import { median } from '../harness/median.ts';
import { startFloor, startProduct } from '../harness/process.ts';
import { postMessage, postPlainMessage } from '../harness/request.ts';

export const post: Figure = {
  name: 'post',
  help: 'posting a message, one at a time and 64 at once',
  measure: async (effort) => {
    const places = await furnish();
    const ours = await startProduct(places.folder);
    const floor = await startFloor('insert', join(newFolder(), 'rows.db'));
    try {
      return await measureAll(effort, places, ours.port, floor.port);
    } finally {
      await Promise.all([ours.stop(), floor.stop()]);
    }
  },
};

type Places = {
  folder: string;
  lineId: string;
  clients: readonly Signed[];
  owners: readonly Signed[];
  sessions: readonly string[];
};

/** 64 clients, each with a session of 20 messages that one of eight operators owns. */
const furnish = async (): Promise<Places> => {
  const company = await foundCompany();
  const operators = await company.hire('operator', 8);
  const clients = await company.hire('client', 64);
  const lineId = await company.line('Support', operators);
  const owners = clients.map((_, index) => operators[index % 8] ?? clients[0]).filter((one) => one !== undefined);
  const wanted = clients.map((client, index) => ({ client, owner: owners[index] ?? null, messages: 20 }));
  const sessions = await company.sessions(lineId, wanted);
  await company.close();
  return { folder: company.folder, lineId, clients, owners, sessions };
};

const measureAll = async (effort: Effort, places: Places, port: number, floorPort: number): Promise<Result[]> => {
  const { lineId, clients, owners, sessions } = places;
  const asOwner: Next = (n) => postMessage(`/sessions/${sessions[n]}/messages`, owners[n]?.cookie ?? '');
  const asClient: Next = (n) => postMessage(`/messages/${lineId}/messages`, clients[n]?.cookie ?? '');
  const plain: Next = (n) => postPlainMessage(`/sessions/${sessions[n]}/messages`, owners[n]?.cookie ?? '');
  const kinds: Kind[] = [
    { what: 'post an answer, 64 at once', at: 64, next: asOwner, least: 1 },
    { what: "post a client's message, 64 at once", at: 64, next: asClient, least: 1 },
    { what: 'post an answer as a plain form, 64 at once', at: 64, next: plain },
    { what: 'post an answer, one client', at: 1, next: asOwner, least: 0.4 },
    { what: "post a client's message, one client", at: 1, next: asClient, least: 0.4 },
  ];
  const results: Result[] = [];
  for (const kind of kinds) results.push(await measureOne(effort, kind, port, floorPort));
  return results;
};

type Kind = { what: string; at: number; next: Next; least?: number };

/** Ours and the floor take turns, so that what else the machine does meets both. */
const measureOne = async ({ runs, seconds }: Effort, kind: Kind, port: number, floorPort: number): Promise<Result> => {
  const ours: number[] = [];
  const floor: number[] = [];
  await perSecond(port, kind.at, kind.next, 1000);
  for (let run = 0; run < runs; run++) {
    floor.push(await perSecond(floorPort, kind.at, kind.next, seconds * 1000));
    ours.push(await perSecond(port, kind.at, kind.next, seconds * 1000));
  }
  const wanted = kind.least === undefined ? {} : { wanted: { least: kind.least } };
  return { what: kind.what, unit: 'messages/s', ours: median(ours), floor: median(floor), ...wanted };
};
