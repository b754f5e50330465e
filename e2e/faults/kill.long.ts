import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { killAndLook } from '../support/after-kill.ts';
import { makeCompany } from '../support/company.ts';
import type { Sent } from '../support/killed.ts';

const company = await makeCompany();
const dataDir = mkdtempSync(join(tmpdir(), 'lines-kill-'));
afterAll(() => {
  for (const folder of [company.folder, dataDir]) rmSync(folder, { recursive: true, force: true });
});

test('a server that is killed forty times on the same data folder never loses or doubles a message', async () => {
  const folder = join(dataDir, 'again and again');
  cpSync(company.folder, folder, { recursive: true });
  const kills = 40;
  let stored: readonly Sent[] = [];
  for (let seed = 100; seed < 100 + kills; seed++) stored = await killAndLook(company, folder, seed, stored);
  expect(stored.length).toBeGreaterThan(kills * 20);
});
