import type { PGlite } from '@electric-sql/pglite';
import { memory, migrationsIn, pending } from './migrations.ts';

/**
 * Brings a PGlite up to the schema of this program: all of it in one transaction, or nothing.
 *
 * @param folder PostgreSQL's migrations
 * @throws `DatabaseTooNew`
 */
export const migratePglite = async (client: PGlite, folder: string): Promise<void> => {
  const known = migrationsIn(folder);
  await client.transaction(async (tx) => {
    await tx.exec(memory.create);
    const { rows } = await tx.query<{ tag: string }>(memory.list);
    const applied = rows.map(({ tag }) => tag);
    for (const { tag, sql } of pending(known, applied)) {
      await tx.exec(sql);
      await tx.query('INSERT INTO migrations (tag, at) VALUES ($1, $2)', [tag, Date.now()]);
    }
  });
};
