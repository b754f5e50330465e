import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../../src/id.ts';
import { foundCompany, type Signed } from '../harness/company.ts';
import { Connection } from '../harness/connection.ts';
import type { Effort, Figure } from '../harness/figure.ts';
import { median } from '../harness/median.ts';
import { type Running, startFloor, startProduct } from '../harness/process.ts';
import { get, postBytes, postMessage } from '../harness/request.ts';
import { type OpenStream, openStreams } from '../harness/stream.ts';

const streams = 1000;
/** Messages that are under way at a time, each from a client of its own. */
const writers = 8;

export const fanout: Figure = {
  name: 'fanout',
  help: 'messages a second that all of 1,000 streams have received',
  measure: async (effort) => {
    const { folder, lineId, operators, clients } = await furnish();
    const ask = operators.map(({ cookie }) => get('/live?after=0', cookie, 'Accept: text/event-stream\r\n'));
    const ours = await startProduct(folder);
    const product = await measureBoth(effort, ours, ask, (n, id) =>
      postMessage(`/messages/${lineId}/messages`, clients[n]?.cookie ?? '', id),
    );
    const bytes = Math.round(product.bytes);
    const bare = await startFloor('streams');
    const floor = await measureBoth(effort, bare, ask, (_, id) => postBytes(messageOf(id, bytes)));
    const note = `${bytes} bytes a message on each stream`;
    return [
      {
        what: 'fan-out to 1,000 streams',
        unit: 'messages/s',
        ours: product.rate,
        floor: floor.rate,
        wanted: { least: 0.8 },
        note,
      },
    ];
  },
};

/** A thousand operators of one line look on while eight clients write in sessions that nobody has taken. */
const furnish = async () => {
  const company = await foundCompany();
  const operators = await company.hire('operator', streams);
  const clients = await company.hire('client', writers);
  const lineId = await company.line('Support', operators);
  await company.sessions(
    lineId,
    clients.map((client) => ({ client, owner: null, messages: 1 })),
  );
  await company.close();
  return { folder: company.folder, lineId, operators, clients } satisfies {
    operators: Signed[];
    [key: string]: unknown;
  };
};

/** What the floor writes: the mark by which a message is known, and as many bytes as ours. */
const messageOf = (id: string, bytes: number): Buffer =>
  Buffer.from(`data: <article id="m-${id}">`.padEnd(bytes - 2, '.').concat('\n\n'));

type Posted = (writer: number, id: string) => Buffer;

const measureBoth = async (effort: Effort, server: Running, ask: readonly Buffer[], posted: Posted) => {
  const arrivals = new Arrivals();
  try {
    const open = await openStreams(server.port, ask, (_, id) => arrivals.came(id));
    // What a stream is told at its beginning shall be over.
    await pause(1000);
    const rates: number[] = [];
    const bytes: number[] = [];
    for (let run = 0; run <= effort.runs; run++) {
      const before = sumOf(open);
      const { rate, messages } = await writeFor(effort.seconds * 1000, server.port, arrivals, posted);
      // The first run only warms up.
      if (run > 0) rates.push(rate);
      bytes.push((sumOf(open) - before) / messages / streams);
    }
    for (const stream of open) stream.close();
    return { rate: median(rates), bytes: median(bytes) };
  } finally {
    await server.stop();
  }
};

/** Each writer posts its next message once all streams have the one before. */
const writeFor = async (ms: number, port: number, arrivals: Arrivals, posted: Posted) => {
  const began = performance.now();
  let messages = 0;
  const write = async (writer: number): Promise<void> => {
    const connection = new Connection(port);
    while (performance.now() - began < ms) {
      const id = newId();
      const complete = arrivals.expect(id);
      const { status } = await connection.ask(posted(writer, id));
      if (status !== 200) throw new Error(`A message was answered ${status}.`);
      await complete;
      messages++;
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  return { rate: (messages / (performance.now() - began)) * 1000, messages };
};

const sumOf = (open: readonly OpenStream[]): number => open.reduce((sum, stream) => sum + stream.bytes, 0);

/** Counts on how many streams each message has come. */
class Arrivals {
  readonly #left = new Map<string, { missing: number; complete: () => void }>();

  expect(id: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('A message has not come on all streams within 20 s.')), 20_000);
      const complete = (): void => {
        clearTimeout(late);
        resolve();
      };
      this.#left.set(id, { missing: streams, complete });
    });
  }

  came(id: string): void {
    const message = this.#left.get(id);
    if (!message || --message.missing > 0) return;
    this.#left.delete(id);
    message.complete();
  }
}
