import { setTimeout as pause } from 'node:timers/promises';
import { foundCompany } from '../harness/company.ts';
import type { Figure } from '../harness/figure.ts';
import { askOnce } from '../harness/load.ts';
import { median } from '../harness/median.ts';
import { type Running, startFloor, startProduct } from '../harness/process.ts';
import { get } from '../harness/request.ts';
import { type OpenStream, openStreams } from '../harness/stream.ts';

/** So many streams are open before counting begins: what only the first of them cost belongs to none. */
const before = 200;
const counted = 1000;

export const memory: Figure = {
  name: 'memory',
  help: 'resident memory, idle after start and for each connected stream',
  measure: async ({ runs }) => {
    const company = await foundCompany();
    const operators = await company.hire('operator', before + counted);
    await company.line('Support', operators);
    await company.close();
    const ask = operators.map(({ cookie }) => get('/live?after=0', cookie, 'Accept: text/event-stream\r\n'));
    const idle: number[] = [];
    const ours: number[] = [];
    const floor: number[] = [];
    for (let run = 0; run < runs; run++) {
      const server = await startProduct(company.folder);
      await askOnce(server.port, get('/healthz', ''));
      await pause(2000);
      idle.push(server.memory() / 1e6);
      ours.push(await perStream(server, ask));
      floor.push(await perStream(await startFloor('streams'), ask));
    }
    return [
      { what: 'memory, idle after start', unit: 'MB', ours: median(idle), wanted: { most: 100 } },
      {
        what: 'memory of a connected stream',
        unit: 'KB',
        ours: median(ours),
        floor: median(floor),
        wanted: { most: 1.3 },
      },
    ];
  },
};

/** KB. Each stream is another person's: that is what costs most. Stops the server. */
const perStream = async (server: Running, ask: readonly Buffer[]): Promise<number> => {
  try {
    const open: OpenStream[] = await openStreams(server.port, ask.slice(0, before), () => undefined);
    await pause(2000);
    const first = server.memory();
    open.push(...(await openStreams(server.port, ask.slice(before), () => undefined)));
    await pause(2000);
    const last = server.memory();
    for (const stream of open) stream.close();
    return (last - first) / counted / 1000;
  } finally {
    await server.stop();
  }
};
