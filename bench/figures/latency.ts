import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../../src/id.ts';
import { foundCompany, type Signed, type WantedSession } from '../harness/company.ts';
import { Connection } from '../harness/connection.ts';
import type { Effort, Figure, Result } from '../harness/figure.ts';
import { median, quantile } from '../harness/median.ts';
import { startProduct } from '../harness/process.ts';
import { get, postMessage } from '../harness/request.ts';
import { openStreams } from '../harness/stream.ts';

const operators = 500;
/** Messages a second. */
const rate = 50;

export const latency: Figure = {
  name: 'latency',
  help: "from a client's message to the operator's stream, 500 operators connected, 50 messages a second",
  measure: async (effort) => [
    ...(await measureAs(effort, 'its owner', true)),
    ...(await measureAs(effort, 'all 500 (nobody has taken it)', false)),
  ],
};

const measureAs = async (effort: Effort, to: string, owned: boolean): Promise<Result[]> => {
  const { folder, lineId, staff, clients } = await furnish(owned);
  const server = await startProduct(folder);
  try {
    const times = new Times();
    const ask = staff.map(({ cookie }) => get('/live?after=0', cookie, 'Accept: text/event-stream\r\n'));
    const open = await openStreams(server.port, ask, (_, id) => times.came(id));
    await pause(1000);
    const runs: number[][] = [];
    for (let run = 0; run <= effort.runs; run++) {
      await write(effort.seconds * 2, server.port, lineId, clients, times);
      await pause(500);
      const taken = times.take(owned ? 1 : operators);
      if (run > 0) runs.push(taken);
    }
    for (const stream of open) stream.close();
    const samples = runs.reduce((sum, run) => sum + run.length, 0);
    const what = `client's message to the stream of ${to}`;
    return [
      { what: `${what}, p50`, unit: 'ms', ours: median(runs.map((run) => quantile(run, 0.5))) },
      {
        what: `${what}, p99`,
        unit: 'ms',
        ours: median(runs.map((run) => quantile(run, 0.99))),
        wanted: { most: 50 },
        note: `${samples} arrivals`,
      },
    ];
  } finally {
    await server.stop();
  }
};

const furnish = async (owned: boolean) => {
  const company = await foundCompany();
  const staff = await company.hire('operator', operators);
  const clients = await company.hire('client', owned ? operators : rate);
  const lineId = await company.line('Support', staff);
  const wanted = clients.map((client, index): WantedSession => {
    return { client, owner: owned ? (staff[index] ?? null) : null, messages: owned ? 6 : 1 };
  });
  await company.sessions(lineId, wanted);
  await company.close();
  return { folder: company.folder, lineId, staff, clients };
};

/** Messages at even distances, whether or not the ones before were answered: who waits for the slow hides it. */
const write = async (
  seconds: number,
  port: number,
  lineId: string,
  clients: readonly Signed[],
  times: Times,
): Promise<void> => {
  const idle: Connection[] = [];
  const posting: Promise<void>[] = [];
  const began = performance.now();
  for (let number = 0; number < seconds * rate; number++) {
    const due = began + (number * 1000) / rate;
    const early = due - performance.now();
    if (early > 0) await pause(early);
    const connection = idle.pop() ?? new Connection(port);
    posting.push(
      postOne(connection, lineId, clients[number % clients.length], times).then(() => void idle.push(connection)),
    );
  }
  await Promise.all(posting);
  for (const connection of idle) connection.close();
};

const postOne = async (
  connection: Connection,
  lineId: string,
  client: Signed | undefined,
  times: Times,
): Promise<void> => {
  const id = newId();
  times.sent(id);
  const { status } = await connection.ask(postMessage(`/messages/${lineId}/messages`, client?.cookie ?? '', id));
  if (status !== 200) throw new Error(`A message was answered ${status}.`);
};

/** When each message was sent, and how long it took to each stream, ms. */
class Times {
  readonly #sent = new Map<string, number>();
  #taken: number[] = [];

  sent(id: string): void {
    this.#sent.set(id, performance.now());
  }

  came(id: string): void {
    const sent = this.#sent.get(id);
    if (sent !== undefined) this.#taken.push(performance.now() - sent);
  }

  /** @throws if one of the messages has not come on each of `streams` streams */
  take(streams: number): number[] {
    const taken = this.#taken;
    const expected = this.#sent.size * streams;
    if (taken.length !== expected) throw new Error(`${taken.length} arrivals instead of ${expected}.`);
    this.#taken = [];
    this.#sent.clear();
    return taken;
  }
}
