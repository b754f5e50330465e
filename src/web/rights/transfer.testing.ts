import type { Table } from './asked.testing.ts';

/** Items into files and out of them. */
export const transferTable: Table = {};
