import type { Table } from './asked.testing.ts';

/** Records out of a chat. */
export const recordsTable: Table = {};
