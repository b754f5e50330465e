import type { Table } from './asked.testing.ts';

/** Items. */
export const itemsTable: Table = {};
