import { and, desc, gte, lt, lte, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { audit } from '../db/schema.ts';
import type { AuditCursor, AuditFilter, AuditPage, StoredEntry } from './shapes.ts';
import { walksFor } from './walks.ts';

/** Entries of the log that fit the filter, newest first, at most `size` of those after the cursor. */
export const listAudit = async (
  db: Reader,
  filter: AuditFilter,
  after?: AuditCursor,
  size = 50,
): Promise<AuditPage<StoredEntry>> => {
  const { walks, rest } = await walksFor(db, filter);
  const found = new Map<string, StoredEntry>();
  for (const walk of walks) {
    const rows = await db
      .select(entry)
      .from(audit)
      .where(and(walk, rest, ...inTime(filter), ...beyond(after)))
      .orderBy(desc(audit.at), desc(audit.id))
      .limit(size + 1);
    for (const row of rows) found.set(row.id, row);
  }
  const sorted = [...found.values()].sort(newestFirst);
  const rows = sorted.slice(0, size);
  const last = rows.at(-1);
  return { rows, after: sorted.length > size && last ? { at: last.at, id: last.id } : null };
};

const entry = {
  id: audit.id,
  at: audit.at,
  actorId: audit.actorId,
  action: audit.action,
  objectId: audit.objectId,
  before: audit.before,
  after: audit.after,
};

const inTime = ({ from, until }: AuditFilter): (SQL | undefined)[] => [
  from === undefined ? undefined : gte(audit.at, from),
  until === undefined ? undefined : lt(audit.at, until),
];

// The time once more by itself, since only so every index knows where to begin.
const beyond = (after: AuditCursor | undefined): SQL[] =>
  after ? [lte(audit.at, after.at), sql`(${audit.at}, ${audit.id}) < (${after.at}, ${after.id})`] : [];

const newestFirst = (one: StoredEntry, other: StoredEntry): number => other.at - one.at || (other.id > one.id ? 1 : -1);
