import { newId } from '../id.ts';
import type { AuditAction } from './audit-actions.ts';
import { connectMigrator } from './sqlite/connect.ts';
import { translated } from './translated.ts';

/**
 * Notes in the audit log of a SQLite file that it was put back from a backup: what was done after the backup is gone from the
 * log as well, and who reads it has to know. The file may be of any earlier schema.
 *
 * @param at milliseconds since 1970, UTC
 * @throws a `DatabaseError`
 */
export const noteRestore = (file: string, at: number): void => {
  const action: AuditAction = 'data.restored';
  const client = connectMigrator(file);
  try {
    client
      .prepare('INSERT INTO audit (id, at, action, object_id) VALUES (?, ?, ?, ?)')
      .run(newId(), at, action, 'data');
  } catch (error) {
    throw translated(error);
  } finally {
    client.close();
  }
};
