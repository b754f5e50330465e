import { pg } from './columns.pg.ts';
import { sqlite } from './columns.sqlite.ts';
import { dialect } from './dialect.ts';

// The one lie of the project, told once: PostgreSQL's builders wear SQLite's types, so that one schema and one set of
// queries serve both. See docs/decisions/2026-11-22-two-dialects.md.
const columns = (dialect === 'pg' ? pg : sqlite) as unknown as typeof sqlite;

export const { alias, bool, counter, index, int, json, primaryKey, real, table, text, uniqueIndex, word } = columns;
