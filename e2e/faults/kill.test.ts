import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { killAndLook } from '../support/after-kill.ts';
import { makeCompany } from '../support/company.ts';

const company = await makeCompany();
const dataDir = mkdtempSync(join(tmpdir(), 'lines-kill-'));
afterAll(() => {
  for (const folder of [company.folder, dataDir]) rmSync(folder, { recursive: true, force: true });
});

test.each([1, 2, 3])(
  'killed while people write (seed %i): what was acknowledged is there once, and the rest can be sent again',
  async (seed) => {
    cpSync(company.folder, join(dataDir, String(seed)), { recursive: true });
    expect((await killAndLook(company, join(dataDir, String(seed)), seed)).length).toBeGreaterThan(20);
  },
  60_000,
);
