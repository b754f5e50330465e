import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { foundCompany, type Signed } from '../harness/company.ts';
import type { Effort, Figure, Result } from '../harness/figure.ts';
import { newFolder } from '../harness/folder.ts';
import { askOnce, onceEach, perSecond } from '../harness/load.ts';
import { median } from '../harness/median.ts';
import { startFloor, startProduct } from '../harness/process.ts';
import { get } from '../harness/request.ts';

export const desk: Figure = {
  name: 'desk',
  help: 'the desk with 50 sessions in the list and 50 messages in the conversation, cold and warm',
  measure: async (effort) => {
    const places = await furnish();
    const runs: Run[] = [];
    for (let run = 0; run < effort.runs; run++) runs.push(await measureOnce(effort, places));
    const floor = median(runs.map((one) => one.floor));
    const note = `${runs[0]?.bytes} bytes a page; cold: lists and conversations that nobody has opened since the start`;
    return [
      {
        what: 'desk page, cold',
        unit: 'pages/s',
        ours: median(runs.map((one) => one.cold)),
        floor,
        wanted: { least: 0.06 },
        note,
      },
      {
        what: 'desk page, warm',
        unit: 'pages/s',
        ours: median(runs.map((one) => one.warm)),
        floor,
        wanted: { least: 0.2 },
      },
    ] satisfies Result[];
  },
};

type Places = { folder: string; operators: readonly Signed[]; lines: readonly string[]; sessions: readonly string[][] };
type Run = { cold: number; warm: number; floor: number; bytes: number };

const lines = 40;
/** Lines whose pages are asked for until the program itself is warm. */
const toWarmUp = 10;
const connections = 8;

/** Forty lines with an operator each, who owns 50 sessions of 50 messages there. */
const furnish = async (): Promise<Places> => {
  const company = await foundCompany();
  const operators = await company.hire('operator', lines);
  const clients = await company.hire('client', 50 * lines);
  const made = await Array.fromAsync(operators.entries(), async ([index, owner]) => {
    const lineId = await company.line(`Line ${index}`, [owner]);
    const wanted = clients.slice(50 * index, 50 * index + 50).map((client) => ({ client, owner, messages: 50 }));
    return { lineId, sessions: await company.sessions(lineId, wanted) };
  });
  await company.close();
  return {
    folder: company.folder,
    operators,
    lines: made.map((one) => one.lineId),
    sessions: made.map((one) => one.sessions),
  };
};

const measureOnce = async ({ seconds }: Effort, places: Places): Promise<Run> => {
  const pages = places.lines.map((line, index) =>
    get(`/sessions/${places.sessions[index]?.[25]}?in=${line}.mine`, places.operators[index]?.cookie ?? ''),
  );
  const ours = await startProduct(places.folder);
  try {
    const first = pages.slice(0, toWarmUp);
    const { body } = await askOnce(ours.port, pages[0] ?? Buffer.alloc(0));
    requireWhole(body.toString());
    await perSecond(ours.port, connections, (n) => first[n % first.length] ?? Buffer.alloc(0), 2000);
    const cold = await onceEach(ours.port, connections, pages.slice(toWarmUp));
    const warm = await perSecond(
      ours.port,
      connections,
      (n) => first[n % first.length] ?? Buffer.alloc(0),
      seconds * 1000,
    );
    return { cold, warm, floor: await floorFor(body, seconds), bytes: body.length };
  } finally {
    await ours.stop();
  }
};

const floorFor = async (page: Buffer, seconds: number): Promise<number> => {
  const file = join(newFolder(), 'page.html');
  writeFileSync(file, page);
  const floor = await startFloor('hono', file);
  try {
    await perSecond(floor.port, connections, () => get('/', ''), 500);
    return await perSecond(floor.port, connections, () => get('/', ''), seconds * 1000);
  } finally {
    await floor.stop();
  }
};

/** A page that shows less than it says would be quick for nothing. */
const requireWhole = (html: string): void => {
  const sessions = html.match(/<li id="s-/g)?.length ?? 0;
  const messages = html.match(/<article id="m-/g)?.length ?? 0;
  if (sessions < 50 || messages < 40) throw new Error(`The desk shows ${sessions} sessions and ${messages} messages.`);
};
