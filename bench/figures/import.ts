import { setTimeout as pause } from 'node:timers/promises';
import type { NewField } from '../../src/apps/testing.ts';
import { newId } from '../../src/id.ts';
import { appIn } from '../harness/app.ts';
import { foundCompany, type Signed } from '../harness/company.ts';
import { Connection } from '../harness/connection.ts';
import type { Figure, Result } from '../harness/figure.ts';
import { askOnce } from '../harness/load.ts';
import { quantile } from '../harness/median.ts';
import { type Running, startProduct } from '../harness/process.ts';
import { get, postMessage, postPage } from '../harness/request.ts';

const rows = 100_000;
/** Messages a second, meanwhile. */
const rate = 50;

/** Once, whatever `--runs` says: it takes minutes. */
export const importing: Figure = {
  name: 'import',
  help: `a file of ${rows} items of 20 fields: how long it takes, what others notice of it, and memory`,
  measure: async ({ seconds }) => {
    const company = await foundCompany();
    const staff = await company.hire('operator', 1);
    const clients = await company.hire('client', rate);
    const lineId = await company.line('Support', staff);
    await company.close();
    const { folder } = company;
    const { id } = await appIn(folder, 'Clients', fields);
    const server = await startProduct(folder);
    try {
      const [person] = staff;
      if (!person) throw new Error('Nobody was hired.');
      const load = { port: server.port, lineId, clients };
      await posted(load, pause(1000));
      const idle = server.memory();
      const calm = await posted(load, pause(Math.max(5, seconds) * 1000));
      const by = { port: server.port, cookie: person.cookie };
      const peak = watchMemory(server);
      const address = await give(by, id);
      const reading = await posted(load, read(by, address));
      const writing = await posted(load, write(by, address));
      return [
        ...resultsOf('calm', calm),
        ...resultsOf('while a file is read', reading),
        ...resultsOf('while its items are written', writing),
        { what: `a file of ${rows} items: read and judged`, unit: 's', ours: reading.seconds },
        { what: `a file of ${rows} items: written`, unit: 's', ours: writing.seconds },
        { what: 'memory before', unit: 'MB', ours: idle / 1e6 },
        { what: 'memory at most meanwhile', unit: 'MB', ours: peak() / 1e6, wanted: { most: 350 } },
      ];
    } finally {
      await server.stop();
    }
  },
};

const resultsOf = (when: string, { times }: Posted): Result[] => [
  { what: `post a message, ${when}, p50`, unit: 'ms', ours: quantile(times, 0.5) },
  {
    what: `post a message, ${when}, p99`,
    unit: 'ms',
    ours: quantile(times, 0.99),
    wanted: { most: 50 },
    note: `${times.length} messages, the slowest ${Math.max(...times).toFixed(0)} ms`,
  },
];

const choices = ['New', 'Old', 'Lost'].map((name) => ({ id: name.toLowerCase(), name, retired: false }));

const fields: readonly NewField[] = [
  { kind: 'text', name: 'Name', required: true },
  { kind: 'email', name: 'E-mail', sole: true },
  { kind: 'phone', name: 'Phone' },
  { kind: 'long-text', name: 'Notes' },
  { kind: 'number', name: 'Age', options: { decimals: 0 } },
  { kind: 'number', name: 'Score', options: { decimals: 2 } },
  { kind: 'money', name: 'Turnover', options: { currency: 'RUB' } },
  { kind: 'yes-no', name: 'VIP' },
  { kind: 'date', name: 'Born' },
  { kind: 'date', name: 'Met' },
  { kind: 'date-time', name: 'Called' },
  { kind: 'choice', name: 'Status', options: { choices } },
  { kind: 'choices', name: 'History', options: { choices } },
  { kind: 'link', name: 'Site' },
  { kind: 'user', name: 'Manager' },
  { kind: 'text', name: 'City' },
  { kind: 'text', name: 'Street' },
  { kind: 'text', name: 'House' },
  { kind: 'text', name: 'Company' },
  { kind: 'text', name: 'Position' },
];

