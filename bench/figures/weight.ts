import { foundCompany } from '../harness/company.ts';
import type { Answer } from '../harness/connection.ts';
import type { Figure, Result } from '../harness/figure.ts';
import { askOnce } from '../harness/load.ts';
import { startProduct } from '../harness/process.ts';
import { get } from '../harness/request.ts';

export const weight: Figure = {
  name: 'weight',
  help: "the compressed weight of the desk's first visit, as the server answers it",
  measure: async () => {
    const company = await foundCompany();
    const operators = await company.hire('operator', 4);
    const clients = await company.hire('client', 50);
    const lineId = await company.line('Support', operators);
    const owner = operators[0] ?? null;
    const [session] = await company.sessions(
      lineId,
      clients.map((client) => ({ client, owner, messages: 50 })),
    );
    await company.close();
    const server = await startProduct(company.folder);
    try {
      return await weigh(server.port, `/sessions/${session}?in=${lineId}.mine`, owner?.cookie ?? '');
    } finally {
      await server.stop();
    }
  },
};

type Part = { kind: 'page' | 'script' | 'style' | 'other'; path: string; bytes: number };

/** Asks for the page and all that it names, each once, as a browser that can unpack everything. */
const weigh = async (port: number, path: string, cookie: string): Promise<Result[]> => {
  const page = await ask(port, path, cookie);
  const plain = (await askOnce(port, get(path, cookie))).body.toString();
  const parts: Part[] = [{ kind: 'page', path: 'page', bytes: sizeOf(page) }];
  for (const address of named(plain)) {
    const answer = await ask(port, address, cookie);
    parts.push({ kind: kindOf(answer), path: address, bytes: sizeOf(answer) });
  }
  const sum = (kind?: Part['kind']) =>
    parts.filter((part) => kind === undefined || part.kind === kind).reduce((bytes, part) => bytes + part.bytes, 0) /
    1000;
  const note = parts.map((part) => `${part.path.split('/').at(-1)} ${(part.bytes / 1000).toFixed(1)}`).join(', ');
  return [
    { what: "desk's first visit: everything", unit: 'KB', ours: sum(), wanted: { most: 45 }, note },
    { what: "desk's first visit: scripts", unit: 'KB', ours: sum('script'), wanted: { most: 26 } },
    { what: "desk's first visit: style", unit: 'KB', ours: sum('style'), wanted: { most: 10 } },
    // The stream is one more that a browser opens.
    {
      what: "desk's first visit: requests, the stream among them",
      unit: '',
      ours: parts.length + 1,
      wanted: { most: 8 },
    },
  ];
};

const ask = (port: number, path: string, cookie: string): Promise<Answer> =>
  askOnce(port, get(path, cookie, 'Accept-Encoding: gzip, deflate, br\r\nSec-Fetch-Site: none\r\n'));

/** What the page makes a browser load: style, scripts, icons, and the worker that a script starts. Pictures of people aside. */
const named = (html: string): string[] => {
  const found = html.matchAll(/="(\/(?:assets\/|icon\.)[^"#]*)/g);
  return [...new Set([...found].map(([, address]) => address ?? ''))];
};

const kindOf = ({ head }: Answer): Part['kind'] => {
  const type = /\r\ncontent-type: ([^\r;]+)/i.exec(head)?.[1] ?? '';
  if (/javascript/.test(type)) return 'script';
  return type === 'text/css' ? 'style' : 'other';
};

/** Headers count, too: they are small, and they come with everything. */
const sizeOf = ({ head, body }: Answer): number => head.length + 4 + body.length;
