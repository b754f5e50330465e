import type { Table } from './asked.testing.ts';

/** Apps and their fields. */
export const buildTable: Table = {};
