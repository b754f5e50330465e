import type { Table } from './asked.testing.ts';

/** Accounts, and whose they are. */
export const accountsTable: Table = {};
