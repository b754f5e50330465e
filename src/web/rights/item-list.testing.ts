import type { Table } from './asked.testing.ts';

/** Lists of items. */
export const itemListTable: Table = {};
