import { spawnSync } from 'node:child_process';
import { foundCompany } from '../harness/company.ts';
import type { Figure } from '../harness/figure.ts';
import { askOnce } from '../harness/load.ts';
import { median } from '../harness/median.ts';
import { startProduct } from '../harness/process.ts';
import { get } from '../harness/request.ts';

export const start: Figure = {
  name: 'start',
  help: 'from the start of the process to its first answer, on data that is there',
  measure: async ({ runs }) => {
    const company = await foundCompany();
    const operators = await company.hire('operator', 4);
    const clients = await company.hire('client', 20);
    const lineId = await company.line('Support', operators);
    await company.sessions(
      lineId,
      clients.map((client) => ({ client, owner: operators[0] ?? null, messages: 20 })),
    );
    await company.close();
    const ours: number[] = [];
    const floor: number[] = [];
    for (let run = 0; run < runs; run++) {
      floor.push(timed(() => spawnSync(process.execPath, ['-e', '0'])));
      ours.push(await firstAnswer(company.folder));
    }
    return [
      { what: 'start to first answer', unit: 'ms', ours: median(ours), floor: median(floor), wanted: { most: 5 } },
    ];
  },
};

const timed = (work: () => void): number => {
  const began = performance.now();
  work();
  return performance.now() - began;
};

const firstAnswer = async (folder: string): Promise<number> => {
  const began = performance.now();
  const server = await startProduct(folder);
  try {
    await askOnce(server.port, get('/healthz', ''));
    return performance.now() - began;
  } finally {
    await server.stop();
  }
};
