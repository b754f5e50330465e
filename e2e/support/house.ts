import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Browser, BrowserContextOptions, Page } from 'playwright/test';
import { newId } from '../../src/id.ts';
import type { Company, Name } from './company.ts';
import { type Server, startServer } from './server.ts';
import { type Watched, watch } from './watch.ts';

/** A company in a house of its own: its server, and the browsers of its people. */
export type House = Company & {
  readonly origin: string;
  server(): Server;
  /** Starts the server again where it was, on what it left. */
  restart(): Promise<void>;
  /** A browser of its own for somebody, signed in; null: for a stranger. `baseURL`: under which other address. */
  open(who: Name | null, options?: BrowserContextOptions): Promise<Page>;
  /** Says what somebody's browser will complain of, since the journey provokes it. */
  expectComplaint(page: Page, complaint: RegExp): void;
};

type Wanted = {
  browser: Browser;
  company: Company;
  /** Whether the company is there already; else the folder is empty. */
  setUp: boolean;
  settings: Readonly<Record<string, string>>;
  demo: boolean;
};

/** Opens a house for one journey. `close` answers what went wrong in its browsers unseen. */
export const openHouse = async (wanted: Wanted): Promise<{ house: House; close(): Promise<readonly string[]> }> => {
  const { browser, company, setUp, settings, demo } = wanted;
  const dataDir = mkdtempSync(join(tmpdir(), 'lines-journey-'));
  if (setUp) cpSync(company.folder, dataDir, { recursive: true });
  if (demo) makeDemo(dataDir, company.lines.hides);
  const command = demo ? 'demo' : 'serve';
  let server = await startServer({ dataDir, command, settings });
  const { port } = server;
  const origin = `http://127.0.0.1:${port}`;
  const browsers = new Map<ReturnType<Page['context']>, Watched>();

  const house: House = {
    ...company,
    origin,
    server: () => server,
    restart: async () => {
      await server.stop();
      server = await startServer({ dataDir, command, port, settings });
    },
    open: async (who, options = {}) => {
      const baseURL = options.baseURL ?? origin;
      const context = await browser.newContext({ locale: 'en-GB', ...options, baseURL });
      browsers.set(context, watch(context));
      if (who !== null)
        await context.addCookies([{ ...company.people[who].cookie, url: baseURL, httpOnly: true, sameSite: 'Lax' }]);
      return await context.newPage();
    },
    expectComplaint: (page, complaint) => browsers.get(page.context())?.expect(complaint),
  };

  const close = async (): Promise<readonly string[]> => {
    const complaints = [...browsers.values()].flatMap((watched) => watched.complaints());
    for (const watched of browsers.values()) watched.end();
    for (const context of browsers.keys()) await context.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
    return complaints;
  };
  return { house, close };
};

/** Marks the folder as the demo's, and gives the line a channel through which clients write from outside. */
const makeDemo = (dataDir: string, lineId: string): void => {
  writeFileSync(join(dataDir, 'demo.json'), '{"filled":"en"}');
  const client = new Database(join(dataDir, 'lines.db'));
  client
    .prepare("INSERT INTO channels (id, line_id, kind, name, created_at) VALUES (?, ?, 'test', 'Messenger', 0)")
    .run(newId(), lineId);
  client.close();
};
