import type { Ask, Orm, Run } from '../connection.ts';
import { sql } from 'drizzle-orm';
import type { Client } from './connect.ts';

export const prepare = (client: Client, orm: Orm, build: (orm: Orm, ask: Ask) => unknown): Run => {
  const query = build(orm, (name) => sql.placeholder(name)) as { prepare(): any; toSQL(): { sql: string } };
  const prepared = query.prepare();
  const reader = client.prepare(query.toSQL().sql).reader;
  return reader ? (params) => prepared.all(params) : (params) => prepared.run(params).changes;
};
