import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../../src/id.ts';
import { foundCompany } from '../harness/company.ts';
import { Connection } from '../harness/connection.ts';
import type { Effort, Figure, Result } from '../harness/figure.ts';
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
    const product = await startProduct(folder);
    const bare = await startFloor('streams');
    try {
      const ours = await audienceOf(product, ask, (writer, id) =>
        postMessage(`/messages/${lineId}/messages`, clients[writer]?.cookie ?? '', id),
      );
      const bytes = await bytesOfOne(effort, ours);
      const floor = await audienceOf(bare, ask, (_, id) => postBytes(messageOf(id, bytes)));
      await writeFor(effort, floor);
      return [await measureBoth(effort, ours, floor, bytes)];
    } finally {
      await Promise.all([product.stop(), bare.stop()]);
    }
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
  return { folder: company.folder, lineId, operators, clients };
};

/** What the floor writes: the mark by which a message is known, and as many bytes as ours. */
const messageOf = (id: string, bytes: number): Buffer =>
  Buffer.from(`data: <article id="m-${id}">`.padEnd(bytes - 2, '.').concat('\n\n'));

/** A server with all its streams, and how one posts a message to it. */
type Audience = { port: number; open: readonly OpenStream[]; arrivals: Arrivals; posted: Posted };
type Posted = (writer: number, id: string) => Buffer;

const audienceOf = async ({ port }: Running, ask: readonly Buffer[], posted: Posted): Promise<Audience> => {
  const arrivals = new Arrivals();
  const open = await openStreams(port, ask, (_, id) => arrivals.came(id));
  // What a stream is told at its beginning shall be over.
  await pause(1000);
  return { port, open, arrivals, posted };
};

/** How many bytes a message brings on each stream. Warms the server up, too. */
const bytesOfOne = async (effort: Effort, audience: Audience): Promise<number> => {
  const sum = () => audience.open.reduce((bytes, stream) => bytes + stream.bytes, 0);
  const before = sum();
  const { messages } = await writeFor(effort, audience);
  return Math.round((sum() - before) / messages / streams);
};

/** The two take turns, so that what else the machine does meets both. */
const measureBoth = async (effort: Effort, ours: Audience, floor: Audience, bytes: number): Promise<Result> => {
  const rates: { ours: number[]; floor: number[] } = { ours: [], floor: [] };
  for (let run = 0; run < effort.runs; run++) {
    rates.floor.push((await writeFor(effort, floor)).rate);
    rates.ours.push((await writeFor(effort, ours)).rate);
  }
  for (const stream of [...ours.open, ...floor.open]) stream.close();
  return {
    what: 'fan-out to 1,000 streams',
    unit: 'messages/s',
    ours: median(rates.ours),
    floor: median(rates.floor),
    wanted: { least: 0.8 },
    note: `${bytes} bytes a message on each stream`,
  };
};

/** Each writer posts its next message once all streams have the one before. */
const writeFor = async ({ seconds }: Effort, { port, arrivals, posted }: Audience) => {
  const began = performance.now();
  let messages = 0;
  const write = async (writer: number): Promise<void> => {
    const connection = new Connection(port);
    while (performance.now() - began < seconds * 1000) {
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
