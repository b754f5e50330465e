import { newId } from '../id.ts';
import type { Tx } from './doors.ts';
import type { AuditEntry, AuditValues, Fact, NewFact } from './facts.ts';
import { insertMany } from './insert-many.ts';
import { audit, facts } from './schema.ts';
import { type Params, writeStatement } from './statement.ts';

/**
 * Writes what happened into the table of facts.
 *
 * @param at milliseconds since 1970, UTC
 * @returns the fact with its number, which others may not learn before the commit
 */
export const recordFact = async (tx: Tx, at: number, fact: NewFact): Promise<Fact> => {
  const [row] = await insertFact(tx, { at, kind: fact.kind, ids: fact.ids });
  if (!row) throw new Error('The database gave the fact no number.');
  return { ...fact, seq: row.seq, at };
};

/**
 * Writes who did what into the audit log, in the given order.
 *
 * @param at milliseconds since 1970, UTC
 */
export const recordAudit = async (tx: Tx, at: number, entries: readonly AuditEntry[]): Promise<void> => {
  await insertAudit(
    tx,
    entries.map((entry) => row(entry, at)),
  );
};

const row = ({ actor, action, object, before = {}, after = {} }: AuditEntry, at: number): AuditRow => ({
  id: newId(),
  at,
  actorId: actor,
  action,
  objectId: object,
  memberId: [after.member, before.member, after.head, before.head].find((id) => typeof id === 'string') ?? null,
  before: orNull(before),
  after: orNull(after),
});

const orNull = (values: AuditValues): AuditValues | null => (Object.keys(values).length === 0 ? null : values);

type FactRow = { at: number; kind: string; ids: unknown };

const insertFact = writeStatement((tx, p: Params<FactRow>) =>
  tx
    .insert(facts)
    .values({ at: p('at'), kind: p('kind'), ids: p('ids') })
    .returning({ seq: facts.seq }),
);

type AuditRow = {
  id: string;
  at: number;
  actorId: string | null;
  action: string;
  objectId: string;
  memberId: string | null;
  before: unknown;
  after: unknown;
};

const insertAudit = insertMany<AuditRow>(
  ['id', 'at', 'actorId', 'action', 'objectId', 'memberId', 'before', 'after'],
  (tx, rows) => tx.insert(audit).values(rows),
);
