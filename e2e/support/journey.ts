import { rmSync } from 'node:fs';
import { test as base, expect } from 'playwright/test';
import { type Company, makeCompany } from './company.ts';
import { type House, openHouse } from './house.ts';

type Options = {
  /** Whether the company is there already. */
  setUp: boolean;
  /** Settings of the server. */
  settings: Readonly<Record<string, string>>;
  /** Whether it runs as the demo does, with the test channel on the line that hides its operators. */
  demo: boolean;
};

/** A journey has a house of its own, and fails when anybody's browser complained. */
export const test = base.extend<Options & { house: House }, { company: Company }>({
  setUp: [true, { option: true }],
  settings: [{}, { option: true }],
  demo: [false, { option: true }],
  company: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that nothing is needed
    async ({}, use) => {
      const company = await makeCompany();
      await use(company);
      rmSync(company.folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  house: async ({ browser, company, setUp, settings, demo }, use, info) => {
    const { house, close } = await openHouse({ browser, company, setUp, settings, demo });
    await use(house);
    const printed = house.server().output();
    const complaints = await close();
    if (info.status !== info.expectedStatus) await info.attach('server', { body: printed, contentType: 'text/plain' });
    expect(complaints, 'what the browsers complained of').toEqual([]);
  },
});

export { expect };