const file = (): Buffer => {
  const lines = [fields.map(({ name }) => name).join(';')];
  for (let n = 0; n < rows; n++) {
    const day = String(1 + (n % 28)).padStart(2, '0');
    lines.push(
      [
        ...[`Клиент Номер ${n}`, `client-${n}@example.com`, `+7 900 ${String(n).padStart(7, '0')}`],
        ...[`Постоянный клиент, звонил ${n % 31} раз, просил перезвонить вечером`, 18 + (n % 60), `${n % 100},25`],
        ...[`${n % 90_000},50`, n % 2 ? 'да' : 'нет', `${day}.05.1980`, `2024-02-${day}`, `2026-11-${day}T10:00:00Z`],
        ...['New', '"New; Old"', `https://example.com/${n}`, 'operator-0@bench.test', `Город ${n % 200}`],
        ...[`Улица ${n % 900}`, n % 150, `Компания ${n % 5000}`, `Должность ${n % 80}`],
      ].join(';'),
    );
  }
  return Buffer.from(lines.join('\r\n'));
};

type Who = { port: number; cookie: string };

/** Uploads the file and says that each column goes where it seems to. Answers the import's address. */
const give = async ({ port, cookie }: Who, app: string): Promise<string> => {
  const border = 'bench';
  const head = `--${border}\r\nContent-Disposition: form-data; name="file"; filename="clients.csv"\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), file(), Buffer.from(`\r\n--${border}--\r\n`)]);
  const request =
    `POST /apps/${app}/imports HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\nSec-Fetch-Site: same-origin\r\n` +
    `Cookie: ${cookie}\r\nContent-Type: multipart/form-data; boundary=${border}\r\nContent-Length: ${body.length}\r\n\r\n`;
  const connection = new Connection(port);
  const { head: answer } = await connection.ask(Buffer.concat([Buffer.from(request), body]));
  connection.close();
  const address = /\r\nlocation: (\S+)/i.exec(answer)?.[1];
  if (address === undefined) throw new Error(`The file was answered:\n${answer}`);
  return address;
};

const read = async (by: Who, address: string): Promise<void> => {
  const page = (await askOnce(by.port, get(address, by.cookie))).body.toString();
  const selects = [...page.matchAll(/<select[^>]* name="(column\.\d+)".*?<\/select>/gs)];
  const chosen = selects.map(([select, name]) => [name ?? '', /value="([^"]+)" selected/.exec(select)?.[1] ?? '']);
  await send(by, address, new URLSearchParams([...chosen, ['onBad', 'stop']]).toString());
  await until(by, address, /What will be added/);
};

const write = async (by: Who, address: string): Promise<void> => {
  await send(by, `${address}/confirmation`, '');
  await until(by, address, />Imported</);
};

const send = async ({ port, cookie }: Who, path: string, body: string): Promise<void> => {
  const connection = new Connection(port);
  const { status, head } = await connection.ask(postPage(path, cookie, body));
  connection.close();
  if (status !== 303) throw new Error(`${path} was answered:\n${head}`);
};

const until = async ({ port, cookie }: Who, address: string, wanted: RegExp): Promise<void> => {
  for (;;) {
    const page = (await askOnce(port, get(address, cookie))).body.toString();
    if (wanted.test(page)) return;
    if (!/id="import-now"/.test(page))
      throw new Error(`The import ended:\n${page.replace(/<[^>]+>/g, ' ').slice(-1500)}`);
    await pause(200);
  }
};

type Load = { port: number; lineId: string; clients: readonly Signed[] };
type Posted = { times: readonly number[]; seconds: number };

/** Posts messages at even distances until something is over, and tells how long each took (ms), and it. */
const posted = async ({ port, lineId, clients }: Load, over: Promise<unknown>): Promise<Posted> => {
  const times: number[] = [];
  const idle: Connection[] = [];
  const posting: Promise<void>[] = [];
  const began = performance.now();
  let going = true;
  const ended = over.finally(() => {
    going = false;
  });
  ended.catch(() => {});
  const post = async (due: number, client: Signed | undefined): Promise<void> => {
    const connection = idle.pop() ?? new Connection(port);
    const path = `/messages/${lineId}/messages`;
    const { status } = await connection.ask(postMessage(path, client?.cookie ?? '', newId()));
    if (status !== 200) throw new Error(`A message was answered ${status}.`);
    times.push(performance.now() - due);
    idle.push(connection);
  };
  for (let number = 0; going; number++) {
    const due = began + (number * 1000) / rate;
    await pause(Math.max(0, due - performance.now()));
    posting.push(post(performance.now(), clients[number % clients.length]));
  }
  await ended;
  const seconds = (performance.now() - began) / 1000;
  await Promise.all(posting);
  for (const connection of idle) connection.close();
  return { times, seconds };
};

const watchMemory = (server: Running): (() => number) => {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, server.memory());
  };
  const timer = setInterval(look, 100);
  return () => {
    clearInterval(timer);
    return peak;
  };
};
