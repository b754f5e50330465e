import { afterEach, beforeEach, expect } from 'vitest';
import type { Db } from '../db/doors.ts';
import { testDb } from '../db/testing.ts';
import { type Company, makeCompany } from '../lines/testing.ts';
import { createHub, type Hub, type HubOptions } from './hub.ts';

/** A company with a hub, new for each test of whoever calls `useStage`. */
export let db: Db;
export let hub: Hub;
export let company: Company;
let errors: unknown[];

/** Starts a hub with other options in place of the one that there is. */
export const start = (options: Partial<HubOptions> = {}): void => {
  hub = createHub({ db, onError: (error) => errors.push(error), ...options });
};

/** Sets the stage before each test; nothing may have gone wrong in the hub when it ends. */
export const useStage = (): void => {
  beforeEach(async () => {
    errors = [];
    db = await testDb();
    company = await makeCompany(db);
    start();
  });

  afterEach(async () => {
    await hub.close();
    expect(errors).toEqual([]);
  });
};
